import { Worker } from 'node:worker_threads';
import { roundsFor } from '#core/planner/budget.ts';
import type { PlanningProblem } from '#core/planner/problem.ts';
import type { SolveResult } from '#core/planner/solve.ts';
import type { PlannerMessage, PlannerWork } from './planner-worker.ts';

export interface PlanInWorkerOptions {
  readonly seed: number;
  /** Cap on the search's time; the budget is counted in rounds, so that the plan can be made again. */
  readonly timeMs: number;
  /** Rounds of search; absent: what an ordinary machine makes in the time. */
  readonly iterations?: number | undefined;
  /** Ends the worker at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the share of the budget that is used. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Plans in a thread of its own, so that the server answers others meanwhile. */
export async function planInWorker(
  problem: PlanningProblem,
  options: PlanInWorkerOptions,
): Promise<SolveResult> {
  const { seed, timeMs, signal } = options;
  signal?.throwIfAborted();
  const iterations = options.iterations ?? roundsFor(problem, timeMs);
  const workerData: PlannerWork = { problem, seed, timeMs, iterations };
  const worker = new Worker(new URL('./planner-worker.ts', import.meta.url), { workerData });
  try {
    return await answerOf(worker, options);
  } finally {
    await worker.terminate();
  }
}

const answerOf = (worker: Worker, { signal, onProgress }: PlanInWorkerOptions) =>
  new Promise<SolveResult>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.on('message', (message: PlannerMessage) => {
      if (message.kind === 'done') resolve(message.result);
      else onProgress?.(message.share);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the planner's worker ended with ${code}`)));
  });
