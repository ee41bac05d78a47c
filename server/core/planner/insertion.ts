/**
 * Where a visit fits. A place is tested in constant time: the next visit must not be reached later than it could start.
 *
 *     visit i ──leg──▶ [new visit] ──leg──▶ visit j        arrival at j ≤ latest[j]
 */
import type { Instance } from './instance.ts';
import { NEVER } from './instance.ts';
import { arrival } from './leg.ts';
import type { RouteState } from './routes.ts';
import { firstPauseOn, nextLatest, restAfter } from './schedule.ts';
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
  const { places, walk } = inst;
  const here = inst.spotPlace[spot]!;
  const dwell = inst.spotDwell[spot]!;
  const last = inst.windowLast[window]!;
  const spare = inst.mostBusy[route]! - routes.busy[route]!;
  const repeats = visitsInRoute(inst, routes, spot, route) > 0;
  let place = inst.from[route]!;
  let free = inst.dutyStart[route]!;
  let rested = inst.windowOpen[window]!;
  for (let leg = 0; leg <= length && free <= last; leg += 1) {
    const at = base + leg;
    const isHome = leg === length;
    const nextSpot = isHome ? -1 : inst.windowSpot[routes.window[at]!]!;
    const nextPlace = isHome ? inst.to[route]! : inst.spotPlace[nextSpot]!;
    const by = isHome ? inst.dutyEnd[route]! : routes.latest[at]!;
    if (by >= rested + dwell) {
      const walkTo = walk[place * places + here]!;
      const walkOn = walk[here * places + nextPlace]!;
      const minutes = walkTo + walkOn - walk[place * places + nextPlace]! + dwell;
      if (minutes < found.cost && minutes <= spare) {
        const until = repeats ? nextLatest(inst, routes, route, leg - 1, spot) : NEVER;
        tryLeg(
          inst,
          routes,
          window,
          route,
          leg,
          minutes,
          walkTo,
          walkOn,
          free,
          by,
          rested,
          until,
          found,
        );
      }
    }
    if (isHome) return;
    place = nextPlace;
    free = routes.start[at]! + routes.dwell[at]!;
    if (nextSpot === spot)
      rested = Math.max(rested, routes.start[at]! + restAfter(inst, spot, routes.dwell[at]!));
  }
}

/**
 * Tries the visit on one leg, before, between and after its pauses: no earlier than the spot has `rested`, the next visit
 * reached `by`, and a gap before the route's next visit to the spot, which may start `until`.
 * So many numbers and no object, since this is the hot loop.
 */
function tryLeg(
  inst: Instance,
  routes: RouteState,
  window: number,
  route: number,
  leg: number,
  minutes: number,
  walkTo: number,
  walkOn: number,
  free: number,
  by: number,
  rested: number,
  until: number,
  found: Insertion,
): void {
  const spot = inst.windowSpot[window]!;
  const dwell = inst.spotDwell[spot]!;
  const spacing = inst.spotSpacing[spot]!;
  const last = Math.min(inst.windowLast[window]!, until - spacing);
  const firstPause = firstPauseOn(inst, routes, route, leg);
  const endPause = firstPauseOn(inst, routes, route, leg + 1);
  for (let split = firstPause; split <= endPause; split += 1) {
    const arrives = arrival(inst, routes, route, firstPause, split, free, walkTo);
    const start = firstFree(inst, routes, spot, route, Math.max(arrives, rested), spacing);
    if (start > last) continue;
    if (arrival(inst, routes, route, split, endPause, start + dwell, walkOn) > by) continue;
    const cost = minutes + WAIT_SHARE * (start - arrives);
    if (cost >= found.cost) continue;
    found.cost = cost;
    found.position = leg;
    found.split = split;
    found.start = start;
  }
}
