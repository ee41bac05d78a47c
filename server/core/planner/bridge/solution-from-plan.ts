import type { PlannedBreak, PlannedVisit, Uuid } from '../../model.ts';
import type { PlanItem, Routes } from '../problem.ts';
import { holdsVisit } from '../problem.ts';
import type { PlanningTask } from './planning-task.ts';
import { minuteFrom, minuteUntil } from './planning-task.ts';

/** What a hand can change of a planned visit. */
export type EditedVisit = Pick<
  PlannedVisit,
  'patrolId' | 'hotSpotId' | 'windowId' | 'startsAt' | 'endsAt'
>;

/** Routes with the planned visits and breaks that they were made of, item by item. */
export interface EditedRoutes extends Routes {
  readonly patrols: readonly {
    readonly id: Uuid;
    readonly items: readonly PlanItem[];
    /** Index in the visits for each item; −1: a break. */
    readonly sources: readonly number[];
  }[];
}

/**
 * A plan, perhaps changed by hand, in the planner's minutes. What starts before `now` is past and left out. A patrol that
 * is off duty keeps its visits, so that the check can refuse them.
 */
export function solutionFromPlan(
  task: PlanningTask,
  visits: readonly EditedVisit[],
  breaks: readonly PlannedBreak[],
): EditedRoutes {
  const { origin, nowMinute } = task;
  const isAhead = ({ startsAt }: { startsAt: number }) =>
    nowMinute === null || minuteFrom(origin, startsAt) >= nowMinute;
  const ahead = visits.map((visit, source) => ({ visit, source })).filter((v) => isAhead(v.visit));
  const ids = new Set([
    ...task.patrols.map(({ patrolId }) => patrolId),
    ...ahead.map(({ visit }) => visit.patrolId),
  ]);
  return {
    patrols: [...ids].map((id) => {
      const items = [
        ...ahead
          .filter(({ visit }) => visit.patrolId === id)
          .map(({ visit, source }) => ({ item: visitItem(task, visit), source })),
        ...breaks
          .filter((pause) => pause.patrolId === id && isAhead(pause))
          .map(({ startsAt }) => ({ item: breakItem(minuteFrom(origin, startsAt)), source: -1 })),
      ].sort((a, b) => a.item.start - b.item.start);
      return { id, items: items.map(({ item }) => item), sources: items.map((one) => one.source) };
    }),
  };
}

const breakItem = (start: number): PlanItem => ({ break: true, start });

/** The visit in the window that holds it; failing that in its own, for the check to refuse. */
function visitItem(task: PlanningTask, visit: EditedVisit): PlanItem {
  const h = task.hotSpots.findIndex(({ hotSpotId }) => hotSpotId === visit.hotSpotId);
  const spot = task.problem.hotspots[h];
  const start = minuteFrom(task.origin, visit.startsAt);
  const dwell = minuteUntil(task.origin, visit.endsAt) - start;
  const windows = task.hotSpots[h]?.windows ?? [];
  const isOwn = (index: number) => windows[index]?.windowId === visit.windowId;
  const holds = (spot?.windows ?? []).map((window) => holdsVisit(window, start, dwell));
  const window = [
    holds.findIndex((isHeld, index) => isHeld && isOwn(index)),
    holds.indexOf(true),
    windows.findIndex((_, index) => isOwn(index)),
  ].find((index) => index >= 0);
  const item = { hotspot: visit.hotSpotId, window: window ?? 0, start };
  return dwell === spot?.dwell ? item : { ...item, dwell };
}
