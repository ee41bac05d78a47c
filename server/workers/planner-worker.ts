/** Runs the planner beside the server's own thread. Started by `plan-in-worker.ts`; ends when it has answered. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PlanningProblem } from '#core/planner/problem.ts';
import type { SolveResult } from '#core/planner/solve.ts';
import { solve } from '#core/planner/solve.ts';

export interface PlannerWork {
  readonly problem: PlanningProblem;
  readonly seed: number;
  readonly iterations: number;
  readonly timeMs: number;
}

export type PlannerMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: SolveResult };

const { problem, seed, iterations, timeMs } = workerData as PlannerWork;
const begin = performance.now();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: PlannerMessage) => parentPort?.postMessage(message);

const result = solve(problem, {
  seed,
  iterations,
  shouldStop: () => performance.now() - begin >= timeMs,
  onProgress: (made) => {
    const share = Math.max(made / iterations, (performance.now() - begin) / timeMs);
    say({ kind: 'progress', share: Math.min(1, share) });
  },
});
say({ kind: 'done', result });
