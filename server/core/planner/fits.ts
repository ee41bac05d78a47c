import { breakPlaces, putInBreak, takeOutBreak } from './break-place.ts';
import { lockedRoutes, NO_EARLY_STOP } from './construct.ts';
import { settleRoute } from './edit-route.ts';
import type { Insertion } from './insertion.ts';
import { findInsertion } from './insertion.ts';
import type { Instance } from './instance.ts';
import { compileProblem, NEVER } from './instance.ts';
import type { PlanningProblem, ProblemWindow } from './problem.ts';
import type { RouteState } from './routes.ts';

/** A route that one more visit of the window fits in as the routes stand, or −1. */
export function fitsAnywhere(inst: Instance, routes: RouteState, window: number): number {
  const found: Insertion = { cost: NEVER, position: 0, split: 0, start: 0 };
  for (let route = 0; route < inst.patrols; route += 1) {
    if (!inst.serves[window * inst.patrols + route]) continue;
    findInsertion(inst, routes, window, route, found);
    if (found.cost < NEVER) return route;
  }
  return -1;
}

/** Whether any patrol, with nothing else to do than its break and its calls, could make one visit in the window. */
export function fitsForLonePatrol(
  problem: PlanningProblem,
  hotspot: number,
  window: ProblemWindow,
): boolean {
  const spot = problem.hotspots[hotspot];
  if (!spot) return false;
  return problem.patrols.some((patrol) => {
    const inst = compileProblem({
      ...problem,
      patrols: [{ ...patrol, maxBusy: undefined }],
      hotspots: [{ ...spot, lastStart: undefined, taken: [], windows: [window] }],
      locked: [],
    });
    const routes = lockedRoutes(inst);
    return typeof routes !== 'number' && fitsBesideBreak(inst, routes);
  });
}

/** Tries the window with the break before the visit and after it. */
function fitsBesideBreak(inst: Instance, routes: RouteState): boolean {
  if (fitsAnywhere(inst, routes, 0) >= 0) return true;
  if (inst.breakPause[0]! < 0 || routes.pauseCount[0] === 0) return false;
  takeOutBreak(inst, routes, 0);
  settleRoute(inst, routes, 0, 0, NO_EARLY_STOP, 2);
  return breakPlaces(inst, routes, 0).some((place) => {
    putInBreak(inst, routes, 0, place);
    const fits = fitsAnywhere(inst, routes, 0) >= 0;
    takeOutBreak(inst, routes, 0);
    return fits;
  });
}
