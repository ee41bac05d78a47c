/** The audit log. Each row's hash covers the row and the hash before it, so that no row can be changed or left out unseen. */
import { createHash } from 'node:crypto';
import type { AuditAction } from '#core/audit-action.ts';
import type { EpochMs } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { AuditTable } from './schema.ts';

export interface AuditEntry {
  readonly action: AuditAction;
  readonly entity: string;
  readonly entityId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

interface Who {
  readonly id: string | null;
  readonly username: string | null;
  readonly role: string | null;
}

export type AuditRow = { [K in keyof AuditTable]: K extends 'seq' ? number : AuditTable[K] };

/** What the first row is chained to. */
export const GENESIS = '0'.repeat(64);

type Unhashed = Omit<AuditRow, 'hash'>;

/** SHA-256 over the row's fields in a fixed order; `prev_hash` among them makes the chain. */
export function hashOf(row: Unhashed): string {
  const fields = [row.seq, row.at, row.actor_id, row.actor, row.role];
  const rest = [row.action, row.entity, row.entity_id, row.detail, row.prev_hash];
  return createHash('sha256')
    .update(JSON.stringify([...fields, ...rest]))
    .digest('hex');
}

/** Appends rows inside the caller's transaction: what is not committed leaves no trace, what is leaves one. */
export async function appendAudit(
  tx: Executor,
  entries: readonly AuditEntry[],
  who: Who,
  at: EpochMs,
): Promise<void> {
  let last = await lastRow(tx);
  for (const entry of entries) {
    const row: Unhashed = {
      seq: last.seq + 1,
      at,
      actor_id: who.id,
      actor: who.username,
      role: who.role,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId,
      detail: JSON.stringify(entry.detail ?? {}),
      prev_hash: last.hash,
    };
    last = { seq: row.seq, hash: hashOf(row) };
    await tx
      .insertInto('audit')
      .values({ ...row, hash: last.hash })
      .execute();
  }
}

async function lastRow(db: Executor): Promise<{ seq: number; hash: string }> {
  const row = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: GENESIS };
}

/** Rows before `before` (null: the newest), newest first. */
export async function auditPage(
  db: Executor,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit);
  if (before !== null) query = query.where('seq', '<', before);
  return query.execute();
}

/** Rows after `after` in order, for the verification, which never holds the whole log in memory. */
export async function auditRowsAfter(
  db: Executor,
  after: number,
  limit: number,
): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}
