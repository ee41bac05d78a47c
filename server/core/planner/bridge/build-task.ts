import type { LockedVisit } from '../problem.ts';
import { doseCeilingWarnings } from './dose-ceiling.ts';
import { BEYOND, GAMMA, PROMISE } from './dose-worth.ts';
import type { PlanningInput } from './planning-input.ts';
import type { PlanningTask, PlanningWarning, TaskHotSpot } from './planning-task.ts';
import { minuteFrom, minuteUntil } from './planning-task.ts';
import { hotSpotTasks, shiftDoses } from './task-hot-spots.ts';
import type { PatrolTask } from './task-patrols.ts';
import { patrolTasks, raisedCeiling } from './task-patrols.ts';

/**
 * Turns a shift into the planner's problem. Visits already made are no part of it: they lessen what is wanted, start the
 * gap, use up load and say where the patrols are. Throws where the walking minutes lack a hot spot or a base.
 */
export function buildPlanningTask(input: PlanningInput): PlanningTask {
  const { origin, now, walking } = input;
  const hotSpots = hotSpotTasks(input);
  const patrols = patrolTasks(input);
  const spots = hotSpots.map(({ problem }) => problem);
  const pins = lockPins(
    input,
    patrols.map(({ problem }) => problem.id),
    hotSpots.map(({ task }) => task),
  );
  const withCeiling = ({ problem }: PatrolTask, p: number) => {
    const own = pins.locked.filter(({ patrol }) => patrol === p);
    return raisedCeiling(problem, own, spots, walking.minutes);
  };
  return {
    origin,
    nowMinute: now === null ? null : minuteFrom(origin, now),
    problem: {
      places: walking.keys.map(() => ({ x: 0, y: 0 })),
      walk: walking.minutes,
      hotspots: spots,
      patrols: patrols.map(withCeiling),
      locked: pins.locked,
      gamma: GAMMA,
      beyond: BEYOND,
      promise: PROMISE,
    },
    patrols: patrols.map(({ task }) => task),
    hotSpots: hotSpots.map(({ task }) => task),
    doses: shiftDoses(input),
    past: input.past,
    warnings: [
      ...doseCeilingWarnings(hotSpots),
      ...patrols.filter(({ isBreakDropped }) => isBreakDropped).map(breakDropped),
      ...pins.dropped,
    ],
  };
}

const breakDropped = ({ problem }: PatrolTask): PlanningWarning => ({
  code: 'break-dropped',
  values: { patrolId: problem.id },
});

/** The pinned visits ahead, by index; and those whose patrol is off duty or whose hot spot has no window left. */
function lockPins(
  { origin, now, pinned }: PlanningInput,
  patrolIds: readonly string[],
  hotSpots: readonly TaskHotSpot[],
): { locked: LockedVisit[]; dropped: PlanningWarning[] } {
  const locked: LockedVisit[] = [];
  const dropped: PlanningWarning[] = [];
  for (const { slotId, patrolId, hotSpotId, windowId, startsAt, endsAt } of pinned) {
    if (now !== null && startsAt < now) continue;
    const patrol = patrolIds.indexOf(patrolId);
    const hotspot = hotSpots.findIndex((one) => one.hotSpotId === hotSpotId);
    const start = minuteFrom(origin, startsAt);
    if (patrol < 0 || hotspot < 0)
      dropped.push({ code: 'pin-dropped', values: { slotId, patrolId, hotSpotId } });
    else {
      const dwell = minuteUntil(origin, endsAt) - start;
      const window = hotSpots[hotspot]?.windows.findIndex((one) => one.windowId === windowId);
      locked.push({ patrol, hotspot, start, dwell, window });
    }
  }
  return { locked, dropped };
}
