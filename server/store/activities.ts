/** Activities: every version is a row that stays as it was written; the newest is the activity. */
import type { Insertable, Selectable } from 'kysely';
import type { EpochMs, LocalDate, Uuid } from '#core/model.ts';
import type { Activity, ActivityKind } from '#core/promises/activity.ts';
import type { Executor } from './database.ts';
import type { ActivityVersionTable } from './promise-tables.ts';
import { toVersion, versionColumns } from './version-columns.ts';

export interface ActivityVersion extends Activity {
  readonly versionId: Uuid;
  readonly versionNumber: number;
  /** Taken out: kept, and counted nowhere. */
  readonly struck: boolean;
  readonly reason: string;
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
}

interface ActivityFilter {
  /** null: all. */
  readonly municipality: string | null;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}

/** As they stand now, struck ones too, newest first. */
export async function activities(
  db: Executor,
  { municipality, from, to }: ActivityFilter,
): Promise<ActivityVersion[]> {
  let query = current(db).where('date', '>=', from).where('date', '<=', to);
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  const rows = await query.orderBy('date', 'desc').orderBy('start', 'desc').execute();
  return rows.map(toActivity);
}

export async function activityById(db: Executor, id: Uuid): Promise<ActivityVersion | null> {
  const row = await current(db).where('activity_id', '=', id).executeTakeFirst();
  return row ? toActivity(row) : null;
}

export async function activityVersionById(
  db: Executor,
  versionId: Uuid,
): Promise<ActivityVersion | null> {
  const query = db.selectFrom('activity_version').selectAll().where('id', '=', versionId);
  const row = await query.executeTakeFirst();
  return row ? toActivity(row) : null;
}

export async function insertActivityVersion(tx: Executor, version: ActivityVersion): Promise<void> {
  await tx.insertInto('activity_version').values(toRow(version)).execute();
}

const current = (db: Executor) =>
  db
    .selectFrom('activity_version')
    .selectAll()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('activity_version as later')
            .select('later.id')
            .whereRef('later.activity_id', '=', 'activity_version.activity_id')
            .whereRef('later.number', '>', 'activity_version.number'),
        ),
      ),
    );

function toActivity(row: Selectable<ActivityVersionTable>): ActivityVersion {
  return {
    ...toVersion(row),
    id: row.activity_id,
    kind: row.kind as ActivityKind,
    date: row.date,
    start: row.start,
    end: row.end,
    minutes: row.minutes,
    place: row.place,
    hotSpotId: row.hot_spot_id,
    adults: row.adults,
    struck: row.struck === 1,
  };
}

function toRow(version: ActivityVersion): Insertable<ActivityVersionTable> {
  return {
    ...versionColumns(version),
    activity_id: version.id,
    kind: version.kind,
    date: version.date,
    start: version.start,
    end: version.end,
    minutes: version.minutes,
    place: version.place,
    hot_spot_id: version.hotSpotId,
    adults: version.adults,
    struck: version.struck ? 1 : 0,
  };
}
