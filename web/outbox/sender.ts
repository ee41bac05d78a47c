/** Empties the outbox: oldest first, in batches, one sender at a time. No DOM, so that the chaos test runs this very code. */
import { backOffMs } from './back-off.ts';
import { isPassing, nextBatch, type SyncAnswer, type WireOutboxItem } from './item.ts';
import type { OutboxStore, Settled } from './store.ts';

export interface SenderParts {
  readonly store: OutboxStore;
  /** @throws whatever kept the batch from being answered */
  readonly send: (items: readonly WireOutboxItem[]) => Promise<readonly SyncAnswer[]>;
  /** Runs work while no other tab does. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Runs work once after so long. @returns what calls it off */
  readonly later: (work: () => void, ms: number) => () => void;
  /** This device's clock. */
  readonly clock: () => number;
  readonly random: () => number;
  /** Something in the store has another state now. */
  readonly changed: () => void;
  /** A round has ended: with what stopped it, or null when all that can be sent has been. */
  readonly ended: (stopped: unknown) => void;
  /** Whether only signing in helps: the outbox then waits to be woken. */
  readonly needsSignIn: (error: unknown) => boolean;
}

export interface Sender {
  /** Tries at once; resolves when the round has ended, whatever came of it. */
  readonly wake: () => Promise<void>;
  /** Calls off the next try. A round that has begun goes on to its end. */
  readonly stop: () => void;
}

const BATCH = 50;

export function createSender(parts: SenderParts): Sender {
  let failures = 0;
  let isStopped = false;
  let isAskedAgain = false;
  let round: Promise<void> | null = null;
  let callOff = (): void => {};

  const run = async (): Promise<void> => {
    let stopped: unknown = null;
    try {
      do {
        isAskedAgain = false;
        await parts.alone(() => drain(parts));
      } while (isAskedAgain);
      failures = 0;
    } catch (error) {
      stopped = error;
    }
    round = null;
    parts.ended(stopped);
    if (stopped === null || isStopped || parts.needsSignIn(stopped)) return;
    callOff = parts.later(() => void wake(), backOffMs(failures, parts.random()));
    failures += 1;
  };

  const wake = (): Promise<void> => {
    callOff();
    isAskedAgain = true;
    round ??= run();
    return round;
  };

  const stop = (): void => {
    isStopped = true;
    callOff();
  };
  return { wake, stop };
}

/** The server answered, and something went wrong there with some of the items. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
}

async function drain(parts: SenderParts): Promise<void> {
  const deferred = new Set<string>();
  for (;;) {
    const batch = nextBatch(await parts.store.all(), deferred, BATCH);
    if (batch.length === 0) break;
    // From here until the answers are on disk nothing may come between: a batch that is sent twice is harmless, an answer
    // that is forgotten is one.
    const answers = await parts.send(batch);
    const settled = answers.flatMap((answer) => settledBy(answer, parts.clock()));
    await parts.store.settle(settled);
    const ids = new Set(settled.map(({ id }) => id));
    for (const { id } of batch) if (!ids.has(id)) deferred.add(id);
    parts.changed();
  }
  if (deferred.size > 0) throw new ServerFault();
}

function settledBy(answer: SyncAnswer, answeredAt: number): Settled[] {
  const { id } = answer;
  switch (answer.status) {
    case 'done':
      return [{ id, to: { state: 'done', visit: answer.visit, answeredAt } }];
    case 'refused':
      if (isPassing(answer.problem)) return [];
      return [{ id, to: { state: 'refused', problem: answer.problem } }];
    default:
      return [];
  }
}
