import { putInBreak } from './break-place.ts';
import { isOffDuty, NO_EARLY_STOP, openRoutes, placeCalls } from './construct.ts';
import { openPlace, settleRoute } from './edit-route.ts';
import type { Instance } from './instance.ts';
import type { PlanItem, Routes } from './problem.ts';
import { isBreak } from './problem.ts';
import type { RouteState } from './routes.ts';

const STAMP = 1;

/**
 * A plan as routes to search on, each visit as early as its order allows. Null where the plan breaks a rule.
 * Unknown hot spots and patrols are left out.
 */
export function loadPlan(inst: Instance, plan: Routes): RouteState | null {
  const routes = openRoutes(inst);
  inst.problem.patrols.forEach(({ id }, route) => {
    const items = plan.patrols.find((one) => one.id === id)?.items ?? [];
    loadVisits(inst, routes, route, items);
  });
  for (let route = 0; route < inst.patrols; route += 1) {
    const items =
      plan.patrols.find(({ id }) => id === inst.problem.patrols[route]?.id)?.items ?? [];
    if (isOffDuty(inst, route)) continue;
    loadPauses(inst, routes, route, items);
    if (!settleRoute(inst, routes, route, 0, NO_EARLY_STOP, STAMP)) return null;
  }
  return routes;
}

function loadVisits(inst: Instance, routes: RouteState, route: number, items: readonly PlanItem[]) {
  const { hotspots, locked = [] } = inst.problem;
  for (const item of items) {
    if (isBreak(item) || routes.length[route]! >= inst.routeRoom) continue;
    const spot = hotspots.findIndex(({ id }) => id === item.hotspot);
    if (!hotspots[spot]?.windows[item.window] || routes.spotCount[spot]! >= inst.spotRoom) continue;
    const placement = {
      window: inst.spotFirstWindow[spot]! + item.window,
      route,
      position: routes.length[route]!,
      split: 0,
      start: item.start,
      dwell: item.dwell ?? inst.spotDwell[spot]!,
      locked: locked.some(
        (one) => one.patrol === route && one.hotspot === spot && one.start === item.start,
      ),
    };
    openPlace(inst, routes, placement, STAMP);
  }
}

function loadPauses(inst: Instance, routes: RouteState, route: number, items: readonly PlanItem[]) {
  placeCalls(inst, routes, route);
  const leg = items.filter((item, i) => !isBreak(item) && items.slice(i).some(isBreak)).length;
  const pause = items.find(isBreak);
  if (inst.breakPause[route]! < 0 || !pause) return;
  const offset = route * inst.pauseRoom;
  let order = 0;
  while (
    order < routes.pauseCount[route]! &&
    inst.pauseEarliest[offset + routes.pauseOrder[offset + order]!]! < pause.start
  )
    order += 1;
  putInBreak(inst, routes, route, { leg, order });
}
