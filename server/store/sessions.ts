/** Sessions and single-use sign-in links. Only the SHA-256 of a token is kept: a copy of the database signs nobody in. */
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';
import { tokenHash as hash } from './token-hash.ts';

export interface Session {
  readonly userId: Uuid;
  readonly createdAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export async function insertSession(tx: Executor, token: string, session: Session): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: hash(token),
      user_id: session.userId,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function sessionByToken(db: Executor, token: string): Promise<Session | null> {
  const row = await db
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', hash(token))
    .executeTakeFirst();
  if (!row) return null;
  return {
    userId: row.user_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };
}

export async function touchSession(tx: Executor, token: string, now: EpochMs): Promise<void> {
  await tx
    .updateTable('session')
    .set({ last_seen_at: now })
    .where('token_hash', '=', hash(token))
    .execute();
}

export async function deleteSession(tx: Executor, token: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hash(token)).execute();
}

/** @param except the token of a session that goes on */
export async function deleteSessionsOfUser(
  tx: Executor,
  userId: Uuid,
  except: string | null = null,
): Promise<number> {
  let query = tx.deleteFrom('session').where('user_id', '=', userId);
  if (except !== null) query = query.where('token_hash', '!=', hash(except));
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Sessions of accounts that have been shut. */
export async function deleteSessionsOfDisabledUsers(tx: Executor): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('user_id', 'in', (eb) => eb.selectFrom('user').select('id').where('disabled', '=', 1))
    .execute();
}

export async function deleteExpiredSessions(tx: Executor, now: EpochMs): Promise<void> {
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute();
  await tx.deleteFrom('sign_in_link').where('expires_at', '<=', now).execute();
}

export async function insertSignInLink(
  tx: Executor,
  token: string,
  userId: Uuid,
  expiresAt: EpochMs,
): Promise<void> {
  const row = { token_hash: hash(token), user_id: userId, expires_at: expiresAt };
  await tx.insertInto('sign_in_link').values(row).execute();
}

/** Takes the link away and says whose it was; null where it is unknown, used or too old. */
export async function takeSignInLink(
  tx: Executor,
  token: string,
  now: EpochMs,
): Promise<Uuid | null> {
  const row = await tx
    .deleteFrom('sign_in_link')
    .where('token_hash', '=', hash(token))
    .returning(['user_id', 'expires_at'])
    .executeTakeFirst();
  return row && row.expires_at > now ? row.user_id : null;
}
