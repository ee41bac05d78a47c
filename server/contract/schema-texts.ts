/** What a schema says of a field, in both languages: what to give, not what was wrong with the parser's types. */
import type { z } from 'zod';
import { FIELD_TEXTS } from './field-texts.ts';

export interface FieldText {
  readonly sv: string;
  readonly en: string;
}

/** The schemas speak English; here is what they say in Swedish. A test finds one that is missing. */
const SWEDISH: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(FIELD_TEXTS).map(({ en, sv }) => [en, sv])),
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
