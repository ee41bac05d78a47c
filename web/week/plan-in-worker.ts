/** Plans a week on this device, beside the page's own thread; ended at any step. */
import type { WeekResult, WeekStep } from '#core/planner/week/plan-week.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import type { WeekMessage, WeekOrder } from './week-worker.ts';

/** For each shift, and each of the two passes over it. */
const SEARCH_MS = 400;

export interface WeekWatch {
  /** Ends the planning; the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal;
  readonly onStep: (step: WeekStep) => void;
}

export function planInWorker(
  task: WeekTask,
  seed: number,
  { signal, onStep }: WeekWatch,
): Promise<WeekResult> {
  const worker = new Worker(new URL('./week-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<WeekResult>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<WeekMessage>) => {
      if (data.kind === 'done') resolve(data.result);
      else onStep(data.step);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
  });
  const order: WeekOrder = { task, seed, timeMs: SEARCH_MS };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  worker.postMessage(order);
  return answer.finally(() => worker.terminate());
}
