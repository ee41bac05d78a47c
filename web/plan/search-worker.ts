/** One strand of a search, beside the page's own thread: the same code as on the server. */
import { type PlanningOrder, runStrand, type StrandMessage } from '#core/planner/strands.ts';

export interface StrandWork {
  readonly order: PlanningOrder;
  readonly strand: number;
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
const say = (message: StrandMessage): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<StrandWork>) => {
  runStrand(data.order, data.strand, () => performance.now(), say);
});
