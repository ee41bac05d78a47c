/** Activities as CSV: a line each, oldest first; places and numbers, nobody's name. */
import type { Activity, ActivityKind } from '#core/promises/activity.ts';
import { type Cell, csvDocument, csvLines } from './csv.ts';
import { type ExportFacts, factLines } from './export-facts.ts';

const KIND_WORDS: Readonly<Record<ActivityKind, string>> = {
  'safe-adult': 'Trygg vuxen',
  'school-prevention': 'förebyggande i skola',
  presence: 'närvaro',
  other: 'annat',
};

const HEADINGS = [
  'Datum',
  'Början',
  'Slut',
  'Timmar',
  'Slag',
  'Plats',
  'Antal vuxna',
  'Vuxentimmar',
  'Kommunkod',
];

const HOUR_MIN = 60;

const lineOf = (it: Activity): Cell[] => [
  it.date,
  it.start,
  it.end,
  it.minutes / HOUR_MIN,
  KIND_WORDS[it.kind],
  it.place,
  it.adults,
  (it.minutes * it.adults) / HOUR_MIN,
  it.municipality,
];

export function activitiesCsv(facts: ExportFacts, activities: readonly Activity[]): string {
  return csvDocument([csvLines([...factLines(facts), HEADINGS, ...activities.map(lineOf)])]);
}
