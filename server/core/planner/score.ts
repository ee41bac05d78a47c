import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';

/** A target met counts as much as this in the search's scale, a minute walked one: they only part equal values. */
const TARGET_TIE = 1000;

/** Value of the routes in the search's whole-number scale; ties by targets met, then by less walking. */
export function scoreRoutes(inst: Instance, routes: RouteState): number {
  let score = 0;
  for (let window = 0; window < inst.windows; window += 1) {
    const count = routes.windowCount[window]!;
    const base = window * inst.spotRoom;
    for (let k = 0; k < count; k += 1) score += inst.worth[base + k]!;
    score += TARGET_TIE * Math.min(count, inst.windowTarget[window]!);
  }
  for (let route = 0; route < inst.patrols; route += 1) score -= routes.busy[route]!;
  return score;
}
