/** Time windows. Rows are closed, never changed: what was promised for a past day can always be told. */
import type { LocalDate, TimeWindow, Uuid, WindowException } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { TimeWindowTable } from './schema.ts';

export interface StoredWindow extends TimeWindow {
  /** The demand is in force from this operational day up to, not including, `validTo`; null: still. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** The windows in force on or after a day; of all hot spots, or of one. */
export async function windowsFrom(
  db: Executor,
  day: LocalDate,
  hotSpotId?: Uuid,
): Promise<StoredWindow[]> {
  let query = db
    .selectFrom('time_window')
    .selectAll()
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('start');
  if (hotSpotId) query = query.where('hot_spot_id', '=', hotSpotId);
  return (await query.execute()).map(toWindow);
}

/** The windows that are still in force: what can be edited. */
export async function openWindows(db: Executor, hotSpotId?: Uuid): Promise<StoredWindow[]> {
  let query = db
    .selectFrom('time_window')
    .selectAll()
    .where('valid_to', 'is', null)
    .orderBy('start');
  if (hotSpotId) query = query.where('hot_spot_id', '=', hotSpotId);
  return (await query.execute()).map(toWindow);
}

export async function windowsByIds(db: Executor, ids: readonly Uuid[]): Promise<StoredWindow[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('time_window').selectAll().where('id', 'in', ids).execute();
  return rows.map(toWindow);
}

/** The windows that a hot spot opened on a day and that no point of a walk has led to. */
export async function openedWithoutPoint(
  db: Executor,
  hotSpotId: Uuid,
  day: LocalDate,
): Promise<StoredWindow[]> {
  const rows = await db
    .selectFrom('time_window')
    .selectAll()
    .where('hot_spot_id', '=', hotSpotId)
    .where('valid_from', '=', day)
    .where('id', 'not in', (eb) => eb.selectFrom('walk_point_window').select('window_id'))
    .orderBy('start')
    .orderBy('id')
    .execute();
  return rows.map(toWindow);
}

/** The operational day from which no window of a hot spot holds any more; those with an open one are left out. */
export async function lastWindowEnds(db: Executor): Promise<Map<Uuid, LocalDate>> {
  const rows = await db
    .selectFrom('time_window')
    .select((eb) => ['hot_spot_id', eb.fn.max('valid_to').as('last')])
    .groupBy('hot_spot_id')
    .having(({ fn, eb }) => eb(fn.count('valid_to'), '=', fn.countAll()))
    .execute();
  return new Map(rows.flatMap(({ hot_spot_id, last }) => (last ? [[hot_spot_id, last]] : [])));
}

export async function insertWindow(tx: Executor, window: StoredWindow): Promise<void> {
  await tx.insertInto('time_window').values(toRow(window)).execute();
}

/** Closes a window from an operational day on. */
export async function closeWindow(tx: Executor, id: Uuid, from: LocalDate): Promise<void> {
  await tx.updateTable('time_window').set({ valid_to: from }).where('id', '=', id).execute();
}

function toWindow(row: TimeWindowTable): StoredWindow {
  return {
    id: row.id,
    hotSpotId: row.hot_spot_id,
    weekdays: JSON.parse(row.weekdays) as number[],
    start: row.start,
    end: row.end,
    exceptions: JSON.parse(row.exceptions) as WindowException[],
    dateFrom: row.date_from,
    dateTo: row.date_to,
    doses: row.doses,
    dwellMin: row.dwell_min,
    countsFromMin: row.counts_from_min,
    ceilingMin: row.ceiling_min,
    minGapMin: row.min_gap_min,
    crew: row.crew,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function toRow(window: StoredWindow): TimeWindowTable {
  return {
    id: window.id,
    hot_spot_id: window.hotSpotId,
    weekdays: JSON.stringify(window.weekdays),
    start: window.start,
    end: window.end,
    exceptions: JSON.stringify(window.exceptions),
    date_from: window.dateFrom,
    date_to: window.dateTo,
    doses: window.doses,
    dwell_min: window.dwellMin,
    counts_from_min: window.countsFromMin,
    ceiling_min: window.ceilingMin,
    min_gap_min: window.minGapMin,
    crew: window.crew,
    valid_from: window.validFrom,
    valid_to: window.validTo,
  };
}
