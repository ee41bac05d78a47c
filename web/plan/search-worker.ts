/** One strand of a search at a time, beside the page's own thread: the same code as on the server. Warm before it is asked. */
import { type PlanningOrder, runStrand, type StrandMessage } from '#core/planner/strands.ts';
import { warmUp } from '#core/planner/warm-up.ts';

export interface StrandWork {
  readonly order: PlanningOrder;
  readonly strand: number;
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
const say = (message: StrandMessage): void => self.postMessage(message);

warmUp();
self.addEventListener('message', ({ data }: MessageEvent<StrandWork>) => {
  runStrand(data.order, data.strand, () => performance.now(), say);
});
