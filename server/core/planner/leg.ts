/**
 * Walking with pauses on the way. A walk is made whole before or after a pause, never split by it, so two clocks run:
 * `here` for someone still to walk and `there` for someone who has walked.
 *
 *     visit ──walk──▶ pause ─────────▶ visit      there: walked before the pause
 *     visit ────────▶ pause ──walk──▶ visit       here: walks after it
 */
import type { Instance } from './instance.ts';
import { NEVER } from './instance.ts';
import type { RouteState } from './routes.ts';

/** Earliest arrival after leaving at `depart` and taking the route's pauses `firstPause` up to, not including, `endPause`. */
export function arrival(
  inst: Instance,
  routes: RouteState,
  route: number,
  firstPause: number,
  endPause: number,
  depart: number,
  walk: number,
): number {
  let there = depart + walk;
  let here = depart;
  const offset = route * inst.pauseRoom;
  for (let q = firstPause; q < endPause; q += 1) {
    const pause = offset + routes.pauseOrder[offset + q]!;
    there = afterPause(inst, pause, there);
    here = afterPause(inst, pause, here);
    there = Math.min(there, here + walk);
  }
  return there;
}

/** Latest departure that still arrives by `by`; far below zero if none does. */
export function latestDeparture(
  inst: Instance,
  routes: RouteState,
  route: number,
  firstPause: number,
  endPause: number,
  by: number,
  walk: number,
): number {
  let there = by;
  let here = by - walk;
  const offset = route * inst.pauseRoom;
  for (let q = endPause - 1; q >= firstPause; q -= 1) {
    const pause = offset + routes.pauseOrder[offset + q]!;
    there = beforePause(inst, pause, there);
    here = Math.max(beforePause(inst, pause, here), there - walk);
  }
  return here;
}

export function afterPause(inst: Instance, pause: number, clock: number): number {
  if (clock > inst.pauseLatest[pause]!) return NEVER;
  return Math.max(clock, inst.pauseEarliest[pause]!) + inst.pauseMinutes[pause]!;
}

function beforePause(inst: Instance, pause: number, clock: number): number {
  const start = clock - inst.pauseMinutes[pause]!;
  if (start < inst.pauseEarliest[pause]!) return -NEVER;
  return Math.min(start, inst.pauseLatest[pause]!);
}
