/** Shifts and their patrols. */
import type { LocalDate, Patrol, PatrolBreak, Place, Shift, TimeSpan, Uuid } from '#core/model.ts';
import type { CyclingPatrol } from '#core/tracks/cycling-patrols.ts';
import type { Executor } from './database.ts';
import type { PatrolTable, ShiftTable } from './schema.ts';

export interface StoredShift extends Shift {
  readonly revision: number;
}

export async function shiftById(db: Executor, id: Uuid): Promise<StoredShift | null> {
  const row = await db.selectFrom('shift').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toShift(row, await patrolRows(db, [id])) : null;
}

/** Shifts whose operational date lies in [from, to], in order. */
export async function shiftsBetween(
  db: Executor,
  from: LocalDate,
  to: LocalDate,
): Promise<StoredShift[]> {
  const rows = await db
    .selectFrom('shift')
    .selectAll()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('starts_at')
    .execute();
  const ids = rows.map((row) => row.id);
  const patrols = await patrolRows(db, ids);
  return rows.map((row) => toShift(row, patrols));
}

export async function shiftOfPatrol(db: Executor, patrolId: Uuid): Promise<StoredShift | null> {
  const row = await db
    .selectFrom('patrol')
    .select('shift_id')
    .where('id', '=', patrolId)
    .executeTakeFirst();
  return row ? shiftById(db, row.shift_id) : null;
}

export async function insertShift(tx: Executor, shift: StoredShift): Promise<void> {
  await tx.insertInto('shift').values(toRow(shift)).execute();
  await insertPatrols(tx, shift);
}

/** Replaces a shift. Patrols that stay keep their rows, so that who has joined them is kept too. */
export async function replaceShift(tx: Executor, shift: StoredShift): Promise<void> {
  await tx.updateTable('shift').set(toRow(shift)).where('id', '=', shift.id).execute();
  const kept = shift.patrols.map((patrol) => patrol.id);
  let gone = tx.deleteFrom('patrol').where('shift_id', '=', shift.id);
  if (kept.length > 0) gone = gone.where('id', 'not in', kept);
  await gone.execute();
  for (const [position, patrol] of shift.patrols.entries()) {
    const row = toPatrolRow(shift.id, patrol, position);
    await tx
      .insertInto('patrol')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

export async function deleteShift(tx: Executor, id: Uuid): Promise<void> {
  await tx.deleteFrom('shift').where('id', '=', id).execute();
}

/** Which of the given patrols exist in another shift than `shiftId`. */
export async function patrolsElsewhere(
  db: Executor,
  ids: readonly Uuid[],
  shiftId: Uuid,
): Promise<Uuid[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('patrol')
    .select('id')
    .where('id', 'in', ids)
    .where('shift_id', '!=', shiftId)
    .execute();
  return rows.map((row) => row.id);
}

/** Call signs by patrol id. */
export async function callSigns(db: Executor, ids: readonly Uuid[]): Promise<Map<Uuid, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('patrol')
    .select(['id', 'call_sign'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.call_sign]));
}

/** When which patrols were on bicycles. */
export async function bicyclePatrols(db: Executor): Promise<CyclingPatrol[]> {
  return db
    .selectFrom('patrol')
    .where('travels', '=', 'bicycle')
    .select(['call_sign as callSign', 'starts_at as from', 'ends_at as to'])
    .execute();
}

async function insertPatrols(tx: Executor, shift: Shift): Promise<void> {
  if (shift.patrols.length === 0) return;
  const rows = shift.patrols.map((patrol, position) => toPatrolRow(shift.id, patrol, position));
  await tx.insertInto('patrol').values(rows).execute();
}

async function patrolRows(db: Executor, shiftIds: readonly Uuid[]): Promise<PatrolTable[]> {
  if (shiftIds.length === 0) return [];
  return db
    .selectFrom('patrol')
    .selectAll()
    .where('shift_id', 'in', shiftIds)
    .orderBy('position')
    .execute();
}

function toShift(row: ShiftTable, patrols: readonly PatrolTable[]): StoredShift {
  return {
    id: row.id,
    municipality: row.municipality,
    date: row.date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    revision: row.revision,
    patrols: patrols.filter((patrol) => patrol.shift_id === row.id).map(toPatrol),
  };
}

function toPatrol(row: PatrolTable): Patrol {
  return {
    id: row.id,
    callSign: row.call_sign,
    officers: row.officers,
    travels: row.travels,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    base: JSON.parse(row.base) as Place,
    break: row.break === null ? null : (JSON.parse(row.break) as PatrolBreak),
    unavailable: JSON.parse(row.unavailable) as TimeSpan[],
  };
}

function toRow(shift: StoredShift): ShiftTable {
  return {
    id: shift.id,
    municipality: shift.municipality,
    date: shift.date,
    starts_at: shift.startsAt,
    ends_at: shift.endsAt,
    revision: shift.revision,
  };
}

function toPatrolRow(shiftId: Uuid, patrol: Patrol, position: number): PatrolTable {
  return {
    id: patrol.id,
    shift_id: shiftId,
    position,
    call_sign: patrol.callSign,
    officers: patrol.officers,
    travels: patrol.travels,
    starts_at: patrol.startsAt,
    ends_at: patrol.endsAt,
    base: JSON.stringify(patrol.base),
    break: patrol.break === null ? null : JSON.stringify(patrol.break),
    unavailable: JSON.stringify(patrol.unavailable),
  };
}
