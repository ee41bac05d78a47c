/**
 * A page of the rows behind a figure. What happened stands newest first and is read month by month from the newest until
 * the page is full; gaps stand longest first, which nobody knows before all are read.
 */
import { type MonthPart, monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import type { EpochMs, Uuid } from '#core/model.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { callSigns } from '../../store/shifts.ts';
import { breather } from './breathe.ts';
import { type CoverageRow, type EventFilter, type RowFilter, rowsIn } from './coverage-rows.ts';
import { gapRows } from './gap-rows.ts';
import { type Asked, readHistory, windowsSince } from './history.ts';
import { type CoverageScope, placesOf } from './scope.ts';

/** What rows are sorted by, the highest first: when they began, or how long a gap was. */
export interface RowCursor {
  readonly from: EpochMs;
  readonly id: string;
}

export interface RowsAsked extends CoverageScope {
  readonly filter: RowFilter;
  readonly hotSpotId?: Uuid | undefined;
  readonly after: RowCursor | null;
  readonly limit: number;
}

export interface NamedRow extends Omit<CoverageRow, 'patrolId'> {
  readonly code: string;
  readonly name: string;
  readonly callSign: string | null;
}

export interface RowsPage {
  readonly rows: readonly NamedRow[];
  /** The last row, if there may be more. */
  readonly next: RowCursor | null;
}

/** Rows carry the call sign; who was in the patrol is not asked for. */
export async function pageOfRows(asked: Asked, page: RowsAsked): Promise<RowsPage> {
  const places = await placesOf(asked.db, page);
  const wanted = places.filter(({ id }) => page.hotSpotId === undefined || id === page.hotSpotId);
  const found = isOfEvents(page.filter)
    ? await eventRows(asked, wanted, page, page.filter)
    : inOrder(await gapRows(asked, wanted, page, page.filter.gapBin), page, lengthOf);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = last && found.length > page.limit ? cursorOf(last, page) : null;
  return { rows: await named(asked, rows, places), next };
}

const isOfEvents = (filter: RowFilter): filter is EventFilter => filter.kind !== 'gap';

const lengthOf = ({ from, to, id }: CoverageRow): RowCursor => ({ from: to - from, id });

const cursorOf = (row: CoverageRow, { filter }: RowsAsked): RowCursor =>
  isOfEvents(filter) ? { from: row.from, id: row.id } : lengthOf(row);

async function eventRows(
  asked: Asked,
  places: readonly StoredHotSpot[],
  page: RowsAsked,
  filter: EventFilter,
): Promise<CoverageRow[]> {
  const found: CoverageRow[] = [];
  const breathe = breather();
  for (const part of monthsOf(page).reverse()) {
    if (isBeyond(asked, part, page.after)) continue;
    found.push(...(await rowsOfPart(asked, places, page, filter, part)));
    if (found.length > page.limit) break;
    await breathe();
  }
  return found;
}

/** Those after the page's cursor, the highest first. */
function inOrder(
  rows: readonly CoverageRow[],
  { after }: RowsAsked,
  keyOf: (row: CoverageRow) => RowCursor,
): CoverageRow[] {
  return rows
    .filter((row) => after === null || highestFirst(after, keyOf(row)) < 0)
    .sort((a, b) => highestFirst(keyOf(a), keyOf(b)));
}

/** All of it lies in the future, or on pages already given. */
function isBeyond({ calendar, now }: Asked, part: MonthPart, after: RowCursor | null): boolean {
  const { from } = spanOfPeriod(calendar, part);
  return from > now || (after !== null && from > after.from);
}

/** Below 0: `a` stands before `b`; 0: they are the same row. */
function highestFirst(a: RowCursor, b: RowCursor): number {
  if (a.from !== b.from) return b.from - a.from;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

async function rowsOfPart(
  asked: Asked,
  places: readonly StoredHotSpot[],
  page: RowsAsked,
  filter: EventFilter,
  part: MonthPart,
): Promise<CoverageRow[]> {
  const span = spanOfPeriod(asked.calendar, part);
  const windows = await windowsSince(asked, readingSpan(span).from);
  const ids = places.map((place) => place.id);
  const histories = await readHistory(asked, ids, span, windows, page.hours);
  const rows = [...histories.values()].flatMap((history) =>
    rowsIn(history, filter, spanOfPeriod(asked.calendar, page)),
  );
  return inOrder(rows, page, (row) => row);
}

async function named(
  { db }: Asked,
  rows: readonly CoverageRow[],
  places: readonly StoredHotSpot[],
): Promise<NamedRow[]> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const patrols = rows.flatMap(({ patrolId }) => (patrolId === null ? [] : [patrolId]));
  const signs = await callSigns(db, patrols);
  return rows.map(({ patrolId, ...row }) => {
    const place = byId.get(row.hotSpotId);
    const callSign = patrolId === null ? null : (signs.get(patrolId) ?? null);
    return { ...row, code: place?.code ?? '', name: place?.name ?? '', callSign };
  });
}
