import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';
import { mendRoutes } from './search.ts';

const FORCED_SEED = 1;
/** More than any plan is worth in the search's scale, and still exact in a sum. */
const FORCED_WORTH = 1e13;

/** What forcing one more visit costs, and the window that loses a visit by it. */
export interface ForcedVisit {
  readonly loss: number;
  readonly lostWindow: number;
}

/**
 * Forces one more visit of the window into the plan by making it worth more than all else, mends the plan for so
 * many rounds, and compares. Null: it could not be forced in, or no window lost by it.
 */
export function forceVisit(
  inst: Instance,
  routes: RouteState,
  window: number,
  rounds: number,
): ForcedVisit | null {
  const worth = inst.worth.slice();
  const next = window * inst.spotRoom + routes.windowCount[window]!;
  worth[next] = FORCED_WORTH;
  const mended = mendRoutes({ ...inst, worth }, routes, {
    seed: FORCED_SEED,
    iterations: rounds,
    heat: 0,
  }).routes;
  if (mended.windowCount[window]! <= routes.windowCount[window]!) return null;
  const scale = inst.worthScale;
  let loss = 0;
  let lostWindow = -1;
  let mostLost = 0;
  for (let w = 0; w < inst.windows; w += 1) {
    const lost = windowWorth(inst, routes, w) - windowWorth(inst, mended, w);
    loss += lost;
    if (lost <= mostLost) continue;
    mostLost = lost;
    lostWindow = w;
  }
  return lostWindow < 0 || loss <= 0 ? null : { loss: loss / scale, lostWindow };
}

function windowWorth(inst: Instance, routes: RouteState, window: number): number {
  let sum = 0;
  for (let k = 0; k < routes.windowCount[window]!; k += 1)
    sum += inst.worth[window * inst.spotRoom + k]!;
  return sum;
}
