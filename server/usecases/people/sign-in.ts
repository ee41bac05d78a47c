/** Opens sessions: with a password, or with a single-use link. */
import { randomBytes } from 'node:crypto';
import type { AuditAction } from '#core/audit-action.ts';
import type { EpochMs, Uuid } from '#core/model.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { type User, userById } from '../../store/people.ts';
import {
  insertSession,
  insertSignInLink,
  type Session,
  takeSignInLink,
} from '../../store/sessions.ts';
import type { Done } from '../use-case.ts';

const HOUR = 3_600_000;
/** A session ends 12 h after sign-in (a shift of ten hours with margin) or after 4 h without a request: a phone in a pocket through two calls. */
export const SESSION_ABSOLUTE_MS = 12 * HOUR;
export const SESSION_IDLE_MS = 4 * HOUR;
const LINK_MS = HOUR;

export const newToken = (): string => randomBytes(32).toString('base64url');

export interface SignedIn {
  readonly token: string;
  readonly user: User;
  readonly session: Session;
}

/**
 * Opens a session for a user whose password has been checked in the endpoint's `prepare`.
 * @throws Problem wrong-credentials: the account was changed or shut meanwhile
 */
export async function signIn(tx: Executor, checked: User, now: EpochMs): Promise<Done<SignedIn>> {
  const user = await userById(tx, checked.id);
  if (!user || user.revision !== checked.revision) throw new Problem('wrong-credentials');
  return openSession(tx, user, now, 'session.sign-in');
}

/** @throws Problem link-not-valid: unknown, used, older than an hour, or of an account that is shut. */
export async function signInByLink(
  tx: Executor,
  link: string,
  now: EpochMs,
): Promise<Done<SignedIn>> {
  const userId = await takeSignInLink(tx, link, now);
  const user = userId ? await userById(tx, userId) : null;
  if (!user || user.disabled) throw new Problem('link-not-valid');
  return openSession(tx, user, now, 'session.sign-in-by-link');
}

async function openSession(
  tx: Executor,
  user: User,
  now: EpochMs,
  action: AuditAction,
): Promise<Done<SignedIn>> {
  const token = newToken();
  const expiresAt = now + SESSION_ABSOLUTE_MS;
  const session = { userId: user.id, createdAt: now, lastSeenAt: now, expiresAt };
  await insertSession(tx, token, session);
  return {
    result: { token, user, session },
    audit: { action, entity: 'user', entityId: user.id },
  };
}

/** Makes a link that signs one account in once, within an hour; returns its token. */
export async function makeSignInLink(tx: Executor, userId: Uuid, now: EpochMs): Promise<string> {
  const token = newToken();
  await insertSignInLink(tx, token, userId, now + LINK_MS);
  return token;
}
