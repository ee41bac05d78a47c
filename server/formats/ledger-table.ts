/** The promise ledger as a table: a line a promise, target beside outcome, and how it goes in words and in numbers. */
import type {
  Forecast,
  LedgerLine,
  LedgerPart,
  PromiseSource,
} from '#core/promises/ledger-line.ts';
import type { Cell } from './csv.ts';
import { OWNERS } from './publication/page-words.ts';
import type { Lines, Table } from './table.ts';

const SOURCES: Readonly<Record<PromiseSource, string>> = {
  doses: 'doser ur loggen',
  walks: 'hållna vandringar',
  activities: 'inskrivna aktiviteter',
  hand: 'för hand',
};

const STANDINGS: Readonly<Record<Forecast['kind'], string>> = {
  kept: 'hållet',
  'will-be-kept': 'på väg att hållas',
  'will-not-be-kept': 'på väg att inte hållas',
  'not-kept': 'inte hållet',
  unknown: 'går inte att säga än',
};

type Column = readonly [heading: string, value: (line: LedgerLine) => Cell];

const COLUMNS: readonly Column[] = [
  ['Nr', ({ number }) => number],
  ['Löfte', ({ sentence }) => sentence],
  ['Vem', ({ owner }) => OWNERS[owner]],
  ['Mått', ({ measure }) => measure],
  ['Från', ({ from }) => from],
  ['Till och med', ({ to }) => to],
  ['Mål', (line) => partOf(line, 'whole')?.target ?? null],
  ['Utfall', (line) => partOf(line, 'whole')?.soFar ?? null],
  ['Mål, kväll', (line) => partOf(line, 'evening')?.target ?? null],
  ['Utfall, kväll', (line) => partOf(line, 'evening')?.soFar ?? null],
  ['Läge', standing],
  ['Målet nås', ({ forecast }) => ('on' in forecast ? forecast.on : null)],
  ['Utfall sista dagen i samma takt', wholeAtEnd],
  ['Källa', ({ source }) => SOURCES[source]],
  ['Kommunkod', ({ municipality }) => municipality],
];

const partOf = ({ parts }: LedgerLine, kind: LedgerPart['kind']) =>
  parts.find((part) => part.kind === kind);

function standing({ forecast, parts }: LedgerLine): string {
  const hasTarget = parts.some(({ target }) => target !== null);
  return hasTarget ? STANDINGS[forecast.kind] : 'följs utan mål';
}

/** Of the evening part the line's end is not told: the column is of the whole. */
function wholeAtEnd({ forecast }: LedgerLine): number | null {
  if (forecast.kind !== 'will-not-be-kept' || forecast.part !== undefined) return null;
  return forecast.atEnd;
}

export const ledgerTable = (lines: readonly LedgerLine[]): Table<readonly Lines[]> => ({
  headings: COLUMNS.map(([heading]) => heading),
  rows: [lines.map((line) => COLUMNS.map(([, value]) => value(line)))],
});
