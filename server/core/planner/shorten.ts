/**
 * Shorter visits where they buy one more. The search plans every visit at its usual length; when it is done and a target
 * is still unmet, all are thought of as short, the unmet targets put in where there now is room, and every visit then given
 * back what the plan has time for. So no visit is short for nothing, and no target is lost. Against the load ceiling a
 * shortened visit counts whole.
 */
import { NO_EARLY_STOP } from './construct.ts';
import { settleRoute } from './edit-route.ts';
import type { Instance } from './instance.ts';
import { leastDwell } from './problem.ts';
import { emptyCache, fillRoutes } from './repair.ts';
import { copyRoutes, type RouteState } from './routes.ts';
import { metTargets } from './score.ts';

/** The routes with more targets met by shorter visits; the same routes where that cannot be. The given ones stay as they are. */
export function shortenForMore(inst: Instance, from: RouteState): RouteState {
  const short = shortInstance(inst);
  if (!short || !isAnyUnmet(inst, from)) return from;
  const routes = copyRoutes(inst, from);
  let stamp = Math.max(...routes.routeStamp, ...routes.spotStamp);
  const nextStamp = () => (stamp += 1);
  if (!shortenAll(short, routes, nextStamp)) return from;
  const favour = {
    window: new Float64Array(inst.windows).fill(1),
    route: new Float64Array(inst.patrols).fill(1),
  };
  fillRoutes(short, routes, emptyCache(short), favour, nextStamp);
  if (metTargets(inst, routes) <= metTargets(inst, from)) return from;
  for (const at of visitsByWorth(inst, routes)) lengthen(inst, short, routes, at, nextStamp);
  return routes;
}

/** The same instance with visits as short as they may be and nothing gained beyond a target; null: none may be shortened. */
function shortInstance(inst: Instance): Instance | null {
  const spotDwell = Int32Array.from(inst.problem.hotspots, leastDwell);
  if (spotDwell.every((dwell, spot) => dwell === inst.spotDwell[spot])) return null;
  const worth = inst.worth.slice();
  for (let window = 0; window < inst.windows; window += 1)
    worth.fill(
      0,
      window * inst.spotRoom + Math.min(inst.spotRoom, inst.windowTarget[window]!),
      (window + 1) * inst.spotRoom,
    );
  return {
    ...inst,
    spotDwell,
    worth,
    shortestDwell: Math.min(...spotDwell),
    windowLast: inst.windowLast.map((last, window) => {
      const spot = inst.windowSpot[window]!;
      return last + inst.spotDwell[spot]! - spotDwell[spot]!;
    }),
  };
}

function isAnyUnmet(inst: Instance, routes: RouteState): boolean {
  for (let window = 0; window < inst.windows; window += 1)
    if (routes.windowCount[window]! < inst.windowTarget[window]!) return true;
  return false;
}

/** Shortens every visit that is not locked. False: they do not fit so, for want of a gap between two patrols' visits. */
function shortenAll(short: Instance, routes: RouteState, nextStamp: () => number): boolean {
  for (const at of visits(short, routes))
    routes.dwell[at] = Math.min(
      routes.dwell[at]!,
      short.spotDwell[short.windowSpot[routes.window[at]!]!]!,
    );
  for (let route = 0; route < short.patrols; route += 1)
    if (!settleRoute(short, routes, route, 0, NO_EARLY_STOP, nextStamp())) return false;
  return true;
}

/** Where the visits that are not locked stand. */
function visits(inst: Instance, routes: RouteState): number[] {
  const found: number[] = [];
  for (let route = 0; route < inst.patrols; route += 1)
    for (let i = 0; i < routes.length[route]!; i += 1)
      if (!routes.locked[route * inst.routeRoom + i]) found.push(route * inst.routeRoom + i);
  return found;
}

/** Those of most worth first: they are the last to be cut short. */
const visitsByWorth = (inst: Instance, routes: RouteState): number[] => {
  const worth = (at: number) => inst.worth[routes.window[at]! * inst.spotRoom]!;
  return visits(inst, routes).sort((a, b) => worth(b) - worth(a) || a - b);
};

/** Gives the visit as much of its usual length as the plan has time for. */
function lengthen(
  inst: Instance,
  short: Instance,
  routes: RouteState,
  at: number,
  nextStamp: () => number,
): void {
  const route = Math.floor(at / inst.routeRoom);
  const kept = routes.data.slice();
  const least = routes.dwell[at]!;
  const usual = inst.spotDwell[inst.windowSpot[routes.window[at]!]!]!;
  for (let dwell = usual; dwell > least; dwell -= 1) {
    routes.dwell[at] = dwell;
    if (settleRoute(short, routes, route, 0, NO_EARLY_STOP, nextStamp())) return;
    routes.data.set(kept);
  }
}
