/** Times of a route: each visit as early as it can be, and how late it could be. */
import type { Instance } from './instance.ts';
import { NEVER } from './instance.ts';
import { arrival, latestDeparture } from './leg.ts';
import type { RouteState } from './routes.ts';
import { firstFree, lastFree, markVisit, unmarkVisit, visitsInRoute } from './spot-rest.ts';

/** How long a visit keeps its hot spot: a stretched one moves the next by as much. */
export const restAfter = (inst: Instance, spot: number, dwell: number) =>
  inst.spotSpacing[spot]! + Math.max(0, dwell - inst.spotUsual[spot]!);

/** The last start of a visit of a route in its window; it may be shorter or longer than usual. */
export const lastInWindow = (inst: Instance, routes: RouteState, at: number) => {
  const window = routes.window[at]!;
  return inst.windowLast[window]! + inst.spotDwell[inst.windowSpot[window]!]! - routes.dwell[at]!;
};

/** Pauses before the leg, by order. */
export function firstPauseOn(inst: Instance, routes: RouteState, route: number, leg: number) {
  const offset = route * inst.pauseRoom;
  const count = routes.pauseCount[route]!;
  let q = 0;
  while (q < count && routes.pauseLeg[offset + q]! < leg) q += 1;
  return q;
}

/**
 * Sets the starts from position `from` on, as early as the other routes' visits allow, and stops where nothing changes
 * after `until`, nor after the next visit to a spot that moved. Spots whose visits moved get a new stamp. False: some visit, or the way home, comes too late.
 */
export function setStarts(
  inst: Instance,
  routes: RouteState,
  route: number,
  from: number,
  until: number,
  stamp: number,
): boolean {
  const base = route * inst.routeRoom;
  const length = routes.length[route]!;
  let q = firstPauseOn(inst, routes, route, from);
  const pauses = routes.pauseCount[route]!;
  const legs = inst.legs[route]!;
  let place = inst.from[route]!;
  let free = inst.dutyStart[route]!;
  let settled = until;
  if (from > 0) {
    place = inst.spotPlace[inst.windowSpot[routes.window[base + from - 1]!]!]!;
    free = routes.start[base + from - 1]! + routes.dwell[base + from - 1]!;
  }
  for (let i = from; i < length; i += 1) {
    const at = base + i;
    const spot = inst.windowSpot[routes.window[at]!]!;
    const firstPause = q;
    while (q < pauses && routes.pauseLeg[route * inst.pauseRoom + q]! <= i) q += 1;
    const walk = inst.walk[legs + place * inst.places + inst.spotPlace[spot]!]!;
    const arrives = arrival(inst, routes, route, firstPause, q, free, walk);
    const start = earliestStart(inst, routes, route, i, spot, arrives);
    if (start < 0) return false;
    const before = routes.start[at]!;
    if (start !== before) moveVisit(inst, routes, route, at, spot, start, stamp);
    else if (i > settled) return true;
    settled = Math.max(settled, nextPosition(inst, routes, route, i, spot));
    place = inst.spotPlace[spot]!;
    free = start + routes.dwell[at]!;
  }
  const home = inst.walk[legs + place * inst.places + inst.to[route]!]!;
  return arrival(inst, routes, route, q, pauses, free, home) <= inst.dutyEnd[route]!;
}

function earliestStart(
  inst: Instance,
  routes: RouteState,
  route: number,
  position: number,
  spot: number,
  arrives: number,
): number {
  const base = route * inst.routeRoom;
  const at = base + position;
  if (routes.locked[at]) return arrives <= routes.start[at]! ? routes.start[at]! : -1;
  const window = routes.window[at]!;
  let from = Math.max(arrives, inst.windowOpen[window]!);
  if (visitsInRoute(inst, routes, spot, route) > 1) {
    for (let i = position - 1; i >= 0; i -= 1) {
      if (inst.windowSpot[routes.window[base + i]!] !== spot) continue;
      from = Math.max(
        from,
        routes.start[base + i]! + restAfter(inst, spot, routes.dwell[base + i]!),
      );
      break;
    }
  }
  const after = restAfter(inst, spot, routes.dwell[at]!);
  const start = firstFree(inst, routes, spot, route, from, after);
  return start <= lastInWindow(inst, routes, at) ? start : -1;
}

function moveVisit(
  inst: Instance,
  routes: RouteState,
  route: number,
  at: number,
  spot: number,
  start: number,
  stamp: number,
): void {
  unmarkVisit(inst, routes, spot, route, routes.start[at]!);
  markVisit(inst, routes, spot, route, start, restAfter(inst, spot, routes.dwell[at]!));
  routes.start[at] = start;
  routes.spotStamp[spot] = stamp;
}

