/**
 * The quarters of an hour in which a hot spot has not been seen visited for four weeks. Whoever knows one knows when to come,
 * so a visit that covers none of them, while its window has some, repeats the past by leaving them empty once more.
 */
import type { PlanningProblem } from '../problem.ts';
import {
  DAY_MIN,
  type HotHours,
  isIn,
  minuteOfDay,
  quartersSeen,
  touchesQuarter,
} from './hot-hours.ts';
import type { PastRoute } from './past.ts';

/**
 * Adds `cost` to each start that leaves all of its window's unseen quarters unseen.
 * @param starts cost of a visit at index of the hot spot × DAY_MIN + minute of the day; changed in place
 */
export function addMissed(
  { hotspots }: PlanningProblem,
  past: readonly PastRoute[],
  starts: Float64Array,
  cost: number,
): void {
  const seen = past.flatMap(({ visits }) => visits);
  if (seen.length === 0) return;
  hotspots.forEach(({ id: hotspot, dwell, windows }, spot) => {
    for (const { open, close } of windows) {
      const window: HotHours = { hotspot, open, close, dwell };
      for (const start of startsLeaving(window, unseenQuarters(window, seen)))
        starts[spot * DAY_MIN + minuteOfDay(open + start)]! += cost;
    }
  });
}

function unseenQuarters(window: HotHours, seen: PastRoute['visits']): number[] {
  const own = seen.filter((visit) => isIn(window, visit));
  return quartersSeen(window, own).flatMap((isSeen, quarter) => (isSeen ? [] : [quarter]));
}

/** Minutes after the opening at which a visit would cover none of the quarters; none at all where there are none. */
function startsLeaving({ open, close, dwell }: HotHours, quarters: readonly number[]): number[] {
  if (quarters.length === 0) return [];
  const minutes = Array.from(
    { length: Math.max(0, close - open - dwell + 1) },
    (_, start) => start,
  );
  return minutes.filter((start) => !quarters.some((one) => touchesQuarter(start, dwell, one)));
}
