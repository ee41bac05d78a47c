/** The gap between visits to one hot spot: when the other patrols' visits leave it free. */
import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';

/** Earliest start at or after `from` that keeps apart from the visits of all routes but `route`. */
export function firstFree(
  inst: Instance,
  routes: RouteState,
  spot: number,
  route: number,
  from: number,
  after: number,
): number {
  let start = from;
  const offset = spot * inst.spotRoom;
  const end = offset + routes.spotCount[spot]!;
  for (let n = offset; n < end; n += 1) {
    if (routes.spotRoute[n] === route) continue;
    const other = routes.spotStart[n]!;
    if (start + after <= other) return start;
    start = Math.max(start, other + routes.spotAfter[n]!);
  }
  return start;
}

/** Latest start at or before `until` that keeps apart from the visits of all routes but `route`. */
export function lastFree(
  inst: Instance,
  routes: RouteState,
  spot: number,
  route: number,
  until: number,
  after: number,
): number {
  let start = until;
  const offset = spot * inst.spotRoom;
  for (let n = offset + routes.spotCount[spot]! - 1; n >= offset; n -= 1) {
    if (routes.spotRoute[n] === route) continue;
    const other = routes.spotStart[n]!;
    if (start >= other + routes.spotAfter[n]!) return start;
    start = Math.min(start, other - after);
  }
  return start;
}

/** How many of the spot's visits stand in the route. */
export function visitsInRoute(inst: Instance, routes: RouteState, spot: number, route: number) {
  let count = 0;
  const offset = spot * inst.spotRoom;
  for (let n = offset + routes.spotCount[spot]! - 1; n >= offset; n -= 1)
    if (routes.spotRoute[n] === route) count += 1;
  return count;
}

export function markVisit(
  inst: Instance,
  routes: RouteState,
  spot: number,
  route: number,
  start: number,
  after: number,
): void {
  const offset = spot * inst.spotRoom;
  let n = offset + routes.spotCount[spot]!;
  routes.spotCount[spot]! += 1;
  for (; n > offset && routes.spotStart[n - 1]! > start; n -= 1) moveMark(routes, n - 1, n);
  routes.spotRoute[n] = route;
  routes.spotStart[n] = start;
  routes.spotAfter[n] = after;
}

export function unmarkVisit(
  inst: Instance,
  routes: RouteState,
  spot: number,
  route: number,
  start: number,
): void {
  const offset = spot * inst.spotRoom;
  const end = offset + routes.spotCount[spot]!;
  let n = offset;
  while (n < end && (routes.spotRoute[n] !== route || routes.spotStart[n] !== start)) n += 1;
  for (; n + 1 < end; n += 1) moveMark(routes, n + 1, n);
  routes.spotCount[spot]! -= 1;
}

function moveMark(routes: RouteState, from: number, to: number): void {
  routes.spotRoute[to] = routes.spotRoute[from]!;
  routes.spotStart[to] = routes.spotStart[from]!;
  routes.spotAfter[to] = routes.spotAfter[from]!;
}
