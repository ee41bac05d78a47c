/** Making, changing and shutting accounts. Passwords arrive hashed: that is slow and done before the transaction. */

import type { Role, Uuid } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  allUsers,
  disableTrialUsers,
  insertUser,
  replaceUser,
  type User,
  userById,
  userByUsername,
} from '../../store/people.ts';
import { deleteSessionsOfDisabledUsers, deleteSessionsOfUser } from '../../store/sessions.ts';
import type { Circumstances, Done } from '../use-case.ts';

export interface NewAccount {
  readonly id: Uuid;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly municipality: string | null;
  readonly passwordHash: string;
}

export interface AccountChange {
  readonly displayName?: string | undefined;
  readonly role?: Role | undefined;
  readonly municipality?: string | null | undefined;
  readonly passwordHash?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** @throws Problem username-taken; id-reused where the id belongs to another account. */
export async function createAccount(
  tx: Executor,
  input: NewAccount,
  { now }: Pick<Circumstances, 'now'>,
): Promise<Done<User>> {
  const known = await userById(tx, input.id);
  if (known && known.username !== input.username) throw new Problem('id-reused');
  const namesake = await userByUsername(tx, input.username);
  if (namesake && namesake.id !== input.id) {
    throw fieldProblem('username-taken', '/username', `${input.username} is taken.`);
  }
  if (known) return { result: known, audit: [] };
  const user = { ...input, trial: false, disabled: false, revision: 1, createdAt: now };
  await insertUser(tx, user);
  const audit: AuditEntry = { action: 'user.create', entity: 'user', entityId: user.id };
  return { result: user, audit: { ...audit, detail: { role: user.role } } };
}

/** @throws Problem not-found; changed-meanwhile; not-acceptable-state when the last admin would be lost. */
export async function updateAccount(
  tx: Executor,
  id: Uuid,
  change: AccountChange,
  ifRevision: number,
): Promise<Done<User>> {
  const user = await userById(tx, id);
  if (!user) throw notFound('account', id);
  if (user.revision !== ifRevision) throw new Problem('changed-meanwhile', [], withoutHash(user));
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed: User = { ...user, ...set, revision: user.revision + 1 };
  await refuseLosingLastAdmin(tx, user, changed);
  await replaceUser(tx, changed);
  // Another role, password or a shut account must not live on in an old session.
  if (Object.keys(set).some((field) => field !== 'displayName')) await deleteSessionsOfUser(tx, id);
  const audit: AuditEntry = { action: 'user.update', entity: 'user', entityId: id };
  return { result: changed, audit: { ...audit, detail: { fields: Object.keys(set) } } };
}

async function refuseLosingLastAdmin(tx: Executor, before: User, after: User): Promise<void> {
  const isAdmin = (user: User) => user.role === 'admin' && !user.disabled;
  if (!isAdmin(before) || isAdmin(after)) return;
  const others = (await allUsers(tx)).filter((user) => user.id !== before.id && isAdmin(user));
  if (others.length > 0) return;
  throw fieldProblem(
    'not-acceptable-state',
    '/role',
    'Make another admin first: this is the last.',
  );
}

export function withoutHash(user: User): Omit<User, 'passwordHash'> {
  const { passwordHash: _, ...rest } = user;
  return rest;
}

export async function changeOwnPassword(
  tx: Executor,
  user: User,
  passwordHash: string,
): Promise<Done<null>> {
  await replaceUser(tx, { ...user, passwordHash, revision: user.revision + 1 });
  return { result: null, audit: { action: 'user.password', entity: 'user', entityId: user.id } };
}

export async function revokeSessions(tx: Executor, id: Uuid): Promise<Done<{ removed: number }>> {
  if (!(await userById(tx, id))) throw notFound('account', id);
  const removed = await deleteSessionsOfUser(tx, id);
  const audit: AuditEntry = {
    action: 'session.revoke',
    entity: 'user',
    entityId: id,
    detail: { removed },
  };
  return { result: { removed }, audit };
}

/** @throws Problem not-acceptable-state where no admin would be left to sign in. */
export async function removeTrialAccounts(tx: Executor): Promise<Done<{ removed: number }>> {
  const users = await allUsers(tx);
  if (!users.some((user) => user.role === 'admin' && !user.trial && !user.disabled)) {
    throw fieldProblem(
      'not-acceptable-state',
      '',
      'Make an admin account of your own first: after this the trial admin is gone.',
    );
  }
  const removed = await disableTrialUsers(tx);
  await deleteSessionsOfDisabledUsers(tx);
  const audit: AuditEntry = {
    action: 'user.remove-trial',
    entity: 'user',
    entityId: null,
    detail: { removed },
  };
  return { result: { removed }, audit };
}
