/** A page of the rows behind a figure, newest first, read month by month from the newest until the page is full. */
import { type MonthPart, monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import type { EpochMs, Uuid } from '#core/model.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { callSigns } from '../../store/shifts.ts';
import { breather } from './breathe.ts';
import { type CoverageRow, type RowFilter, rowsIn } from './coverage-rows.ts';
import { type Asked, readHistory, windowsSince } from './history.ts';
import { type CoverageScope, placesOf } from './scope.ts';

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
  const found: CoverageRow[] = [];
  const breathe = breather();
  for (const part of monthsOf(page).reverse()) {
    if (isBeyond(asked, part, page.after)) continue;
    found.push(...(await rowsOfPart(asked, wanted, page, part)));
    if (found.length > page.limit) break;
    await breathe();
  }
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = last && found.length > page.limit ? { from: last.from, id: last.id } : null;
  return { rows: await named(asked, rows, places), next };
}

/** All of it lies in the future, or on pages already given. */
function isBeyond({ calendar, now }: Asked, part: MonthPart, after: RowCursor | null): boolean {
  const { from } = spanOfPeriod(calendar, part);
  return from > now || (after !== null && from > after.from);
}

/** Below 0: `a` stands before `b`; 0: they are the same row. */
function newestFirst(a: RowCursor, b: RowCursor): number {
  if (a.from !== b.from) return b.from - a.from;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

async function rowsOfPart(
  asked: Asked,
  places: readonly StoredHotSpot[],
  page: RowsAsked,
  part: MonthPart,
): Promise<CoverageRow[]> {
  const span = spanOfPeriod(asked.calendar, part);
  const windows = await windowsSince(asked, readingSpan(span).from);
  const ids = places.map((place) => place.id);
  const histories = await readHistory(asked, ids, span, windows, page.hours);
  const rows = [...histories.values()].flatMap((history) =>
    rowsIn(history, page.filter, spanOfPeriod(asked.calendar, page)),
  );
  const { after } = page;
  return rows
    .filter((row) => after === null || newestFirst(after, row) < 0)
    .sort((a, b) => newestFirst(a, b));
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
