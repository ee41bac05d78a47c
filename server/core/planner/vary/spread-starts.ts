/**
 * When, within the room that a plan leaves, each visit starts. The search puts all visits as early as they can be; a
 * patrol that is planned for half its time would always be seen in the first half. So each visit is moved, one by one
 * and again and again, to a minute that repeats the past least, chance choosing between equals: order and routes stay.
 */
import type { Instance } from '../instance.ts';
import { arrival, latestDeparture } from '../leg.ts';
import type { Random } from '../random.ts';
import type { RouteState } from '../routes.ts';
import { firstPauseOn, lastInWindow, restAfter } from '../schedule.ts';
import { markVisit, unmarkVisit } from '../spot-rest.ts';
import { DAY_MIN, minuteOfDay } from './hot-hours.ts';
import type { Repetition } from './repetition.ts';

/** Times round: enough for what visits stand between to even out. */
const SWEEPS = 12;

/** Moves the starts of visits that are not locked, in place. The routes' latest starts and stamps do not follow. */
export function spreadStarts(
  inst: Instance,
  routes: RouteState,
  known: Repetition,
  random: Random,
): void {
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let route = 0; route < inst.patrols; route += 1)
      for (let i = routes.length[route]! - 1; i >= 0; i -= 1)
        if (!routes.locked[route * inst.routeRoom + i])
          moveStart(inst, routes, route, i, known, random);
  }
}

function moveStart(
  inst: Instance,
  routes: RouteState,
  route: number,
  position: number,
  known: Repetition,
  random: Random,
): void {
  const at = route * inst.routeRoom + position;
  const spot = inst.windowSpot[routes.window[at]!]!;
  const before = routes.start[at]!;
  const until = latestHere(inst, routes, route, position);
  unmarkVisit(inst, routes, spot, route, before);
  let best = before;
  let leastCost = Number.POSITIVE_INFINITY;
  let equals = 0;
  for (let start = earliestHere(inst, routes, route, position); start <= until; start += 1) {
    if (start !== before && !isRested(inst, routes, at, spot, start)) continue;
    const cost = known.starts[spot * DAY_MIN + minuteOfDay(start)]!;
    if (cost > leastCost) continue;
    equals = cost < leastCost ? 1 : equals + 1;
    leastCost = cost;
    if (random.below(equals) === 0) best = start;
  }
  markVisit(inst, routes, spot, route, best, restAfter(inst, spot, routes.dwell[at]!));
  routes.start[at] = best;
}

/** As soon as the patrol can be there after the visit before, and the window is open. */
function earliestHere(inst: Instance, routes: RouteState, route: number, position: number): number {
  const at = route * inst.routeRoom + position;
  const firstPause = firstPauseOn(inst, routes, route, position);
  const endPause = firstPauseOn(inst, routes, route, position + 1);
  const isFirst = position === 0;
  const place = isFirst ? inst.from[route]! : placeOf(inst, routes, at - 1);
  const free = isFirst ? inst.dutyStart[route]! : routes.start[at - 1]! + routes.dwell[at - 1]!;
  const walk = inst.walk[inst.legs[route]! + place * inst.places + placeOf(inst, routes, at)]!;
  const arrives = arrival(inst, routes, route, firstPause, endPause, free, walk);
  return Math.max(arrives, inst.windowOpen[routes.window[at]!]!);
}

/** As late as the next visit, or the way home, and the window allow. */
function latestHere(inst: Instance, routes: RouteState, route: number, position: number): number {
  const at = route * inst.routeRoom + position;
  const isLast = position + 1 === routes.length[route];
  const firstPause = firstPauseOn(inst, routes, route, position + 1);
  const endPause = firstPauseOn(inst, routes, route, position + 2);
  const by = isLast ? inst.dutyEnd[route]! : routes.start[at + 1]!;
  const next = isLast ? inst.to[route]! : placeOf(inst, routes, at + 1);
  const walk = inst.walk[inst.legs[route]! + placeOf(inst, routes, at) * inst.places + next]!;
  const departs = latestDeparture(inst, routes, route, firstPause, endPause, by, walk);
  return Math.min(departs - routes.dwell[at]!, lastInWindow(inst, routes, at));
}

const placeOf = (inst: Instance, routes: RouteState, at: number): number =>
  inst.spotPlace[inst.windowSpot[routes.window[at]!]!]!;

/** Whether the gap holds to every other visit of the spot, whoever makes it. */
function isRested(
  inst: Instance,
  routes: RouteState,
  at: number,
  spot: number,
  start: number,
): boolean {
  const offset = spot * inst.spotRoom;
  const after = restAfter(inst, spot, routes.dwell[at]!);
  for (let n = offset; n < offset + routes.spotCount[spot]!; n += 1) {
    const other = routes.spotStart[n]!;
    if (start >= other ? start < other + routes.spotAfter[n]! : start + after > other) return false;
  }
  return true;
}
