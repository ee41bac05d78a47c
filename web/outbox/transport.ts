/** One batch to the server and its answers back; the clock is measured by the way. */
import { call } from '../api.ts';
import type { SyncAnswer, WireOutboxItem } from './item.ts';
import { measureSkew } from './skew.ts';

/** Longer than a bad network takes, shorter than an officer waits. */
const GIVE_UP_MS = 20_000;

/**
 * @param account whose outbox it is: the server refuses it where another account is signed in
 * @throws ApiProblem: `offline` where nothing answered, else what the server says of the whole batch
 */
export async function sendBatch(
  account: string,
  items: readonly WireOutboxItem[],
): Promise<readonly SyncAnswer[]> {
  const askedAt = Date.now();
  const { now, answers } = await call('syncOutbox', {
    body: { account, sentAt: new Date(askedAt).toISOString(), items: [...items] },
    signal: AbortSignal.timeout(GIVE_UP_MS),
  });
  measureSkew(now, askedAt, Date.now());
  return answers;
}
