import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';

/** A target met counts as much as this in the search's scale, a minute walked one: they only part equal values. */
const TARGET_TIE = 1000;

/** Value of the routes in the search's whole-number scale. */
export function planValue(inst: Instance, routes: RouteState): number {
  let value = 0;
  for (let window = 0; window < inst.windows; window += 1) {
    const base = window * inst.spotRoom;
    for (let k = 0; k < routes.windowCount[window]!; k += 1) value += inst.worth[base + k]!;
  }
  return value;
}

/** Targets met by the routes. */
export function metTargets(inst: Instance, routes: RouteState): number {
  let met = 0;
  for (let window = 0; window < inst.windows; window += 1)
    met += Math.min(routes.windowCount[window]!, inst.windowTarget[window]!);
  return met;
}

/** Value of the routes; ties by targets met, then by less walking. */
export function scoreRoutes(inst: Instance, routes: RouteState): number {
  let score = planValue(inst, routes) + TARGET_TIE * metTargets(inst, routes);
  for (let route = 0; route < inst.patrols; route += 1) score -= routes.busy[route]!;
  return score;
}
