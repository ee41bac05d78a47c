/** Officers' positions. There is no question here that spans officers, but for the one that deletes. */
import type { EpochMs, TimeSpan, Uuid } from '#core/model.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import type { Executor } from './database.ts';

/** What the officer's own phone sends from the page; a tracker app sends under its device's id. */
export const PHONE_SOURCE = 'phone';

export interface SourcedPoint extends TrackPoint {
  readonly source: string;
}

interface Received {
  readonly userId: Uuid;
  readonly source: string;
  readonly receivedAt: EpochMs;
}

/** SQLite takes 32,766 values a statement: this many rows of seven stay far below. */
const ROWS_A_STATEMENT = 500;

/** Points that are there already, by officer, source and instant, are left as they are. @returns how many were new */
export async function insertPositions(
  tx: Executor,
  points: readonly TrackPoint[],
  { userId, source, receivedAt }: Received,
): Promise<number> {
  let stored = 0;
  for (let first = 0; first < points.length; first += ROWS_A_STATEMENT) {
    const rows = points.slice(first, first + ROWS_A_STATEMENT).map(({ at, lonLat, accuracyM }) => ({
      user_id: userId,
      source,
      at,
      lon: lonLat[0],
      lat: lonLat[1],
      accuracy_m: accuracyM,
      received_at: receivedAt,
    }));
    const done = await tx
      .insertInto('position')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['user_id', 'source', 'at']).doNothing())
      .executeTakeFirst();
    stored += Number(done.numInsertedOrUpdatedRows ?? 0);
  }
  return stored;
}

/** One officer's points, in order of time. */
export async function positionsOf(
  db: Executor,
  userId: Uuid,
  span: TimeSpan,
): Promise<SourcedPoint[]> {
  const rows = await db
    .selectFrom('position')
    .selectAll()
    .where('user_id', '=', userId)
    .where('at', '>=', span.from)
    .where('at', '<', span.to)
    .orderBy('at')
    .execute();
  return rows.map(({ at, lon, lat, accuracy_m, source }) => ({
    at,
    lonLat: [lon, lat],
    accuracyM: accuracy_m,
    source,
  }));
}

export interface StoredPositions {
  readonly count: number;
  readonly oldest: EpochMs | null;
  readonly newest: EpochMs | null;
}

export async function storedPositions(db: Executor, userId: Uuid): Promise<StoredPositions> {
  return db
    .selectFrom('position')
    .where('user_id', '=', userId)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('at').as('oldest'),
      eb.fn.max('at').as('newest'),
    ])
    .executeTakeFirstOrThrow();
}

/** The oldest point of anybody before an instant; null: there is none. */
export async function oldestPositionBefore(db: Executor, cutoff: EpochMs): Promise<EpochMs | null> {
  const query = db.selectFrom('position').where('at', '<', cutoff);
  const row = await query.select((eb) => eb.fn.min('at').as('oldest')).executeTakeFirst();
  return row?.oldest ?? null;
}

export async function deletePositionsBefore(tx: Executor, cutoff: EpochMs): Promise<number> {
  const done = await tx.deleteFrom('position').where('at', '<', cutoff).executeTakeFirst();
  return Number(done.numDeletedRows);
}

export async function deletePositionsOf(tx: Executor, userId: Uuid): Promise<number> {
  const done = await tx.deleteFrom('position').where('user_id', '=', userId).executeTakeFirst();
  return Number(done.numDeletedRows);
}