/** Sets how late each visit of the route could start; says whether any of them changed. */
export function setLatest(inst: Instance, routes: RouteState, route: number): boolean {
  const base = route * inst.routeRoom;
  const legs = inst.legs[route]!;
  let place = inst.to[route]!;
  let by = inst.dutyEnd[route]!;
  let endPause = routes.pauseCount[route]!;
  let changed = false;
  for (let i = routes.length[route]! - 1; i >= 0; i -= 1) {
    const at = base + i;
    const spot = inst.windowSpot[routes.window[at]!]!;
    const firstPause = firstPauseOn(inst, routes, route, i + 1);
    const walk = inst.walk[legs + inst.spotPlace[spot]! * inst.places + place]!;
    const departs = latestDeparture(inst, routes, route, firstPause, endPause, by, walk);
    const latest = latestStart(inst, routes, route, i, spot, departs - routes.dwell[at]!);
    if (latest !== routes.latest[at]) changed = true;
    routes.latest[at] = latest;
    by = latest;
    place = inst.spotPlace[spot]!;
    endPause = firstPause;
  }
  listSlack(inst, routes, route);
  return changed;
}

/** Lists the legs with room for the shortest visit; both times of the route are set. */
function listSlack(inst: Instance, routes: RouteState, route: number): void {
  const base = route * inst.routeRoom;
  const length = routes.length[route]!;
  const legs = inst.legs[route]!;
  const least = inst.shortestDwell + inst.leastDetour;
  let n = base;
  let from = inst.from[route]!;
  let free = inst.dutyStart[route]!;
  for (let leg = 0; leg <= length; leg += 1) {
    const at = base + leg;
    const isHome = leg === length;
    const to = isHome ? inst.to[route]! : inst.spotPlace[inst.windowSpot[routes.window[at]!]!]!;
    const by = isHome ? inst.dutyEnd[route]! : routes.latest[at]!;
    const walk = inst.walk[legs + from * inst.places + to]!;
    if (by - free - walk >= least) {
      routes.slackLeg[n] = leg;
      routes.slackFree[n] = free;
      routes.slackFrom[n] = from;
      routes.slackBy[n] = by;
      routes.slackTo[n] = to;
      routes.slackWalk[n] = walk;
      n += 1;
    }
    if (isHome) break;
    from = to;
    free = routes.start[at]! + routes.dwell[at]!;
  }
  routes.slackCount[route] = n - base;
}

function latestStart(
  inst: Instance,
  routes: RouteState,
  route: number,
  position: number,
  spot: number,
  until: number,
): number {
  const base = route * inst.routeRoom;
  const at = base + position;
  if (routes.locked[at]) return routes.start[at]!;
  let by = Math.min(until, lastInWindow(inst, routes, at));
  const after = restAfter(inst, spot, routes.dwell[at]!);
  if (visitsInRoute(inst, routes, spot, route) > 1)
    by = Math.min(by, nextLatest(inst, routes, route, position, spot) - after);
  return lastFree(inst, routes, spot, route, by, after);
}

/** Position of the route's next visit to the spot, or −1. */
function nextPosition(
  inst: Instance,
  routes: RouteState,
  route: number,
  position: number,
  spot: number,
): number {
  const base = route * inst.routeRoom;
  for (let i = position + 1; i < routes.length[route]!; i += 1)
    if (inst.windowSpot[routes.window[base + i]!] === spot) return i;
  return -1;
}

/** How late the route's next visit to the spot could start. */
export function nextLatest(
  inst: Instance,
  routes: RouteState,
  route: number,
  position: number,
  spot: number,
): number {
  const next = nextPosition(inst, routes, route, position, spot);
  return next < 0 ? NEVER : routes.latest[route * inst.routeRoom + next]!;
}

/**
 * Minutes of walking and dwelling in the route. A visit that the search has cut short counts whole: shorter visits are to
 * use time between windows and gaps, not to get round the load ceiling.
 */
export function busyMinutes(inst: Instance, routes: RouteState, route: number): number {
  const base = route * inst.routeRoom;
  const legs = inst.legs[route]!;
  let place = inst.from[route]!;
  let busy = 0;
  for (let i = 0; i < routes.length[route]!; i += 1) {
    const at = base + i;
    const spot = inst.windowSpot[routes.window[at]!]!;
    const next = inst.spotPlace[spot]!;
    const dwell = routes.dwell[at]!;
    busy += inst.walk[legs + place * inst.places + next]!;
    busy += routes.locked[at] ? dwell : Math.max(dwell, inst.spotUsual[spot]!);
    place = next;
  }
  return busy + inst.walk[legs + place * inst.places + inst.to[route]!]!;
}
