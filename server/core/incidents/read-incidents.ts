/** Turns the rows of a file into incidents by a mapping: each row is an incident, refused with its reason, or a double. */
import { type CalendarRules, DAY_MS, minutesSinceMidnight } from '../calendar/local-time.ts';
import type { Incident } from '../evaluation/incident.ts';
import type { EpochMs, LonLat } from '../model.ts';
import type { IncidentFile, Mapping, TableRow } from './columns.ts';
import { categoryFinder, folded, type HarmTable, OTHER } from './harm-table.ts';
import { numberOf, type PositionFault, readPosition } from './position.ts';
import { readTime } from './wall-time.ts';

export type RowFault =
  | PositionFault
  | 'no-time'
  | 'bad-time'
  | 'bad-end'
  | 'ends-before-start'
  /** A span of more than a year says nothing of when. */
  | 'too-long'
  | 'in-future'
  | 'bad-count'
  /** A cell that a spreadsheet would run. */
  | 'formula';

export interface Refusal {
  readonly line: number;
  readonly fault: RowFault;
  /** What stood there, cut short. */
  readonly value: string;
}

export interface ReadIncident extends Incident {
  readonly line: number;
  /** The same for the same incident in another file: by it doubles are known. */
  readonly key: string;
}

export interface Double {
  readonly line: number;
  /** Where the same row stands. */
  readonly sameAs: number;
}

/** What a file calls its kinds of incident, how often, and which category of the harm table that was taken for. */
export interface FoundKind {
  readonly text: string;
  readonly count: number;
  readonly category: string;
}

export interface IncidentReading {
  readonly incidents: readonly ReadIncident[];
  readonly refusals: readonly Refusal[];
  /** Rows that say in every column, mapped or not, what a row before them says. */
  readonly doubles: readonly Double[];
  readonly kinds: readonly FoundKind[];
  /** Incidents at exactly midnight: where they are many, the hour was not known. */
  readonly atMidnight: number;
}

export interface ReadingRules {
  readonly calendar: CalendarRules;
  /** Of the area; null: any place will do. */
  readonly center: LonLat | null;
  readonly harm: HarmTable;
  /** What happened later is refused. */
  readonly now: EpochMs;
}

const LONGEST_SPAN_MS = 366 * DAY_MS;
const MOST_COUNT = 10_000;
const SHOWN = 40;
/** OWASP, CSV injection; a sign before a number is none. */
const FORMULA = /^[=@]|^[+-](?=[\p{L}(])/u;

/** How files write that nothing is known. */
const BLANK = /^(?:n\/?a|null|nan|none|saknas|okänd|okänt|unknown|[-–?.]+)$/i;

function said(cell: string): string {
  const text = cell.trim();
  return BLANK.test(text) ? '' : text;
}

type Fault = { readonly fault: RowFault; readonly value: string };
type ReadRow = { readonly incident: Incident; readonly text: string } | Fault;

export function readIncidents(
  file: IncidentFile,
  mapping: Mapping,
  rules: ReadingRules,
): IncidentReading {
  const categoryOf = categoryFinder(rules.harm);
  const seen = new Map<string, number>();
  const times = new Map<string, number>();
  const kinds = new Map<string, FoundKind>();
  const incidents: ReadIncident[] = [];
  const refusals: Refusal[] = [];
  const doubles: Double[] = [];
  let atMidnight = 0;
  for (const row of file.rows) {
    const whole = row.cells.join('\u0000');
    const before = seen.get(whole);
    if (before !== undefined) {
      doubles.push({ line: row.line, sameAs: before });
      continue;
    }
    seen.set(whole, row.line);
    const read = readRow(row, mapping, rules, categoryOf);
    if ('fault' in read) {
      refusals.push({ line: row.line, fault: read.fault, value: read.value.slice(0, SHOWN) });
      continue;
    }
    const alike = likenessOf(read.incident, read.text);
    const number = times.get(alike) ?? 0;
    times.set(alike, number + 1);
    incidents.push({ ...read.incident, line: row.line, key: `${alike}|${number}` });
    noteKind(kinds, read.text, read.incident.category);
    if (isMidnight(rules.calendar, read.incident)) atMidnight += 1;
  }
  const found = [...kinds.values()].sort((a, b) => b.count - a.count);
  return { incidents, refusals, doubles, kinds: found, atMidnight };
}

function noteKind(kinds: Map<string, FoundKind>, text: string, category: string): void {
  const count = (kinds.get(text)?.count ?? 0) + 1;
  if (count > 1 || kinds.size < MOST_KINDS) kinds.set(text, { text, count, category });
}

/** More different texts are free text, and are neither shown nor kept. */
export const MOST_KINDS = 500;

const isMidnight = (rules: CalendarRules, { from, to }: Incident): boolean =>
  to === null && minutesSinceMidnight(rules, from) === 0;

function readRow(
  { cells }: TableRow,
  mapping: Mapping,
  { calendar, center, now }: ReadingRules,
  categoryOf: (text: string) => string,
): ReadRow {
  const cell = (column: number | null) => (column === null ? '' : said(cells[column] ?? ''));
  const fault = (what: RowFault, value: string): Fault => ({ fault: what, value });
  const mapped = [mapping.from, mapping.to, mapping.category, mapping.x, mapping.y, mapping.count];
  const formula = mapped.map(cell).find((text) => FORMULA.test(text));
  if (formula !== undefined) return fault('formula', formula);
  const time = readTimes(calendar, mapping, cell);
  if ('fault' in time) return time;
  if (time.from > now) return fault('in-future', cell(mapping.from));
  const place = readPosition(cell(mapping.x), cell(mapping.y), mapping.grid, center);
  if (!place.ok) return fault(place.fault, `${cell(mapping.x)}, ${cell(mapping.y)}`);
  const count = mapping.count === null ? 1 : numberOf(cell(mapping.count));
  if (!Number.isInteger(count) || count < 1 || count > MOST_COUNT)
    return fault('bad-count', cell(mapping.count));
  const text = cell(mapping.category);
  const category = text === '' ? OTHER : categoryOf(text);
  return { incident: { category, ...time, lonLat: place.lonLat, count }, text };
}

type Span = Pick<Incident, 'from' | 'to'>;

function readTimes(
  calendar: CalendarRules,
  { from, fromTime, to, toTime, dateOrder }: Mapping,
  cell: (column: number | null) => string,
): Span | Fault {
  const [startText, endText] = [cell(from), cell(to)];
  if (startText === '') return { fault: 'no-time', value: '' };
  const own = (column: number | null) => (column === null ? null : cell(column));
  const start = readTime(calendar, startText, dateOrder, own(fromTime));
  if (!start) return { fault: 'bad-time', value: startText };
  if (endText === '') return start;
  const end = readTime(calendar, endText, dateOrder, own(toTime));
  if (!end) return { fault: 'bad-end', value: endText };
  const last = end.to ?? end.from;
  if (last < start.from) return { fault: 'ends-before-start', value: `${startText} – ${endText}` };
  if (last - start.from > LONGEST_SPAN_MS)
    return { fault: 'too-long', value: `${startText} – ${endText}` };
  return { from: start.from, to: last === start.from ? null : last };
}

/**
 * What two incidents that are the same have in common. The file's own word for the kind goes in as a check sum: the harm
 * table may take it for another category tomorrow, and the word itself is not kept.
 */
function likenessOf({ from, to, lonLat, count }: Incident, text: string): string {
  const [lon, lat] = lonLat;
  return [from, to ?? '', lon.toFixed(5), lat.toFixed(5), count, checkSum(folded(text))].join('|');
}

/** FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo). */
function checkSum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
