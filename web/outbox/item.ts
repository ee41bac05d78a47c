/** What an officer's buttons do, as it lies in the outbox. */
import type { WireReply } from '#contract/api.ts';
import { subjectOf } from '#contract/outbox.ts';
import type { ProblemDocument } from '#contract/problem.ts';
import type { WireOutboxItem } from '#contract/schemas/outbox.ts';

export type { WireOutboxItem };
export type SyncAnswer = WireReply<'syncOutbox'>['answers'][number];
export type AnsweredVisit = WireReply<'createVisit'>;

/**
 * `waiting`: not acknowledged yet. `refused`: by the server; it stays until somebody has decided. `done`: acknowledged, and
 * kept until a reply that was asked for afterwards shows it.
 */
export type ItemState =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly problem: ProblemDocument }
  | {
      readonly state: 'done';
      readonly visit: AnsweredVisit | null;
      /** This device's clock. */
      readonly answeredAt: number;
    };

export type KeptItem = ItemState & {
  /** Order of the presses: clocks may be set back. */
  readonly seq: number;
  readonly item: WireOutboxItem;
};

export type RefusedItem = Extract<KeptItem, { state: 'refused' }>;

/** The server's own fault: nobody on the phone can do anything about it, so the item is tried again. */
export const isPassing = (problem: ProblemDocument): boolean => problem.status >= 500;

/**
 * The next items to send, in order. Those behind a refused item about the same thing wait with it, other things go on.
 * @param deferred items to leave for a later round
 */
export function nextBatch(
  kept: readonly KeptItem[],
  deferred: ReadonlySet<string>,
  limit: number,
): WireOutboxItem[] {
  const held = new Set<string>();
  const batch: WireOutboxItem[] = [];
  for (const { state, item } of kept) {
    const subject = subjectOf(item);
    if (state === 'refused' || deferred.has(item.id)) held.add(subject);
    else if (state === 'waiting' && !held.has(subject)) batch.push(item);
  }
  return batch.slice(0, limit);
}

/** An item and all that comes after it about the same thing, in order. */
export function withFollowers(kept: readonly KeptItem[], first: KeptItem): KeptItem[] {
  const subject = subjectOf(first.item);
  return kept.filter(
    ({ seq, state, item }) => seq >= first.seq && state !== 'done' && subjectOf(item) === subject,
  );
}
