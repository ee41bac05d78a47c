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

/** Workers that are warm and have nothing to do. */
const idle: Worker[] = [];

/** One a core. */
export const strandsHere = (): number =>
  Math.max(1, Math.min(MOST_STRANDS, navigator.hardwareConcurrency));

/** Lets workers warm up before anybody asks for a plan, so that the first one is there within a tenth of a second. */
export function prepareSearch(): void {
  while (idle.length < strandsHere()) idle.push(startWorker());
}

export async function searchInBrowser(
  order: PlanningOrder,
  watch: SearchWatch,
): Promise<SolveResult> {
  watch.signal.throwIfAborted();
  const workers = Array.from({ length: order.strands }, () => idle.pop() ?? startWorker());
  const hearing = new AbortController();
  const listening = { ...watch, onBetter: bestSoFar(watch), hearing: hearing.signal };
  try {
    const results = await Promise.all(
      workers.map((worker, strand) => answerOf(worker, { order, strand }, listening)),
    );
    for (const worker of workers) keepIdle(worker);
    return bestOfStrands(results, order);
  } catch (error) {
    for (const worker of workers) worker.terminate();
    prepareSearch();
    throw error;
  } finally {
    hearing.abort();
  }
}

/** Keeps a worker for the next search, unless enough of them wait. */
function keepIdle(worker: Worker): void {
  if (idle.length < strandsHere()) idle.push(worker);
  else worker.terminate();
}

const startWorker = (): Worker =>
  new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });

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

interface Listening extends Pick<SearchWatch, 'signal' | 'onProgress'> {
  readonly onBetter: (found: Better) => void;
  /** Ends when the search has: the next one's answers are not this one's. */
  readonly hearing: AbortSignal;
}

const answerOf = (
  worker: Worker,
  work: StrandWork,
  { signal, onProgress, onBetter, hearing }: Listening,
) =>
  new Promise<SolveResult>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    const hear = ({ data }: MessageEvent<StrandMessage>): void => {
      if (data.kind === 'done') resolve(data.result);
      else if (data.kind === 'progress') onProgress?.(data.share);
      else onBetter(data);
    };
    worker.addEventListener('message', hear, { signal: hearing });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), {
      signal: hearing,
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage(work);
  });
