/** Receipts for what phones' outboxes have delivered. */
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';

export interface OutboxReceipt {
  readonly itemId: Uuid;
  /** SHA-256 of what the item said. */
  readonly content: string;
  readonly visitId: Uuid | null;
  readonly receivedAt: EpochMs;
}

export async function outboxReceipt(db: Executor, itemId: Uuid): Promise<OutboxReceipt | null> {
  const row = await db
    .selectFrom('outbox_receipt')
    .selectAll()
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  if (!row) return null;
  const { item_id, content, visit_id, received_at } = row;
  return { itemId: item_id, content, visitId: visit_id, receivedAt: received_at };
}

export async function keepOutboxReceipt(tx: Executor, receipt: OutboxReceipt): Promise<void> {
  const { itemId, content, visitId, receivedAt } = receipt;
  await tx
    .insertInto('outbox_receipt')
    .values({ item_id: itemId, content, visit_id: visitId, received_at: receivedAt })
    .execute();
}
