/** Runs one strand of a search beside the server's own thread. Started by `plan-in-workers.ts`; ends when it has answered. */
import { parentPort, workerData } from 'node:worker_threads';
import { type PlanningOrder, runStrand, type StrandMessage } from '#core/planner/strands.ts';
import { warmUp } from '#core/planner/warm-up.ts';

export interface StrandWork {
  readonly order: PlanningOrder;
  readonly strand: number;
  /** One number shared by all strands: not 0 once nobody waits for the answer. */
  readonly calledOff: Int32Array;
}

const { order, strand, calledOff } = workerData as StrandWork;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: StrandMessage) => parentPort?.postMessage(message);

const isCalledOff = () => Atomics.load(calledOff, 0) !== 0;

warmUp();
runStrand(order, strand, () => performance.now(), say, isCalledOff);
