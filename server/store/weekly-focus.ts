/** Hot spots in the weekly focus, those of the past too. */
import type { Selectable } from 'kysely';
import type { FocusSpan } from '#core/focus/weekly-focus.ts';
import type { EpochMs, LocalDate, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { WeeklyFocusTable } from './promise-tables.ts';
import type { HotSpotTable } from './schema.ts';

export interface StoredFocus extends FocusSpan {
  readonly id: Uuid;
  /** Of the hot spot. */
  readonly municipality: string;
  readonly reason: string;
  readonly source: string;
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
}

interface FocusFilter {
  /** null: all. */
  readonly municipality: string | null;
  /** Those that reach into these days. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Newest first. */
export async function weeklyFocuses(
  db: Executor,
  { municipality, from, to }: FocusFilter,
): Promise<StoredFocus[]> {
  let query = withPlace(db).where('date_from', '<=', to).where('date_to', '>=', from);
  if (municipality !== null) query = query.where('hot_spot.municipality', '=', municipality);
  const rows = await query
    .orderBy('date_from', 'desc')
    .orderBy('weekly_focus.id', 'desc')
    .execute();
  return rows.map(toFocus);
}

export async function weeklyFocusById(db: Executor, id: Uuid): Promise<StoredFocus | null> {
  const row = await withPlace(db).where('weekly_focus.id', '=', id).executeTakeFirst();
  return row ? toFocus(row) : null;
}

export async function insertWeeklyFocus(
  tx: Executor,
  focus: Omit<StoredFocus, 'municipality'>,
): Promise<void> {
  await tx
    .insertInto('weekly_focus')
    .values({
      id: focus.id,
      hot_spot_id: focus.hotSpotId,
      date_from: focus.from,
      date_to: focus.to,
      reason: focus.reason,
      source: focus.source,
      recorded_by: focus.recordedBy,
      recorded_at: focus.recordedAt,
      ended_on: focus.endedOn,
      ended_by: null,
    })
    .execute();
}

/** @param end from which day it is no longer in force, and who says so; null: it runs its days after all */
export async function setFocusEnd(
  tx: Executor,
  id: Uuid,
  end: { readonly on: LocalDate; readonly by: Uuid } | null,
): Promise<void> {
  await tx
    .updateTable('weekly_focus')
    .set({ ended_on: end?.on ?? null, ended_by: end?.by ?? null })
    .where('id', '=', id)
    .execute();
}

const withPlace = (db: Executor) =>
  db
    .selectFrom('weekly_focus')
    .innerJoin('hot_spot', 'hot_spot.id', 'weekly_focus.hot_spot_id')
    .selectAll('weekly_focus')
    .select('hot_spot.municipality');

function toFocus(
  row: Selectable<WeeklyFocusTable> & Pick<HotSpotTable, 'municipality'>,
): StoredFocus {
  return {
    id: row.id,
    hotSpotId: row.hot_spot_id,
    municipality: row.municipality,
    from: row.date_from,
    to: row.date_to,
    endedOn: row.ended_on,
    reason: row.reason,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
