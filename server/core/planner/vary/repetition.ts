/**
 * How much of a plan repeats the past, in whole numbers so that sums are the same on every engine:
 *
 *     each visit      past visits to the spot at about the same time of day, by nearness and age
 *   + each visit      that leaves unseen what nobody has seen of its window
 *   + each route      that begins where a route of the last shift began
 *   + each pair       of stops in the same order as twice or more in a fortnight
 */
import type { Instance } from '../instance.ts';
import type { RouteState } from '../routes.ts';
import { DAY_MIN, minuteOfDay } from './hot-hours.ts';
import { type PastRoute, pastWeight } from './past.ts';
import { addMissed } from './unseen.ts';

/** Minutes apart at which two visits to a spot no longer look like the same. */
const ALIKE_MIN = 30;
/** What one visit at the very minute of one a day ago weighs. */
const UNIT = 1000;
/** The same first stop twice running weighs as much as so many visits at the same minute; so does a worn pair. */
const SAME_FIRST = 40;
/** A visit weighs so much where it leaves a quarter of its window unseen that nobody has been seen in for four weeks. */
const LEAVES_UNSEEN = 1.5;
const WORN_PAIR = 2;
/** An ordered pair may be used so often in so many days: domain brief 1.2. */
const PAIR_DAYS = 14;
const PAIR_MOST = 2;

export interface Repetition {
  /** Cost of a visit at hot spot × DAY_MIN + minute of the day. */
  readonly starts: Int32Array;
  /** 1: a route of the last shift began at the hot spot. */
  readonly firsts: Uint8Array;
  /** Times that b followed a, at a × hot spots + b. */
  readonly pairs: Int32Array;
}

/** @param past routes of up to `PAST_DAYS` days; hot spots that the problem does not have are left out */
export function repetitionOf(inst: Instance, past: readonly PastRoute[]): Repetition {
  const indexOf = new Map(inst.problem.hotspots.map(({ id }, index) => [id, index]));
  const starts = new Float64Array(inst.spots * DAY_MIN);
  const firsts = new Uint8Array(inst.spots);
  const pairs = new Int32Array(inst.spots * inst.spots);
  const latest = Math.min(...past.map(({ daysAgo }) => daysAgo));
  for (const route of past) {
    const weight = pastWeight(route) * UNIT;
    const stops = route.visits.map(({ hotspot }) => indexOf.get(hotspot) ?? -1);
    stops.forEach((spot, n) => {
      if (spot < 0) return;
      addNear(starts, spot, route.visits[n]?.start ?? 0, weight);
      const before = n === 0 ? -1 : (stops[n - 1] ?? -1);
      if (before >= 0 && before !== spot && route.daysAgo <= PAIR_DAYS)
        pairs[before * inst.spots + spot]! += 1;
    });
    const first = stops[0] ?? -1;
    if (first >= 0 && route.daysAgo === latest) firsts[first] = 1;
  }
  addMissed(inst.problem, past, starts, LEAVES_UNSEEN * UNIT);
  return { starts: Int32Array.from(starts, Math.round), firsts, pairs };
}

/** Adds a visit's weight to the minutes around it, less the further off. */
function addNear(starts: Float64Array, spot: number, start: number, weight: number): void {
  for (let apart = -ALIKE_MIN; apart <= ALIKE_MIN; apart += 1)
    starts[spot * DAY_MIN + minuteOfDay(start + apart)]! +=
      (weight * (ALIKE_MIN - Math.abs(apart))) / ALIKE_MIN;
}

/** How much the routes repeat. */
export function repetitionIn(inst: Instance, routes: RouteState, known: Repetition): number {
  let sum = 0;
  for (let route = 0; route < inst.patrols; route += 1) {
    const base = route * inst.routeRoom;
    let before = -1;
    for (let at = base; at < base + routes.length[route]!; at += 1) {
      const spot = inst.windowSpot[routes.window[at]!]!;
      sum += known.starts[spot * DAY_MIN + minuteOfDay(routes.start[at]!)]!;
      if (before < 0) sum += SAME_FIRST * UNIT * known.firsts[spot]!;
      else if (known.pairs[before * inst.spots + spot]! >= PAIR_MOST) sum += WORN_PAIR * UNIT;
      before = spot;
    }
  }
  return sum;
}
