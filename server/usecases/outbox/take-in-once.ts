/** Takes in an item of a phone's outbox, once: the same item sent again gets the same answer and does nothing. */
import { createHash } from 'node:crypto';
import type { EpochMs, Uuid } from '#core/model.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { keepOutboxReceipt, outboxReceipt } from '../../store/outbox-receipts.ts';

interface Item {
  readonly id: Uuid;
  readonly kind: string;
}

interface TakenIn {
  /** The visit that it was about; null: about none. */
  readonly visitId: Uuid | null;
}

/**
 * Runs `work` unless there is a receipt, and leaves one in the same transaction. What is refused leaves none: it may be
 * sent again when the cause is gone.
 * @returns what `work` gave, or the visit of the receipt
 * @throws Problem id-reused: the id is another item's; what `work` throws
 */
export async function takeInOnce<T extends TakenIn>(
  tx: Executor,
  item: Item,
  now: EpochMs,
  work: () => Promise<T>,
): Promise<T | TakenIn> {
  const content = createHash('sha256').update(JSON.stringify(item)).digest('hex');
  const known = await outboxReceipt(tx, item.id);
  if (known && known.content !== content) throw new Problem('id-reused');
  if (known) return { visitId: known.visitId };
  const taken = await work();
  const receipt = { itemId: item.id, content, visitId: taken.visitId, receivedAt: now };
  await keepOutboxReceipt(tx, receipt);
  return taken;
}
