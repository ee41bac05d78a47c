/** A hot spot's wanted gap as an hour by which the next dose must have begun. */
import { HOUR_MS } from '../../calendar/duration.ts';
import type { EpochMs } from '../../model.ts';
import { minuteUntil, type PlanningTask, type TaskHotSpot } from '../bridge/planning-task.ts';
import type { ProblemHotSpot, ProblemWindow } from '../problem.ts';

/**
 * The task with the first window that wants a dose closed where the gap runs out, if it runs out in it. A window that wants
 * several is left open: the doses after the first need it. So is one with pinned visits: they stay.
 */
export function withHeldGaps(task: PlanningTask): PlanningTask {
  const { hotspots, locked = [] } = task.problem;
  const held = hotspots.map((spot, h) => {
    const last = lastDoseAt(task.hotSpots[h]);
    if (last === null || locked.some(({ hotspot }) => hotspot === h)) return spot;
    const gapMs = (task.hotSpots[h]?.wantedGapHours ?? 0) * HOUR_MS;
    return closedAt(spot, minuteUntil(task.origin, last + gapMs) + spot.dwell);
  });
  return { ...task, problem: { ...task.problem, hotspots: held } };
}

/** Counted from its start, which is a visit's length before the gap begins: on the safe side. */
function lastDoseAt(hotSpot: TaskHotSpot | undefined): EpochMs | null {
  const { lastDoseAt: made = null, lastPlannedAt: planned = null } = hotSpot ?? {};
  if (made === null || planned === null) return made ?? planned;
  return Math.max(made, planned);
}

function closedAt(spot: ProblemHotSpot, minute: number): ProblemHotSpot {
  const first = [...spot.windows]
    .filter(({ target }) => target > 0)
    .sort((a, b) => a.open - b.open)[0];
  if (first?.target !== 1 || !hasRoomUntil(first, spot, minute)) return spot;
  const windows = spot.windows.map((one) => (one === first ? { ...one, close: minute } : one));
  return { ...spot, windows };
}

const hasRoomUntil = ({ open, close }: ProblemWindow, { dwell }: ProblemHotSpot, minute: number) =>
  open + dwell <= minute && minute < close;
