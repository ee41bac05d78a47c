/** Searches on this device, a worker a core: the first answer at once, better ones as they come, ended at any time. */
import type { PatrolRoute } from '#core/planner/problem.ts';
import type { SolveResult } from '#core/planner/solve.ts';
import { bestOfStrands, type PlanningOrder, type StrandMessage } from '#core/planner/strands.ts';
import type { StrandWork } from './search-worker.ts';

export interface SearchWatch {
  /** Ends the search; the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal;
  /** The share of the budget that is used. */
  readonly onProgress?: (share: number) => void;
  /** The best routes of all strands so far. */
  readonly onBetter?: (patrols: readonly PatrolRoute[]) => void;
}

/** More strands find little more. */
const MOST_STRANDS = 4;

/** One a core. */
export const strandsHere = (): number =>
  Math.max(1, Math.min(MOST_STRANDS, navigator.hardwareConcurrency));

export async function searchInBrowser(
  order: PlanningOrder,
  watch: SearchWatch,
): Promise<SolveResult> {
  watch.signal.throwIfAborted();
  const workers = Array.from(
    { length: order.strands },
    () => new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }),
  );
  const best = bestSoFar(watch);
  try {
    const results = await Promise.all(
      workers.map((worker, strand) => answerOf(worker, { order, strand }, watch, best)),
    );
    return bestOfStrands(results, order);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

type Better = Extract<StrandMessage, { kind: 'better' }>;

/** Passes on what is better than what any strand has found before. */
function bestSoFar({ onBetter }: SearchWatch): (found: Better) => void {
  let greatest = Number.NEGATIVE_INFINITY;
  return ({ patrols, value }) => {
    if (value <= greatest) return;
    greatest = value;
    onBetter?.(patrols);
  };
}

const answerOf = (
  worker: Worker,
  work: StrandWork,
  { signal, onProgress }: SearchWatch,
  onBetter: (found: Better) => void,
) =>
  new Promise<SolveResult>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<StrandMessage>) => {
      if (data.kind === 'done') resolve(data.result);
      else if (data.kind === 'progress') onProgress?.(data.share);
      else onBetter(data);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage(work);
  });
