/**
 * Where a visit fits. A place is tested in constant time: the next visit must not be reached later than it could start.
 *
 *     visit i ──leg──▶ [new visit] ──leg──▶ visit j        arrival at j ≤ latest[j]
 */
import type { Instance } from './instance.ts';
import { NEVER } from './instance.ts';
import { arrival } from './leg.ts';
import type { RouteState } from './routes.ts';
import { nextLatest } from './schedule.ts';
import { firstFree, visitsInRoute } from './spot-rest.ts';

/** The cheapest place found for a window in a route; one object, filled anew at each search. */
export interface Insertion {
  /** Minutes of the patrol's time it takes; NEVER: it fits nowhere. */
  cost: number;
  position: number;
  split: number;
  start: number;
}

/** Waiting for a window to open costs less than walking: other visits may still fill it. */
const WAIT_SHARE = 0.3;

/** Finds the cheapest place for one more visit of the window in the route. */
export function findInsertion(
  inst: Instance,
  routes: RouteState,
  window: number,
  route: number,
  found: Insertion,
): void {
  found.cost = NEVER;
  const spot = inst.windowSpot[window]!;
  const base = route * inst.routeRoom;
  const length = routes.length[route]!;
  const last = inst.windowLast[window]!;
  const open = inst.windowOpen[window]!;
  const dwell = inst.spotDwell[spot]!;
  const spacing = inst.spotSpacing[spot]!;
  const spare = inst.mostBusy[route]! - routes.busy[route]! - dwell;
  const target = inst.spotPlace[spot]!;
  const repeats = visitsInRoute(inst, routes, spot, route) > 0;
  const pauses = route * inst.pauseRoom;
  const pauseCount = routes.pauseCount[route]!;
  let place = inst.from[route]!;
  let free = inst.dutyStart[route]!;
  let rested = open;
  let firstPause = 0;
  for (let k = 0; k <= length && free <= last; k += 1) {
    let endPause = firstPause;
    while (endPause < pauseCount && routes.pauseLeg[pauses + endPause] === k) endPause += 1;
    const isHome = k === length;
    const nextSpot = isHome ? -1 : inst.windowSpot[routes.window[base + k]!]!;
    const nextPlace = isHome ? inst.to[route]! : inst.spotPlace[nextSpot]!;
    const by = isHome ? inst.dutyEnd[route]! : routes.latest[base + k]!;
    if (by >= open + dwell) {
      const walkTo = inst.walk[place * inst.places + target]!;
      const walkOn = inst.walk[target * inst.places + nextPlace]!;
      const detour = walkTo + walkOn - inst.walk[place * inst.places + nextPlace]!;
      if (detour <= spare) {
        for (let split = firstPause; split <= endPause; split += 1) {
          const arrives = arrival(inst, routes, route, firstPause, split, free, walkTo);
          const start = firstFree(inst, routes, spot, route, Math.max(arrives, rested), spacing);
          if (start > last) continue;
          if (arrival(inst, routes, route, split, endPause, start + dwell, walkOn) > by) continue;
          if (repeats && start + spacing > nextLatest(inst, routes, route, k - 1, spot)) continue;
          const cost = detour + dwell + WAIT_SHARE * (start - arrives);
          if (cost >= found.cost) continue;
          found.cost = cost;
          found.position = k;
          found.split = split;
          found.start = start;
        }
      }
    }
    if (isHome) break;
    firstPause = endPause;
    place = nextPlace;
    free = routes.start[base + k]! + routes.dwell[base + k]!;
    if (repeats && nextSpot === spot)
      rested = Math.max(
        open,
        routes.start[base + k]! + spacing + Math.max(0, routes.dwell[base + k]! - dwell),
      );
  }
}
