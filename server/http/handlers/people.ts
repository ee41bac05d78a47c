/** Accounts, and the audit log. */
import { type AuditRow, auditPage } from '../../store/audit.ts';
import { allUsers, type User, userById } from '../../store/people.ts';
import {
  createAccount,
  removeTrialAccounts,
  revokeSessions,
  updateAccount,
  withoutHash,
} from '../../usecases/people/accounts.ts';
import { hashPassword, isPassword } from '../../usecases/people/password.ts';
import { answer, type Handler } from '../call.ts';
import { readSeq } from '../cursor.ts';

const listUsers: Handler<'listUsers'> = {
  run: async (db) => ({ reply: { users: (await allUsers(db)).map(withoutHash) } }),
};

const createUser: Handler<'createUser', string> = {
  /** Of an account that was sent before, the hash that it has: so that the same password is seen to be the same. */
  prepare: async ({ body, services }) => {
    const known = (await userById(services.db.reader, body.id))?.passwordHash ?? null;
    return known && (await isPassword(known, body.password)) ? known : hashPassword(body.password);
  },
  run: async (tx, { body, now }, passwordHash) => {
    const { password: _, ...account } = body;
    const { result, audit } = await createAccount(tx, { ...account, passwordHash }, { now });
    return { ...accountAnswer(result, audit), status: Array.isArray(audit) ? 200 : 201 };
  },
};

const updateUser: Handler<'updateUser', string | undefined> = {
  prepare: async ({ body }) => (body.password ? hashPassword(body.password) : undefined),
  run: async (tx, { params, body, ifRevision }, passwordHash) => {
    const { password: _, ...change } = body;
    const done = await updateAccount(tx, params.id, { ...change, passwordHash }, ifRevision);
    return accountAnswer(done.result, done.audit);
  },
};

type Audit = Awaited<ReturnType<typeof createAccount>>['audit'];

function accountAnswer(user: User, audit: Audit) {
  return { reply: withoutHash(user), etag: user.revision, audit };
}

const revoke: Handler<'revokeSessions'> = {
  run: async (tx, { params }) => answer(await revokeSessions(tx, params.id)),
};

const removeTrial: Handler<'removeTrialAccounts'> = {
  run: async (tx) => answer(await removeTrialAccounts(tx)),
};

const listAudit: Handler<'listAudit'> = {
  run: async (db, { query }) => {
    const before = query.after === undefined ? null : readSeq(query.after);
    const rows = await auditPage(db, before, query.limit);
    const last = rows.at(-1);
    const hasMore = rows.length === query.limit && last !== undefined && last.seq > 1;
    return { reply: { rows: rows.map(toWire), next: hasMore ? String(last.seq) : null } };
  },
};

function toWire(row: AuditRow) {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    role: row.role,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
    hash: row.hash,
  };
}

export const peopleHandlers = {
  listUsers,
  createUser,
  updateUser,
  revokeSessions: revoke,
  removeTrialAccounts: removeTrial,
  listAudit,
};
