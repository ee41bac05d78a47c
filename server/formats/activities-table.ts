/** Activities as a table: a line each, oldest first; places and numbers, nobody's name. */
import type { Activity, ActivityKind } from '#core/promises/activity.ts';
import type { Cell } from './csv.ts';
import type { Lines, Table } from './table.ts';

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

export const activitiesTable = (activities: readonly Activity[]): Table<readonly Lines[]> => ({
  headings: HEADINGS,
  rows: [activities.map(lineOf)],
});
