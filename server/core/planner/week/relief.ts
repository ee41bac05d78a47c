/**
 * Where there is too little staff for all that is promised, the heavy hot spots' daily doses keep a light one waiting for
 * ever. Then a hot spot for which today is the last day comes first, with one dose; the rest of the shift is as it would be.
 */
import type { PlanningTask, TaskHotSpot } from '../bridge/planning-task.ts';
import { MOST_DAYS_WITHOUT } from '../bridge/urgency.ts';
import { hotSpotWeek, type RuleBreak } from './hot-spot-week.ts';
import type { WeekPlans } from './week-plans.ts';
import type { WeekTask } from './week-task.ts';

/** The task with one dose at each hot spot that can wait no longer worth more than any other dose. */
export function withRelief(task: PlanningTask): PlanningTask {
  const { hotspots, locked = [] } = task.problem;
  const heaviest = Math.max(0, ...hotspots.flatMap(({ windows }) => windows.map((w) => w.weight)));
  const relieved = hotspots.map((spot, h) => {
    if (!isLastDay(task.hotSpots[h])) return spot;
    const pinned = locked.filter(({ hotspot }) => hotspot === h).length;
    const windows = spot.windows.map((one) => ({ ...one, weight: one.weight + heaviest }));
    return { ...spot, windows, maxDoses: Math.max(1, pinned) };
  });
  return { ...task, problem: { ...task.problem, hotspots: relieved } };
}

const isLastDay = (hotSpot: TaskHotSpot | undefined): boolean =>
  (hotSpot?.urgency.reasons ?? []).some(
    ({ code, values }) => code === 'days-without' && Number(values.days) >= MOST_DAYS_WITHOUT,
  );

/** Whether a rule is broken on a day on which a shift is planned: another plan may hold it. */
export const needsRelief = (task: WeekTask, plans: WeekPlans): boolean => {
  const dates = new Set(task.shifts.filter(({ isOpen }) => isOpen).map(({ shift }) => shift.date));
  return brokenDays(task, plans).some(({ date }) => dates.has(date));
};

/** Whether one set of plans breaks fewer rules than another: days without first, then gaps. */
export function breaksFewer(task: WeekTask, plans: WeekPlans, than: WeekPlans): boolean {
  const [own, other] = [brokenDays(task, plans), brokenDays(task, than)];
  const count = (days: typeof own, rule: RuleBreak) =>
    days.filter((day) => day.rule === rule).length;
  const fewer = count(other, 'without') - count(own, 'without');
  return fewer === 0 ? own.length < other.length : fewer > 0;
}

const brokenDays = (task: WeekTask, plans: WeekPlans) =>
  task.hotSpots.flatMap((hotSpot) =>
    hotSpotWeek(task, plans, hotSpot).days.flatMap(({ date, breaks }) =>
      breaks.map((rule) => ({ date, rule })),
    ),
  );
