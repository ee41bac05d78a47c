/** The suppositions that a shift lead asks of: of the whole shift, and of one demand that is not met. */
import type { Uuid } from '../../model.ts';
import { countVisits } from '../evaluate-plan.ts';
import type { Routes } from '../problem.ts';
import type { Supposition } from '../suppose.ts';
import type { PlanningTask } from './planning-task.ts';

const HOUR = 60;
/** What "what would it take" tries: a window so much longer, a gap so much shorter. */
const LATER_MIN = 20;
const SHORTER_GAP_MIN = 45;

/** Of the shift as a whole: a patrol more or less, an hour more or less, a hot spot boosted. */
export function shiftSuppositions({ problem }: PlanningTask, boost: Uuid | null): Supposition[] {
  const hotspot = problem.hotspots.findIndex(({ id }) => id === boost);
  return [
    { kind: 'patrol-more' },
    ...(problem.patrols.length > 1
      ? [{ kind: 'patrol-less', patrol: problem.patrols.length - 1 } as const]
      : []),
    { kind: 'hours', minutes: HOUR },
    { kind: 'hours', minutes: -HOUR },
    ...(hotspot >= 0 ? [{ kind: 'boost', hotspot } as const] : []),
  ];
}

/** Of one demand that is not met: what each might take. */
export function demandSuppositions(
  { problem, hotSpots }: PlanningTask,
  hotSpotId: Uuid,
  windowId: Uuid,
): Supposition[] {
  const hotspot = hotSpots.findIndex((one) => one.hotSpotId === hotSpotId);
  const spot = problem.hotspots[hotspot];
  const window = hotSpots[hotspot]?.windows.findIndex((one) => one.windowId === windowId) ?? -1;
  if (!spot || window < 0) return [];
  const isGapLong = spot.spacing - spot.dwell > SHORTER_GAP_MIN;
  return [
    { kind: 'patrol-more' },
    { kind: 'window-later', hotspot, window, minutes: LATER_MIN },
    ...(isGapLong ? [{ kind: 'gap', hotspot, minutes: SHORTER_GAP_MIN } as const] : []),
    { kind: 'boost', hotspot },
  ];
}

/** Doses that the routes still leave missing in one window. */
export function stillMissing(
  { problem, hotSpots }: PlanningTask,
  hotSpotId: Uuid,
  windowId: Uuid,
  routes: Routes,
): number {
  const hotspot = hotSpots.findIndex((one) => one.hotSpotId === hotSpotId);
  const window = hotSpots[hotspot]?.windows.findIndex((one) => one.windowId === windowId) ?? -1;
  const target = problem.hotspots[hotspot]?.windows[window]?.target ?? 0;
  return Math.max(0, target - (countVisits(problem, routes)[hotspot]?.[window] ?? 0));
}
