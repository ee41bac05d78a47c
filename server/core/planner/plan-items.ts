/** Routes of the search as a plan in the problem's own words. */

import { legEnds } from './break-place.ts';
import { isOffDuty } from './construct.ts';
import type { Instance } from './instance.ts';
import { NEVER } from './instance.ts';
import { afterPause } from './leg.ts';
import type { PatrolRoute, PlanItem } from './problem.ts';
import type { RouteState } from './routes.ts';

export function planOf(inst: Instance, routes: RouteState): PatrolRoute[] {
  return inst.problem.patrols.map((patrol, route) => ({
    id: patrol.id,
    items: isOffDuty(inst, route) ? [] : routeItems(inst, routes, route),
  }));
}

function routeItems(inst: Instance, routes: RouteState, route: number): PlanItem[] {
  const items: PlanItem[] = [];
  const offset = route * inst.pauseRoom;
  let order = 0;
  for (let leg = 0; leg <= routes.length[route]!; leg += 1) {
    const first = order;
    while (order < routes.pauseCount[route]! && routes.pauseLeg[offset + order] === leg) order += 1;
    items.push(...legBreaks(inst, routes, route, leg, first, order));
    if (leg < routes.length[route]!) items.push(visitItem(inst, routes, route, leg));
  }
  return items;
}

function visitItem(inst: Instance, routes: RouteState, route: number, position: number): PlanItem {
  const at = route * inst.routeRoom + position;
  const window = routes.window[at]!;
  const spot = inst.windowSpot[window]!;
  const { id, dwell: usual } = inst.problem.hotspots[spot]!;
  const dwell = routes.dwell[at]!;
  const visit = {
    hotspot: id,
    window: window - inst.spotFirstWindow[spot]!,
    start: routes.start[at]!,
  };
  return dwell === usual ? visit : { ...visit, dwell };
}

/** The break on a leg, if it is there, at the time that lets the patrol go on soonest. */
function legBreaks(
  inst: Instance,
  routes: RouteState,
  route: number,
  leg: number,
  first: number,
  end: number,
): PlanItem[] {
  if (first === end) return [];
  const { from, to, free } = legEnds(inst, routes, route, leg);
  const walk = inst.walk[inst.legs[route]! + from * inst.places + to]!;
  const pauses = Array.from(
    routes.pauseOrder.subarray(route * inst.pauseRoom + first, route * inst.pauseRoom + end),
    (index) => route * inst.pauseRoom + index,
  );
  let soonest = NEVER;
  let start = 0;
  for (let walkBefore = 0; walkBefore <= pauses.length; walkBefore += 1) {
    let clock = free;
    let breakStart = 0;
    pauses.forEach((pause, n) => {
      if (n === walkBefore) clock += walk;
      if (pause === route * inst.pauseRoom + inst.breakPause[route]!)
        breakStart = Math.max(clock, inst.pauseEarliest[pause]!);
      clock = afterPause(inst, pause, clock);
    });
    if (walkBefore === pauses.length) clock += walk;
    if (clock >= soonest) continue;
    soonest = clock;
    start = breakStart;
  }
  const hasBreak = pauses.some((p) => p === route * inst.pauseRoom + inst.breakPause[route]!);
  return hasBreak && soonest < NEVER ? [{ break: true, start }] : [];
}
