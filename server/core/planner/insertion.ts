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
  const { places, walk: walks } = inst;
  const { slackFree, slackBy, slackFrom, slackTo, slackWalk, slackLeg } = routes;
  const legs = inst.legs[route]!;
  const here = inst.spotPlace[spot]!;
  const dwell = inst.spotDwell[spot]!;
  const least = dwell + inst.leastDetour;
  const last = inst.windowLast[window]!;
  const opens = inst.windowOpen[window]!;
  const cutShort = inst.spotUsual[spot]! - dwell;
  const spare = inst.mostBusy[route]! - routes.busy[route]! - cutShort;
  const repeats = visitsInRoute(inst, routes, spot, route) > 0;
  const end = base + routes.slackCount[route]!;
  for (let n = firstSlackBy(routes, base, end, opens + dwell); n < end; n += 1) {
    const free = slackFree[n]!;
    if (free > last) return;
    const by = slackBy[n]!;
    const walk = slackWalk[n]!;
    if (by - free - walk < least || by - opens < dwell) continue;
    const place = slackFrom[n]!;
    const nextPlace = slackTo[n]!;
    const walkTo = walks[legs + place * places + here]!;
    const walkOn = walks[legs + here * places + nextPlace]!;
    const minutes = walkTo + walkOn - walk + dwell;
    if (Math.max(free + walkTo, opens) + dwell + walkOn > by) continue;
    if (minutes >= found.cost || minutes > spare) continue;
    const leg = slackLeg[n]!;
    const rested = repeats ? restedBefore(inst, routes, route, leg, spot, opens) : opens;
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

/** The first leg with slack that must end no earlier than `by`: on those before, a visit that ends then has no room. */
function firstSlackBy(routes: RouteState, base: number, end: number, by: number): number {
  let low = base;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (routes.slackBy[middle]! >= by) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** When the spot has rested from the route's own last visit before the leg. */
function restedBefore(
  inst: Instance,
  routes: RouteState,
  route: number,
  leg: number,
  spot: number,
  opens: number,
): number {
  const base = route * inst.routeRoom;
  for (let at = base + leg - 1; at >= base; at -= 1) {
    if (inst.windowSpot[routes.window[at]!] !== spot) continue;
    return Math.max(opens, routes.start[at]! + restAfter(inst, spot, routes.dwell[at]!));
  }
  return opens;
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
    // Waiting for a window to open costs less than walking: other visits may still fill it.
    const cost = minutes + inst.taste.waitShare * (start - arrives);
    if (cost >= found.cost) continue;
    found.cost = cost;
    found.position = leg;
    found.split = split;
    found.start = start;
  }
}
