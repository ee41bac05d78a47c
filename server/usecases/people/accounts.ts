/** Making, changing and shutting accounts. Passwords arrive hashed: that is slow and done before the transaction. */
import { isDeepStrictEqual } from 'node:util';
import type { Role, Uuid } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import { municipalityByCode } from '../../store/areas.ts';
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
  readonly passwordHash: string | null;
}

export interface AccountChange {
  readonly displayName?: string | undefined;
  readonly role?: Role | undefined;
  readonly municipality?: string | null | undefined;
  readonly passwordHash?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Sending the same account twice makes one. @throws Problem invalid-input; username-taken; id-reused */
export async function createAccount(
  tx: Executor,
  input: NewAccount,
  { now }: Pick<Circumstances, 'now'>,
): Promise<Done<User>> {
  await refuseUnfitMunicipality(tx, input);
  const known = await userById(tx, input.id);
  if (known) {
    if (!isDeepStrictEqual(givenOf(known), givenOf(input))) throw new Problem('id-reused');
    return { result: known, audit: [] };
  }
  const namesake = await userByUsername(tx, input.username);
  if (namesake) {
    throw fieldProblem('username-taken', '/username', {
      sv: `${input.username} är upptaget.`,
      en: `${input.username} is taken.`,
    });
  }
  const user = { ...input, trial: false, disabled: false, revision: 1, createdAt: now };
  await insertUser(tx, user);
  const audit: AuditEntry = { action: 'user.create', entity: 'user', entityId: user.id };
  return { result: user, audit: { ...audit, detail: { role: user.role } } };
}

function givenOf(account: NewAccount): NewAccount {
  const { id, username, displayName, role, municipality, passwordHash } = account;
  return { id, username, displayName, role, municipality, passwordHash };
}

/** The municipality's own people are told by their municipality what they may see: without one it is nothing. */
async function refuseUnfitMunicipality(
  tx: Executor,
  { role, municipality }: Pick<User, 'role' | 'municipality'>,
): Promise<void> {
  if (municipality === null && role !== 'municipality') return;
  if (municipality !== null && (await municipalityByCode(tx, municipality))) return;
  throw fieldProblem('invalid-input', '/municipality', {
    sv: 'Ange en av områdets kommuner.',
    en: 'Give one of the municipalities of the area.',
  });
}

/** @throws Problem not-found; changed-meanwhile; invalid-input; not-acceptable-state when the last admin would be lost. */
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
  await refuseUnfitMunicipality(tx, changed);
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
  throw fieldProblem('not-acceptable-state', '/role', {
    sv: 'Gör någon annan till admin först: det här är den sista.',
    en: 'Make another admin first: this is the last.',
  });
}

export function withoutHash(user: User): Omit<User, 'passwordHash'> {
  const { passwordHash: _, ...rest } = user;
  return rest;
}

/**
 * Whoever may have learnt the old password is signed out with it; the session that asks goes on.
 * @throws Problem changed-meanwhile: the account is not as it was when its password was checked
 */
export async function changeOwnPassword(
  tx: Executor,
  checked: User,
  passwordHash: string,
  token: string | null,
): Promise<Done<null>> {
  const user = await userById(tx, checked.id);
  if (!user || user.revision !== checked.revision) throw new Problem('changed-meanwhile');
  await replaceUser(tx, { ...user, passwordHash, revision: user.revision + 1 });
  await deleteSessionsOfUser(tx, user.id, token);
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
    throw fieldProblem('not-acceptable-state', '', {
      sv: 'Skapa ett eget adminkonto först: efter det här är provkontot borta.',
      en: 'Make an admin account of your own first: after this the trial admin is gone.',
    });
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
