/** A planning task as it stands later than the server made it: a phone without network plans on with what it has done since. */
import type { EpochMs, PlannedBreak, TimeSpan, Uuid } from '../../model.ts';
import type { ProblemHotSpot, ProblemPatrol } from '../problem.ts';
import { instantOf, minuteFrom, minuteUntil, type PlanningTask } from './planning-task.ts';
import { breakThatFits } from './task-patrols.ts';

export interface MadeSince {
  readonly hotSpotId: Uuid;
  readonly startedAt: EpochMs;
  /** null: they are there now. */
  readonly endedAt: EpochMs | null;
}

export interface Later {
  readonly now: EpochMs;
  /** All calls of the patrol, known before or not. */
  readonly unavailable: readonly TimeSpan[];
  /** The breaks that the patrol's plan has: one whose time has come is taken, as the server sees it. */
  readonly breaks: readonly PlannedBreak[];
  /** Visits of the patrol that the task does not know of, in order. */
  readonly made: readonly MadeSince[];
}

/** Of a task with this patrol alone. */
export function laterTask(task: PlanningTask, later: Later): PlanningTask {
  const { origin, problem } = task;
  const hotspots = problem.hotspots.map((spot) => withMade(task, spot, later));
  const patrols = problem.patrols.map((patrol) => laterPatrol(task, patrol, later));
  const isRunning = patrols.some(({ start }) => start <= minuteFrom(origin, later.now));
  const nowMinute = isRunning ? minuteFrom(origin, later.now) : task.nowMinute;
  return { ...task, nowMinute, problem: { ...problem, hotspots, patrols } };
}

/** Each visit keeps the gap, and lessens by one what its window wants. */
function withMade({ origin }: PlanningTask, spot: ProblemHotSpot, { made, now }: Later) {
  const own = made.filter(({ hotSpotId }) => hotSpotId === spot.id);
  if (own.length === 0) return spot;
  const starts = own.map(({ startedAt }) => minuteUntil(origin, startedAt));
  const taken = own.map((visit, i) => {
    const start = starts[i] ?? 0;
    const dwell = minuteFrom(origin, visit.endedAt ?? now) - start;
    return {
      start,
      dwell: visit.endedAt === null ? Math.max(dwell, spot.dwell) : Math.max(1, dwell),
    };
  });
  const windows = spot.windows.map((window) => {
    const inIt = starts.filter((start) => start >= window.open && start < window.close).length;
    return { ...window, target: Math.max(0, window.target - inIt) };
  });
  return { ...spot, taken: [...(spot.taken ?? []), ...taken], windows };
}

function laterPatrol(
  { origin, problem }: PlanningTask,
  patrol: ProblemPatrol,
  { now, unavailable, breaks, made }: Later,
): ProblemPatrol {
  const last = made.at(-1);
  const spot = problem.hotspots.find(({ id }) => id === last?.hotSpotId);
  const stays =
    last?.endedAt === null && spot ? minuteFrom(origin, last.startedAt) + spot.dwell : 0;
  const start = Math.max(patrol.start, minuteFrom(origin, now), stays);
  const busy = made.reduce((sum, { startedAt, endedAt }) => sum + (endedAt ?? now) - startedAt, 0);
  const later: ProblemPatrol = {
    ...patrol,
    start: Math.min(start, patrol.end),
    from: spot?.place ?? patrol.from,
    maxBusy: patrol.maxBusy && Math.max(0, patrol.maxBusy - Math.ceil(busy / 60_000)),
    unavailable: unavailable.map(({ from, to }) => ({
      start: minuteUntil(origin, from),
      end: minuteFrom(origin, to),
    })),
  };
  const isTaken = breaks.some(({ startsAt }) => startsAt < now);
  const rest = isTaken || !patrol.break ? null : patrol.break;
  const pause = rest && { ...rest, earliest: Math.max(start, rest.earliest) };
  return { ...later, break: pause && breakThatFits(pause, later) };
}

/** The visits that a task made at an instant cannot know of. */
export const madeSince = <V extends MadeSince>(
  task: Pick<PlanningTask, 'origin' | 'nowMinute'>,
  madeAt: EpochMs,
  visits: readonly V[],
): V[] => {
  const known =
    task.nowMinute === null ? madeAt : Math.min(madeAt, instantOf(task.origin, task.nowMinute));
  return visits.filter(({ startedAt }) => startedAt > known);
};
