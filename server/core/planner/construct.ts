/** The first plan: locked visits, calls and breaks in their places, then the best visit for its minutes, one by one. */
import { breakPlaces, putInBreak } from './break-place.ts';
import { openPlace, settleRoute } from './edit-route.ts';
import { type Instance, NEVER } from './instance.ts';
import { lockedWindow } from './problem.ts';
import type { RouteState } from './routes.ts';
import { emptyRoutes } from './routes.ts';
import { restAfter } from './schedule.ts';
import { markVisit } from './spot-rest.ts';

const FIRST_STAMP = 1;

/** No patrol makes these: they only keep their hot spots. */
const NOBODY = -1;

/** Routes without a visit, and the hot spots kept by the visits of other shifts. */
export function openRoutes(inst: Instance): RouteState {
  const routes = emptyRoutes(inst);
  inst.problem.hotspots.forEach(({ taken = [], dwell: usual }, spot) => {
    // Two of them may overlap, and the first rest may be the longer: what is kept must end in the order it begins.
    let keptUntil = -NEVER;
    for (const { start, dwell = usual } of [...taken].sort((a, b) => a.start - b.start)) {
      keptUntil = Math.max(keptUntil, start + restAfter(inst, spot, dwell));
      markVisit(inst, routes, spot, NOBODY, start, keptUntil - start);
    }
  });
  return routes;
}

/** Routes with only what must be in them, or the index of the first patrol for which that cannot be. */
export function lockedRoutes(inst: Instance): RouteState | number {
  const routes = openRoutes(inst);
  const locked = [...(inst.problem.locked ?? [])].sort((a, b) => a.start - b.start);
  for (const visit of locked) {
    const spot = inst.problem.hotspots[visit.hotspot]!;
    const dwell = visit.dwell ?? spot.dwell;
    const window = inst.spotFirstWindow[visit.hotspot]! + lockedWindow(inst.problem, visit);
    const { patrol: route, start } = visit;
    const position = routes.length[route]!;
    openPlace(
      inst,
      routes,
      { window, route, position, split: 0, start, dwell, locked: true },
      FIRST_STAMP,
    );
  }
  for (let route = 0; route < inst.patrols; route += 1)
    if (!placePauses(inst, routes, route)) return route;
  return routes;
}

function placePauses(inst: Instance, routes: RouteState, route: number): boolean {
  if (isOffDuty(inst, route)) return true;
  placeCalls(inst, routes, route);
  if (!settleRoute(inst, routes, route, 0, NO_EARLY_STOP, FIRST_STAMP)) return false;
  if (inst.breakPause[route]! < 0) return true;
  const [place] = breakPlaces(inst, routes, route);
  if (!place) return false;
  putInBreak(inst, routes, route, place);
  return settleRoute(inst, routes, route, 0, NO_EARLY_STOP, FIRST_STAMP);
}

/** Puts the patrol's calls on the legs that their times say. */
export function placeCalls(inst: Instance, routes: RouteState, route: number): void {
  const offset = route * inst.pauseRoom;
  const calls = inst.pauseCount[route]! - (inst.breakPause[route]! >= 0 ? 1 : 0);
  for (let q = 0; q < calls; q += 1) {
    routes.pauseOrder[offset + q] = q;
    routes.pauseLeg[offset + q] = visitsBefore(
      inst,
      routes,
      route,
      inst.pauseEarliest[offset + q]!,
    );
  }
  routes.pauseCount[route] = calls;
}

/** Away for the whole shift: there is nothing to keep, not even a break. */
export const isOffDuty = (inst: Instance, route: number) =>
  inst.dutyStart[route] === inst.dutyEnd[route];

/** Times of the whole route are set, changed or not. */
export const NO_EARLY_STOP = 1 << 20;

function visitsBefore(inst: Instance, routes: RouteState, route: number, minute: number): number {
  const base = route * inst.routeRoom;
  let count = 0;
  while (count < routes.length[route]! && routes.start[base + count]! < minute) count += 1;
  return count;
}
