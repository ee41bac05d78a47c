/** What the last 28 days would tell a watcher of this shift, and what its plan changes in that. */
import type { EpochMs, PlannedVisit, Uuid } from '../../model.ts';
import { type HotHours, isIn, minuteOfDay } from '../vary/hot-hours.ts';
import {
  countsByHalfHour,
  type Predictability,
  predictability,
  type Sighting,
} from '../vary/predictability.ts';
import { instantOf, minuteFrom, type PlanningTask } from './planning-task.ts';

/** "7 of 9 visits began 21:00–21:30". */
export interface Habit {
  readonly hotSpotId: Uuid;
  /** Of so many visits in the window … */
  readonly visits: number;
  /** … these began in one half hour: when that is in this shift. */
  readonly alike: number;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Counted are the visits on the weekday of the shift; false: there are too few, so those of all days. */
  readonly isSameWeekday: boolean;
  /** Starts of the plan's visits in the window. */
  readonly planned: readonly EpochMs[];
  /** Whether one of those begins in the half hour too. */
  readonly isKept: boolean;
}

export interface PlanHabits {
  readonly before: Predictability;
  /** With the plan's visits, as if they had been made. */
  readonly after: Predictability;
  /** The plainest first. */
  readonly habits: readonly Habit[];
}

const HALF_HOUR = 30;
/** Fewer visits than this are no habit, nor is a smaller share of them in one half hour. */
const FEWEST = 4;
const LEAST_SHARE = 0.4;
const WEEK = 7;

type Planned = Pick<PlannedVisit, 'hotSpotId' | 'startsAt'>;

export function planHabits(task: PlanningTask, visits: readonly Planned[]): PlanHabits {
  const windows = hotHours(task);
  const seen = task.past.filter(({ isMade }) => isMade).flatMap(sightings);
  const planned = visits.map(({ hotSpotId, startsAt }) => ({
    hotspot: hotSpotId,
    start: minuteFrom(task.origin, startsAt),
    daysAgo: 0,
  }));
  return {
    before: predictability(windows, seen),
    after: predictability(windows, [...seen, ...planned]),
    habits: windows
      .flatMap((window) => habitIn(task, window, seen, visits))
      .sort((a, b) => b.alike / b.visits - a.alike / a.visits || b.visits - a.visits),
  };
}

const sightings = ({ daysAgo, visits }: PlanningTask['past'][number]): Sighting[] =>
  visits.map(({ hotspot, start }) => ({ hotspot, start, daysAgo }));

/** The windows in full, also where the shift sees only a part. */
const hotHours = ({ hotSpots, problem, origin }: PlanningTask): HotHours[] =>
  hotSpots.flatMap(({ hotSpotId, windows }, index) =>
    windows.map(({ opens, closes }) => ({
      hotspot: hotSpotId,
      open: minuteFrom(origin, opens),
      close: minuteFrom(origin, closes),
      dwell: problem.hotspots[index]?.dwell ?? 0,
    })),
  );

function habitIn(
  { origin }: PlanningTask,
  window: HotHours,
  seen: readonly Sighting[],
  visits: readonly Planned[],
): Habit[] {
  const all = seen.filter((one) => isIn(window, one));
  const onWeekday = all.filter(({ daysAgo }) => daysAgo % WEEK === 0);
  const isSameWeekday = onWeekday.length >= FEWEST;
  const own = isSameWeekday ? onWeekday : all;
  const counts = countsByHalfHour(window, own);
  const alike = Math.max(0, ...counts);
  if (own.length < FEWEST || alike < 2 || alike < LEAST_SHARE * own.length) return [];
  const from = instantOf(origin, window.open + counts.indexOf(alike) * HALF_HOUR);
  const to = instantOf(origin, Math.min(window.close, minuteFrom(origin, from) + HALF_HOUR));
  const planned = visits
    .filter(({ hotSpotId, startsAt }) =>
      isIn(window, { hotspot: hotSpotId, start: minuteOfDay(minuteFrom(origin, startsAt)) }),
    )
    .map(({ startsAt }) => startsAt);
  const isKept = planned.some((at) => at >= from && at < to);
  const hotSpotId = window.hotspot;
  return [{ hotSpotId, visits: own.length, alike, from, to, isSameWeekday, planned, isKept }];
}
