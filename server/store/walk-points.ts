/** The points that walks have raised, and what the owners have answered. */
import type { Uuid } from '#core/model.ts';
import type {
  PointAnswer,
  PointCategory,
  PointOwner,
  PointStatus,
  WalkPoint,
} from '#core/walks/walk.ts';
import type { Executor } from './database.ts';
import type { WalkAnswerTable, WalkPointTable } from './walk-tables.ts';

export interface StoredPoint extends WalkPoint {
  readonly revision: number;
}

/** The points of a walk in the order in which they were raised. */
export async function pointsOfWalk(db: Executor, walkId: Uuid): Promise<StoredPoint[]> {
  const rows = await db
    .selectFrom('walk_point')
    .selectAll()
    .where('walk_id', '=', walkId)
    .orderBy('number')
    .execute();
  return rows.map(toPoint);
}

/** All points of a municipality's walks (null: of all walks), walk by walk. */
export async function pointsOfWalks(
  db: Executor,
  municipality: string | null,
): Promise<StoredPoint[]> {
  let query = db
    .selectFrom('walk_point')
    .innerJoin('walk', 'walk.id', 'walk_point.walk_id')
    .selectAll('walk_point')
    .orderBy('walk.starts_at', 'desc')
    .orderBy('walk_point.walk_id')
    .orderBy('walk_point.number');
  if (municipality !== null) query = query.where('walk.municipality', '=', municipality);
  return (await query.execute()).map(toPoint);
}

export async function pointById(db: Executor, id: Uuid): Promise<StoredPoint | null> {
  const row = await db.selectFrom('walk_point').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toPoint(row) : null;
}

export async function insertPoint(tx: Executor, point: StoredPoint): Promise<void> {
  await tx.insertInto('walk_point').values(toRow(point)).execute();
}

export async function replacePoint(tx: Executor, point: StoredPoint): Promise<void> {
  await tx.updateTable('walk_point').set(toRow(point)).where('id', '=', point.id).execute();
}

/** The answers to the points of a walk, first to last. */
export async function answersOfWalk(db: Executor, walkId: Uuid): Promise<PointAnswer[]> {
  const rows = await db
    .selectFrom('walk_answer')
    .innerJoin('walk_point', 'walk_point.id', 'walk_answer.point_id')
    .selectAll('walk_answer')
    .where('walk_point.walk_id', '=', walkId)
    .orderBy('walk_answer.number')
    .execute();
  return rows.map(toAnswer);
}

/** The newest answer to each point of a municipality's walks (null: of all walks). */
export async function answersInForce(
  db: Executor,
  municipality: string | null,
): Promise<Map<Uuid, PointAnswer>> {
  let query = db
    .selectFrom('walk_answer')
    .innerJoin('walk_point', 'walk_point.id', 'walk_answer.point_id')
    .innerJoin('walk', 'walk.id', 'walk_point.walk_id')
    .selectAll('walk_answer')
    .orderBy('walk_answer.number');
  if (municipality !== null) query = query.where('walk.municipality', '=', municipality);
  return new Map((await query.execute()).map((row) => [row.point_id, toAnswer(row)]));
}

export async function answersOfPoint(db: Executor, pointId: Uuid): Promise<PointAnswer[]> {
  const rows = await db
    .selectFrom('walk_answer')
    .selectAll()
    .where('point_id', '=', pointId)
    .orderBy('number')
    .execute();
  return rows.map(toAnswer);
}

export async function answerById(db: Executor, id: Uuid): Promise<PointAnswer | null> {
  const query = db.selectFrom('walk_answer').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toAnswer(row) : null;
}

export async function insertAnswer(tx: Executor, answer: PointAnswer): Promise<void> {
  const { id, pointId: point_id, number, answeredOn: answered_on, text } = answer;
  await tx.insertInto('walk_answer').values({ id, point_id, number, answered_on, text }).execute();
}

/** Says which window has come of a point. */
export async function linkWindow(tx: Executor, pointId: Uuid, windowId: Uuid): Promise<void> {
  await tx
    .insertInto('walk_point_window')
    .values({ point_id: pointId, window_id: windowId })
    .execute();
}

export interface WindowLink {
  readonly pointId: Uuid;
  readonly windowId: Uuid;
}

/** The windows that the points of a walk have led to. */
export async function windowLinksOfWalk(db: Executor, walkId: Uuid): Promise<WindowLink[]> {
  return db
    .selectFrom('walk_point_window')
    .innerJoin('walk_point', 'walk_point.id', 'walk_point_window.point_id')
    .innerJoin('time_window', 'time_window.id', 'walk_point_window.window_id')
    .select(['walk_point_window.point_id as pointId', 'walk_point_window.window_id as windowId'])
    .where('walk_point.walk_id', '=', walkId)
    .orderBy('time_window.valid_from')
    .orderBy('walk_point_window.window_id')
    .execute();
}

/** The point that a window came of; null: of none. */
export async function pointOfWindow(db: Executor, windowId: Uuid): Promise<Uuid | null> {
  const query = db.selectFrom('walk_point_window').select('point_id');
  const row = await query.where('window_id', '=', windowId).executeTakeFirst();
  return row?.point_id ?? null;
}

function toPoint(row: WalkPointTable): StoredPoint {
  return {
    id: row.id,
    walkId: row.walk_id,
    number: row.number,
    category: row.category as PointCategory,
    lonLat: row.lon === null || row.lat === null ? null : [row.lon, row.lat],
    text: row.text,
    owner: row.owner as PointOwner,
    ownerName: row.owner_name,
    dueDate: row.due_date,
    status: row.status as PointStatus,
    statusReason: row.status_reason,
    revision: row.revision,
  };
}

function toRow(point: StoredPoint): WalkPointTable {
  return {
    id: point.id,
    walk_id: point.walkId,
    number: point.number,
    category: point.category,
    lon: point.lonLat?.[0] ?? null,
    lat: point.lonLat?.[1] ?? null,
    text: point.text,
    owner: point.owner,
    owner_name: point.ownerName,
    due_date: point.dueDate,
    status: point.status,
    status_reason: point.statusReason,
    revision: point.revision,
  };
}

function toAnswer(row: WalkAnswerTable): PointAnswer {
  const { id, point_id: pointId, number, answered_on: answeredOn, text } = row;
  return { id, pointId, number, answeredOn, text };
}
