/** The score card as CSV: what it was judged on above it, a line a hot spot, then all of them, the densest cells, the town. */
import { type CalendarRules, localDateOf } from '#core/calendar/local-time.ts';
import type { Advice, AdviceReason } from '#core/evaluation/advice.ts';
import type { Measure, Score } from '#core/evaluation/score.ts';
import type { PlaceScore, ScoreCard } from '#core/evaluation/score-card.ts';
import { M2_PER_HA } from '#core/geo/measure.ts';
import type { EpochMs, LocalDate, TimeSpan } from '#core/model.ts';
import { type Cell, csvDocument, csvLines } from './csv.ts';
import { wallTime } from './wall-moment.ts';

export interface ScoreCardFacts {
  /** From the first incident to the last; null without any. */
  readonly data: TimeSpan | null;
  readonly heldOutFrom: LocalDate | null;
  /** Name of the municipality; null: all. */
  readonly municipality: string | null;
  readonly harm: { readonly version: number; readonly name: string };
  readonly definitions: string;
  readonly madeAt: EpochMs;
  readonly rules: CalendarRules;
}

export interface NamedScore extends PlaceScore {
  readonly code: string;
  readonly name: string;
}

const HEADINGS = [
  'Kod',
  'Namn',
  'Fångade händelser, undanhållna',
  'Varav hela',
  'Händelser före',
  'Yta, ha',
  'Gata, m',
  'Träffandel, %',
  'Träffandel 95 % från, %',
  'Träffandel 95 % till, %',
  'PAI, yta',
  'PAI, gata',
  'Skadevägd träffandel, %',
  'Skadevägd PAI',
  'PEI',
  'Stabilitet, %',
  'Stabilitet 95 % från, %',
  'Stabilitet 95 % till, %',
  'Förslag',
  'Skäl',
];

const UNKNOWN: Readonly<Record<Extract<Measure, { known: false }>['reason'], string>> = {
  'too-few': 'för få händelser',
  'no-events': 'inga händelser',
  'no-size': 'ingen yta eller gata',
};

const ADVICE: Readonly<Record<Advice, string>> = {
  keep: 'behåll',
  shrink: 'krymp?',
  move: 'flytta?',
  retire: 'avsluta?',
  unknown: 'vi kan inte veta',
};

const REASON: Readonly<Record<AdviceReason, string>> = {
  'none-in-two-tertials': 'ingen händelse på två tertial',
  'too-few': 'för få händelser i och runt platsen',
  'no-denser-than-town': 'inte tätare än orten',
  'denser-outside': 'tätare i ringen 100 m utanför',
  'half-is-enough': 'halva ytan fångar mer än sin del',
  'denser-than-town': 'tätare än orten',
  'cannot-tell': 'intervallet rymmer ortens snitt',
};

const figure = (measure: Measure): Cell =>
  measure.known ? measure.value : UNKNOWN[measure.reason];

const percent = (measure: Measure): Cell =>
  measure.known ? measure.value * 100 : UNKNOWN[measure.reason];

/** Columns 3 to 15: what a place, a set of places and a set of cells have alike. */
function scored(score: Score, before: number | null, pei: Measure | null): Cell[] {
  const { caught, size, hitRate, hitRateInterval, pai, paiByStreet } = score;
  return [
    caught.events,
    caught.whole,
    before,
    size.areaM2 / M2_PER_HA,
    size.streetM,
    percent(hitRate),
    hitRateInterval && hitRateInterval.low * 100,
    hitRateInterval && hitRateInterval.high * 100,
    figure(pai),
    figure(paiByStreet),
    percent(score.harmHitRate),
    figure(score.harmPai),
    pei && figure(pei),
  ];
}

function placeLine({ code, name, score, before, stability, suggestion }: NamedScore): Cell[] {
  const { change, low, high } = stability.known
    ? stability
    : { change: null, low: null, high: null };
  const changes = [change, low, high].map((part) => part && part * 100);
  const said = [ADVICE[suggestion.advice], REASON[suggestion.reason]];
  return [code, name, ...scored(score, before, null), ...changes, ...said];
}

function totals({ drawn, densest, cellM, held, extent }: ScoreCard): Cell[][] {
  const { events, whole } = held;
  return [
    ['', 'Alla ritade hot spots', ...scored(drawn, null, drawn.pei)],
    ['', `Tätaste rutorna, ${cellM} m`, ...scored(densest, null, densest.pei)],
    ['', 'Hela orten', events, whole, null, extent.areaM2 / M2_PER_HA, extent.streetM],
  ].map((line) => [...line, ...Array<null>(HEADINGS.length - line.length).fill(null)]);
}

function headLines(facts: ScoreCardFacts): Cell[][] {
  const { data, heldOutFrom, municipality, harm, definitions, madeAt, rules } = facts;
  const dates = data ? [data.from, data.to].map((at) => localDateOf(rules, at)) : ['inga'];
  return [
    ['Träffsäkerhet'],
    ['Händelser', ...dates],
    ['Undanhållna från', heldOutFrom ?? 'inga'],
    ['Kommun', municipality ?? 'alla'],
    ['Gränser', 'dagens'],
    ['Viktlista, version', `${harm.version}: ${harm.name}`],
    ['Definitioner, version', definitions],
    ['Framställd', wallTime(rules, madeAt)],
    [],
  ];
}

/** @param card null: there is nothing to judge */
export function scoreCardCsv(
  facts: ScoreCardFacts,
  card: ScoreCard | null,
  places: readonly NamedScore[],
): string {
  const lines = card ? [...places.map(placeLine), ...totals(card)] : [];
  return csvDocument([csvLines([...headLines(facts), HEADINGS, ...lines])]);
}
