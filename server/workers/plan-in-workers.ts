import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SolveResult } from '#core/planner/solve.ts';
import { bestOfStrands, type PlanningOrder, type StrandMessage } from '#core/planner/strands.ts';
import type { StrandWork } from './planner-worker.ts';

export interface PlanInWorkersOptions {
  /** Ends the workers at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the share of the budget that is used. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** More strands find little more. */
const MOST_STRANDS = 4;

/** One a core. */
export const strandsHere = (): number => Math.min(MOST_STRANDS, availableParallelism());

/**
 * Plans in threads of their own, one a strand, so that the server answers others meanwhile. A search that nobody waits for is
 * told so and ends by itself: to end a thread from outside, in the middle, may take the whole process with it.
 */
export async function planInWorkers(
  order: PlanningOrder,
  options: PlanInWorkersOptions = {},
): Promise<SolveResult> {
  options.signal?.throwIfAborted();
  const calledOff = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workers = Array.from({ length: order.strands }, (_, strand) =>
    startWorker({ order, strand, calledOff }),
  );
  const allGone = Promise.all(workers.map(gone));
  try {
    const results = await Promise.all(workers.map((worker) => answerOf(worker, options)));
    return bestOfStrands(results, order);
  } finally {
    Atomics.store(calledOff, 0, 1);
    await allGone;
  }
}

const startWorker = (workerData: StrandWork): Worker =>
  new Worker(new URL('./planner-worker.ts', import.meta.url), { workerData });

const gone = (worker: Worker) =>
  new Promise<void>((resolve) => worker.once('exit', () => resolve()));

const answerOf = (worker: Worker, { signal, onProgress }: PlanInWorkersOptions) =>
  new Promise<SolveResult>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.on('message', (message: StrandMessage) => {
      if (message.kind === 'done') resolve(message.result);
      else if (message.kind === 'progress') onProgress?.(message.share);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the planner's worker ended with ${code}`)));
  });
