/** Putting visits into routes and taking them out; times are set by `schedule.ts`. */
import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';
import { busyMinutes, restAfter, setLatest, setStarts } from './schedule.ts';
import { markVisit, unmarkVisit } from './spot-rest.ts';

/** A visit to be put in: on the leg `position`, after those of its pauses that come before `split`. */
export interface Placement {
  readonly window: number;
  readonly route: number;
  readonly position: number;
  readonly split: number;
  readonly start: number;
  readonly dwell: number;
  readonly locked: boolean;
}

/** Opens a place in the route and marks the visit, without moving any other. */
export function openPlace(
  inst: Instance,
  routes: RouteState,
  placement: Placement,
  stamp: number,
): void {
  const { window, route, position, start, dwell } = placement;
  const at = route * inst.routeRoom + position;
  const end = route * inst.routeRoom + routes.length[route]!;
  for (const column of [routes.window, routes.start, routes.latest, routes.dwell, routes.locked])
    column.copyWithin(at + 1, at, end);
  routes.window[at] = window;
  routes.start[at] = start;
  routes.dwell[at] = dwell;
  routes.locked[at] = placement.locked ? 1 : 0;
  routes.length[route]! += 1;
  routes.windowCount[window]! += 1;
  const pauses = route * inst.pauseRoom;
  for (let q = placement.split; q < routes.pauseCount[route]!; q += 1)
    routes.pauseLeg[pauses + q]! += 1;
  const spot = inst.windowSpot[window]!;
  markVisit(inst, routes, spot, route, start, restAfter(inst, spot, dwell));
  routes.spotStamp[spot] = stamp;
}

/** Takes a visit out of the route, without moving any other. */
export function closePlace(
  inst: Instance,
  routes: RouteState,
  route: number,
  position: number,
  stamp: number,
): void {
  const at = route * inst.routeRoom + position;
  const end = route * inst.routeRoom + routes.length[route]!;
  const window = routes.window[at]!;
  const spot = inst.windowSpot[window]!;
  unmarkVisit(inst, routes, spot, route, routes.start[at]!);
  routes.spotStamp[spot] = stamp;
  for (const column of [routes.window, routes.start, routes.latest, routes.dwell, routes.locked])
    column.copyWithin(at, at + 1, end);
  routes.length[route]! -= 1;
  routes.windowCount[window]! -= 1;
  const pauses = route * inst.pauseRoom;
  for (let q = 0; q < routes.pauseCount[route]!; q += 1)
    if (routes.pauseLeg[pauses + q]! > position) routes.pauseLeg[pauses + q]! -= 1;
}

/**
 * Sets the times of a changed route from `from` on, and how late the visits of every route may be that shares a hot spot
 * with one that moved. False: the route cannot be kept; the caller restores what it had.
 */
export function settleRoute(
  inst: Instance,
  routes: RouteState,
  route: number,
  from: number,
  until: number,
  stamp: number,
): boolean {
  const busy = busyMinutes(inst, routes, route);
  routes.busy[route] = busy;
  if (busy > inst.mostBusy[route]!) return false;
  if (!setStarts(inst, routes, route, from, until, stamp)) return false;
  setLatest(inst, routes, route);
  routes.routeStamp[route] = stamp;
  for (let other = 0; other < inst.patrols; other += 1) {
    if (other === route || !sharesStampedSpot(inst, routes, other, stamp)) continue;
    if (setLatest(inst, routes, other)) routes.routeStamp[other] = stamp;
  }
  return true;
}

function sharesStampedSpot(inst: Instance, routes: RouteState, route: number, stamp: number) {
  const base = route * inst.routeRoom;
  for (let i = 0; i < routes.length[route]!; i += 1)
    if (routes.spotStamp[inst.windowSpot[routes.window[base + i]!]!] === stamp) return true;
  return false;
}
