/** What a schema says of a field, in both languages: what to give, not what was wrong with the parser's types. */
import type { z } from 'zod';

export interface FieldText {
  readonly sv: string;
  readonly en: string;
}

/** The schemas speak English; here is what they say in Swedish. A test finds one that is missing. */
const SWEDISH: Readonly<Record<string, string>> = {
  'Give a UUID; for a new thing make a UUIDv7.': 'Ange ett UUID; gör ett UUIDv7 för något nytt.',
  'Give a date such as 2026-11-27.': 'Ange ett datum som 2026-11-27.',
  'Give a time of day such as 21:30.': 'Ange ett klockslag som 21:30.',
  'Give an instant such as 2026-11-27T21:00:00Z.': 'Ange en tidpunkt som 2026-11-27T21:00:00Z.',
  'Give the four digits of a municipality, such as 0482.': 'Ange kommunens fyra siffror, som 0482.',
  'Give [longitude, latitude] in degrees.': 'Ange [longitud, latitud] i grader.',
  'Give longitude and latitude.': 'Ange longitud och latitud.',
  'Give longitude, latitude and at most a height.':
    'Ange longitud, latitud och på sin höjd en höjd.',
  'Give a finite number.': 'Ange ett ändligt tal.',
  'Give the type: Polygon or MultiPolygon.': 'Ange typen: Polygon eller MultiPolygon.',
  'Give a GeoJSON geometry.': 'Ange en GeoJSON-geometri.',
  'Give a GeoJSON Feature.': 'Ange en GeoJSON Feature.',
  'Give a GeoJSON FeatureCollection.': 'Ange en GeoJSON FeatureCollection.',
  'Give a list of features.': 'Ange en lista med features.',
  'Give a list of polygons.': 'Ange en lista med polygoner.',
  'Give a list of rings: the shell, then its holes.':
    'Ange en lista med ringar: skalet, sedan hålen.',
  'Give a ring: a list of positions.': 'Ange en ring: en lista med positioner.',
  'Give at least one polygon.': 'Ange minst en polygon.',
  'Give at least the shell.': 'Ange åtminstone skalet.',
  'Give four positions or more, the last the same as the first.':
    'Ange fyra positioner eller fler, den sista lika med den första.',
  'Give four numbers (west, south, east, north) or six, or leave the bbox out.':
    'Ange fyra tal (väst, syd, öst, nord) eller sex, eller utelämna bbox.',
  'Give an object as properties, or null.': 'Ange ett objekt som properties, eller null.',
  'Give a text or a number as id.': 'Ange en text eller ett tal som id.',
  'Write Feature, with a capital F.': 'Skriv Feature, med stort F.',
  'Write FeatureCollection, capitals as here.':
    'Skriv FeatureCollection, med stora bokstäver som här.',
  'The collection is empty: give at least one feature.': 'Samlingen är tom: ange minst en feature.',
  'This member belongs to another type of GeoJSON (RFC 7946, 7.1): leave it out.':
    'Fältet hör till en annan sorts GeoJSON (RFC 7946, 7.1): utelämna det.',
  'Use 2–40 of a–z, 0–9, dot, dash and underscore.':
    'Använd 2–40 av a–z, 0–9, punkt, bindestreck och understreck.',
  'Use at least 12 characters.': 'Använd minst 12 tecken.',
  'Use at most 200 characters.': 'Använd högst 200 tecken.',
  'Use two characters that can be said on the radio, such as R1.':
    'Använd två tecken som går att säga i radio, som R1.',
  'Name each weekday once.': 'Nämn varje veckodag en gång.',
  'Give each window an id of its own.': 'Ge varje tidsfönster ett eget id.',
  'Give each visit a slotId of its own.': 'Ge varje besök ett eget slotId.',
  'The last day is before the first.': 'Sista dagen är före den första.',
  'Ask for 20 years at most.': 'Fråga om högst 20 år.',
  'The last date is before the first.': 'Sista datumet är före det första.',
  'Keep countsFromMin ≤ dwellMin ≤ ceilingMin.': 'Låt räknas från ≤ vistelse ≤ tak.',
};

const TYPES: Readonly<Record<string, FieldText>> = {
  string: { sv: 'Ange en text.', en: 'Give a text.' },
  number: { sv: 'Ange ett tal.', en: 'Give a number.' },
  int: { sv: 'Ange ett heltal.', en: 'Give a whole number.' },
  boolean: { sv: 'Ange true eller false.', en: 'Give true or false.' },
  array: { sv: 'Ange en lista.', en: 'Give a list.' },
  object: { sv: 'Ange ett objekt.', en: 'Give an object.' },
};

const MISSING: FieldText = { sv: 'Saknas: ange det.', en: 'Missing: give it.' };
const WRONG: FieldText = { sv: 'Det stämmer inte.', en: 'It is not right.' };

type Issue = z.core.$ZodIssue;

/** A schema's finding in words: its own where it has any, else by the kind of the fault. */
export function schemaIssueText(issue: Issue): FieldText {
  const own = SWEDISH[issue.message];
  if (own) return { sv: own, en: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? MISSING
        : (TYPES[issue.expected] ?? WRONG);
    case 'too_small':
      return limitText(issue.origin, Number(issue.minimum), 'least');
    case 'too_big':
      return limitText(issue.origin, Number(issue.maximum), 'most');
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { sv: `Ange något av: ${values}.`, en: `Give one of: ${values}.` };
    }
    case 'custom':
      return { sv: swedishOf(issue.params) ?? issue.message, en: issue.message };
    default:
      return WRONG;
  }
}

/** A sentence with a value in it brings its Swedish along. */
const swedishOf = (params: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  typeof params?.['sv'] === 'string' ? params['sv'] : undefined;

function limitText(origin: string, limit: number, side: 'least' | 'most'): FieldText {
  const least = side === 'least';
  if (origin === 'string')
    return {
      sv: `Använd ${least ? 'minst' : 'högst'} ${limit} tecken.`,
      en: `Use at ${side} ${limit} characters.`,
    };
  if (origin === 'array')
    return {
      sv: `Ange ${least ? 'minst' : 'högst'} ${limit} stycken.`,
      en: `Give at ${side} ${limit} of them.`,
    };
  return {
    sv: `Ange ${limit} eller ${least ? 'mer' : 'mindre'}.`,
    en: `Give ${limit} or ${least ? 'more' : 'less'}.`,
  };
}

export const unknownFieldText = (name: string): FieldText => ({
  sv: `${name} är okänt här: utelämna det.`,
  en: `${name} is not known here: leave it out.`,
});

/** For the test that no sentence of the schemas is without its Swedish. */
export const hasSwedish = (message: string): boolean => message in SWEDISH;
