/** Signing in and out. */

import { fieldProblem, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { countTrialUsers, type User, userById, userByUsername } from '../../store/people.ts';
import { deleteSession, sessionByToken } from '../../store/sessions.ts';
import { changeOwnPassword } from '../../usecases/people/accounts.ts';
import { hashPassword, isPassword } from '../../usecases/people/password.ts';
import { type SignedIn, signIn, signInByLink } from '../../usecases/people/sign-in.ts';
import type { Actor, Done } from '../../usecases/use-case.ts';
import { type Answer, actorOf, type Handler } from '../call.ts';

type SessionRoute = 'signIn' | 'redeemSignInLink';

const toActor = ({ id, username, role, municipality }: User): Actor => ({
  id,
  username,
  role,
  municipality,
});

/** Trial accounts that are left are an admin's business alone. */
async function sessionReply(db: Executor, user: User, expiresAt: number) {
  return {
    user: { ...toActor(user), displayName: user.displayName },
    expiresAt,
    hasPassword: user.passwordHash !== null,
    trialAccounts: user.role === 'admin' ? await countTrialUsers(db) : 0,
  };
}

async function signedIn(
  tx: Executor,
  { token: before }: { readonly token: string | null },
  { result, audit }: Done<SignedIn>,
): Promise<Answer<SessionRoute>> {
  const { user, token, session } = result;
  // The browser forgets the session it had: nobody else may go on with it.
  if (before) await deleteSession(tx, before);
  return {
    reply: await sessionReply(tx, user, session.expiresAt),
    session: { token, expiresAt: session.expiresAt },
    actor: toActor(user),
    audit,
  };
}

const signInHandler: Handler<'signIn', User> = {
  /** An unknown name takes as long as a wrong password, and is told the same. */
  prepare: async ({ body, services }) => {
    const user = await userByUsername(services.db.reader, body.username);
    const right = await isPassword(user?.passwordHash ?? null, body.password);
    if (!user || !right || user.disabled) throw new Problem('wrong-credentials');
    return user;
  },
  run: async (tx, call, user) => signedIn(tx, call, await signIn(tx, user, call.now)),
};

const redeemSignInLink: Handler<'redeemSignInLink'> = {
  run: async (tx, call) => signedIn(tx, call, await signInByLink(tx, call.body.token, call.now)),
};

const getSession: Handler<'getSession'> = {
  run: async (db, call) => {
    const user = await userById(db, actorOf(call).id);
    const session = call.token ? await sessionByToken(db, call.token) : null;
    if (!user || !session) throw new Problem('signed-out');
    return { reply: await sessionReply(db, user, session.expiresAt) };
  },
};

const signOut: Handler<'signOut'> = {
  run: async (tx, call) => {
    if (call.token) await deleteSession(tx, call.token);
    const audit: AuditEntry = {
      action: 'session.sign-out',
      entity: 'user',
      entityId: actorOf(call).id,
    };
    return { reply: null, session: null, audit };
  },
};

const changePassword: Handler<'changePassword', { user: User; passwordHash: string }> = {
  prepare: async (call) => {
    const user = await userById(call.services.db.reader, actorOf(call).id);
    if (!user) throw new Problem('signed-out');
    const { currentPassword, newPassword } = call.body;
    const isAllowed =
      user.passwordHash === null || (await isPassword(user.passwordHash, currentPassword ?? ''));
    if (!isAllowed) {
      throw fieldProblem('wrong-credentials', '/currentPassword', {
        sv: 'Det nuvarande lösenordet är fel.',
        en: 'The current password is wrong.',
      });
    }
    return { user, passwordHash: await hashPassword(newPassword) };
  },
  run: async (tx, call, { user, passwordHash }) => {
    const { result, audit } = await changeOwnPassword(tx, user, passwordHash, call.token);
    return { reply: result, audit };
  },
};

export const sessionHandlers = {
  signIn: signInHandler,
  redeemSignInLink,
  getSession,
  signOut,
  changePassword,
};
