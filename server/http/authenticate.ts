/** From cookie to actor: the session must be alive, and so must the account. */
import type { EpochMs } from '#core/model.ts';
import type { Services } from '../services.ts';
import { userById } from '../store/people.ts';
import { sessionByToken, touchSession } from '../store/sessions.ts';
import { SESSION_IDLE_MS } from '../usecases/people/sign-in.ts';
import type { Actor } from '../usecases/use-case.ts';

/** Writing the last sight of a session at every request would cost a commit each. */
const TOUCH_EVERY_MS = 60_000;

/** The actor of a live session; null for none, an expired one, or an account that is shut. */
export async function authenticate(
  { db }: Services,
  token: string | null,
  now: EpochMs,
): Promise<Actor | null> {
  const session = token ? await sessionByToken(db.reader, token) : null;
  if (!session || session.expiresAt <= now) return null;
  if (session.lastSeenAt + SESSION_IDLE_MS <= now) return null;
  const user = await userById(db.reader, session.userId);
  if (!user || user.disabled) return null;
  if (token && session.lastSeenAt + TOUCH_EVERY_MS < now) await touchSession(db.writer, token, now);
  const { id, username, role, municipality } = user;
  return { id, username, role, municipality };
}
