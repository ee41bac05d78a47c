/** Accounts, and which patrol an officer has joined. */
import type { EpochMs, Role, TimeSpan, Travels, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { UserTable } from './schema.ts';

export interface User {
  readonly id: Uuid;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly municipality: string | null;
  readonly passwordHash: string | null;
  readonly trial: boolean;
  readonly disabled: boolean;
  readonly revision: number;
  readonly createdAt: EpochMs;
}

function toUser(row: UserTable): User {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    role: row.role as Role,
    municipality: row.municipality,
    passwordHash: row.password_hash,
    trial: row.trial === 1,
    disabled: row.disabled === 1,
    revision: row.revision,
    createdAt: row.created_at,
  };
}

function toRow(user: User): UserTable {
  return {
    id: user.id,
    username: user.username,
    display_name: user.displayName,
    role: user.role,
    municipality: user.municipality,
    password_hash: user.passwordHash,
    trial: user.trial ? 1 : 0,
    disabled: user.disabled ? 1 : 0,
    revision: user.revision,
    created_at: user.createdAt,
  };
}

export async function allUsers(db: Executor): Promise<User[]> {
  const rows = await db.selectFrom('user').selectAll().orderBy('username').execute();
  return rows.map(toUser);
}

export async function userById(db: Executor, id: Uuid): Promise<User | null> {
  const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toUser(row) : null;
}

export async function userByUsername(db: Executor, username: string): Promise<User | null> {
  const query = db.selectFrom('user').selectAll().where('username', '=', username);
  const row = await query.executeTakeFirst();
  return row ? toUser(row) : null;
}

/** The trial account of a role, for a new sign-in link. */
export async function trialUserOfRole(db: Executor, role: Role): Promise<User | null> {
  const row = await db
    .selectFrom('user')
    .selectAll()
    .where('role', '=', role)
    .where('trial', '=', 1)
    .where('disabled', '=', 0)
    .executeTakeFirst();
  return row ? toUser(row) : null;
}

export async function insertUser(tx: Executor, user: User): Promise<void> {
  await tx.insertInto('user').values(toRow(user)).execute();
}

export async function replaceUser(tx: Executor, user: User): Promise<void> {
  await tx.updateTable('user').set(toRow(user)).where('id', '=', user.id).execute();
}

export async function countTrialUsers(db: Executor): Promise<number> {
  const row = await db
    .selectFrom('user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('trial', '=', 1)
    .where('disabled', '=', 0)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Trial accounts are shut, not deleted: the audit log and the visits still refer to them. */
export async function disableTrialUsers(tx: Executor): Promise<number> {
  const done = await tx
    .updateTable('user')
    .set((eb) => ({ disabled: 1, revision: eb('revision', '+', 1) }))
    .where('trial', '=', 1)
    .where('disabled', '=', 0)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export interface PatrolMember {
  readonly patrolId: Uuid;
  readonly userId: Uuid;
  readonly displayName: string;
}

export async function membersOfShift(db: Executor, shiftId: Uuid): Promise<PatrolMember[]> {
  return db
    .selectFrom('patrol_member')
    .innerJoin('patrol', 'patrol.id', 'patrol_member.patrol_id')
    .innerJoin('user', 'user.id', 'patrol_member.user_id')
    .where('patrol.shift_id', '=', shiftId)
    .select([
      'patrol_member.patrol_id as patrolId',
      'user.id as userId',
      'user.display_name as displayName',
    ])
    .orderBy('patrol.position')
    .execute();
}

export async function patrolOfMember(
  db: Executor,
  shiftId: Uuid,
  userId: Uuid,
): Promise<Uuid | null> {
  const row = await db
    .selectFrom('patrol_member')
    .innerJoin('patrol', 'patrol.id', 'patrol_member.patrol_id')
    .where('patrol.shift_id', '=', shiftId)
    .where('patrol_member.user_id', '=', userId)
    .select('patrol.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface JoinedPatrol extends TimeSpan {
  readonly patrolId: Uuid;
  readonly travels: Travels;
}

/** The patrols that an officer has joined, with the times of their shifts, where these overlap a span. */
export async function patrolsOfMember(
  db: Executor,
  userId: Uuid,
  span: TimeSpan,
): Promise<JoinedPatrol[]> {
  return db
    .selectFrom('patrol_member')
    .innerJoin('patrol', 'patrol.id', 'patrol_member.patrol_id')
    .innerJoin('shift', 'shift.id', 'patrol.shift_id')
    .where('patrol_member.user_id', '=', userId)
    .where('shift.starts_at', '<', span.to)
    .where('shift.ends_at', '>', span.from)
    .orderBy('shift.starts_at')
    .select([
      'patrol.id as patrolId',
      'patrol.travels',
      'shift.starts_at as from',
      'shift.ends_at as to',
    ])
    .execute();
}

/** An officer is in one patrol of a shift at a time: joining another leaves the first. */
export async function joinPatrol(
  tx: Executor,
  shiftId: Uuid,
  patrolId: Uuid,
  userId: Uuid,
  now: EpochMs,
): Promise<void> {
  await tx
    .deleteFrom('patrol_member')
    .where('user_id', '=', userId)
    .where('patrol_id', 'in', (eb) =>
      eb.selectFrom('patrol').select('id').where('shift_id', '=', shiftId),
    )
    .execute();
  const member = { patrol_id: patrolId, user_id: userId, joined_at: now };
  await tx.insertInto('patrol_member').values(member).execute();
}
