/** The first accounts: one admin with the operator's password, or one trial account a role without any password. */
import { v7 as uuid } from 'uuid';
import { type EpochMs, ROLES, type Role } from '#core/model.ts';
import { type AuditEntry, appendAudit } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';
import {
  allUsers,
  countTrialUsers,
  disableTrialUsers,
  insertUser,
  replaceUser,
  trialUserOfRole,
  type User,
  userByUsername,
} from '../store/people.ts';
import { deleteSessionsOfDisabledUsers } from '../store/sessions.ts';
import { makeSignInLink } from '../usecases/people/sign-in.ts';

const SYSTEM = { id: null, username: 'system', role: null };

const TRIAL_NAMES: Readonly<Record<Role, string>> = {
  planner: 'Gruppchef (prov)',
  patrol: 'Patrull (prov)',
  chief: 'Områdeschef (prov)',
  'municipal-police': 'Kommunpolis (prov)',
  municipality: 'Kommunen (prov)',
  admin: 'Admin (prov)',
  auditor: 'Granskare (prov)',
};

/** Sets the first admin's password and shuts the trial accounts: then only that admin exists. */
export async function ensureAdmin(tx: Executor, passwordHash: string, now: EpochMs): Promise<void> {
  const known = await userByUsername(tx, 'admin');
  const admin: User = {
    ...(known ?? { ...blank('admin', 'admin', 'Admin', now), id: uuid() }),
    passwordHash,
    role: 'admin',
    trial: false,
    disabled: false,
    revision: (known?.revision ?? 0) + 1,
  };
  await (known ? replaceUser(tx, admin) : insertUser(tx, admin));
  const removed = await disableTrialUsers(tx);
  await deleteSessionsOfDisabledUsers(tx);
  const entry: AuditEntry = {
    action: 'set-up.admin',
    entity: 'user',
    entityId: admin.id,
    detail: { removed },
  };
  await appendAudit(tx, [entry], SYSTEM, now);
}

/** Makes one trial account a role where there is no account at all. */
export async function ensureTrialAccounts(
  tx: Executor,
  municipality: string,
  now: EpochMs,
): Promise<void> {
  if ((await allUsers(tx)).length > 0) return;
  for (const role of ROLES) {
    const user = blank(role, `prov-${role}`, TRIAL_NAMES[role], now);
    const own = role === 'municipality' ? municipality : null;
    await insertUser(tx, { ...user, municipality: own, trial: true });
  }
  const entry: AuditEntry = { action: 'set-up.trial-accounts', entity: 'user', entityId: null };
  await appendAudit(tx, [entry], SYSTEM, now);
}

function blank(role: Role, username: string, displayName: string, now: EpochMs): User {
  return {
    id: uuid(),
    username,
    displayName,
    role,
    municipality: null,
    passwordHash: null,
    trial: false,
    disabled: false,
    revision: 1,
    createdAt: now,
  };
}

/** A single-use link's token for the trial account of a role; null where there is none. */
export async function trialSignInToken(
  tx: Executor,
  role: Role,
  now: EpochMs,
): Promise<string | null> {
  const user = await trialUserOfRole(tx, role);
  if (!user) return null;
  const entry: AuditEntry = { action: 'session.link-made', entity: 'user', entityId: user.id };
  await appendAudit(tx, [entry], SYSTEM, now);
  return makeSignInLink(tx, user.id, now);
}

export const hasTrialAccounts = async (db: Executor): Promise<boolean> =>
  (await countTrialUsers(db)) > 0;
