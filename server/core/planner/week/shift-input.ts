/** A shift of the week as the bridge knows it: what the server gathers for one shift, out of what was sent for seven days. */
import { focusedOn } from '../../focus/weekly-focus.ts';
import type { Shift } from '../../model.ts';
import type { PlannedElsewhere, PlanningInput } from '../bridge/planning-input.ts';
import { minuteFrom } from '../bridge/planning-task.ts';
import { DAYS_REMEMBERED } from '../bridge/urgency.ts';
import { PAST_DAYS, type PastRoute } from '../vary/past.ts';
import type { WeekPlans } from './week-plans.ts';
import { pinnedIn } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

/** @param plans of the other shifts: what this one is planned around, and should not repeat */
export function shiftInput(task: WeekTask, of: WeekShift, plans: WeekPlans): PlanningInput {
  const { now, daysBefore, days } = task;
  const { shift, origin, plan } = of;
  const today = dayOf(task, shift);
  const { startsAt: dayStartsAt, endsAt: dayEndsAt } = days[today] ?? shift;
  const occurrences = task.occurrences.filter(
    ({ opens, closes }) => opens < shift.endsAt && closes > shift.startsAt,
  );
  const windowIds = new Set(occurrences.map(({ windowId }) => windowId));
  const isRunning = now > shift.startsAt;
  return {
    shift,
    origin,
    dayStartsAt,
    dayEndsAt,
    daysBefore: [...daysBefore, ...days.slice(0, today)].slice(-DAYS_REMEMBERED),
    focus: focusedOn(task.focus, shift.date),
    hotSpots: task.hotSpots.filter(({ municipality }) => municipality === shift.municipality),
    windows: task.windows.filter(({ id }) => windowIds.has(id)),
    occurrences,
    made: task.made.filter(({ startedAt }) => startedAt < Math.min(shift.endsAt, now)),
    elsewhere: plannedElsewhere(task, of, plans),
    walking: task.walking,
    pinned: pinnedIn(of),
    breaksTaken: isRunning ? (plan?.breaks ?? []).filter((rest) => rest.startsAt < now) : [],
    past: pastOf(task, of, plans),
    now: isRunning ? now : null,
  };
}

const dayOf = ({ days }: WeekTask, shift: Shift): number =>
  days.findIndex(({ date }) => date === shift.date);

/** What the other shifts have ahead. */
function plannedElsewhere(
  { now, elsewhere, shifts }: WeekTask,
  { shift }: WeekShift,
  plans: WeekPlans,
): PlannedElsewhere[] {
  const others = shifts.filter((other) => other.shift.id !== shift.id);
  const ahead = others
    .flatMap((other) => plans.get(other.shift.id)?.visits ?? [])
    .filter(({ startsAt }) => startsAt > now);
  return [...elsewhere, ...ahead];
}

/** The weeks before, and what the shifts of the week that begin earlier plan: no week repeats itself. */
function pastOf(task: WeekTask, of: WeekShift, plans: WeekPlans): PastRoute[] {
  const today = dayOf(task, of.shift);
  const before = task.past
    .map((route) => ({ ...route, daysAgo: route.daysAgo + today }))
    .filter(({ daysAgo }) => daysAgo >= 0 && daysAgo <= PAST_DAYS);
  const earlier = task.shifts.filter(({ shift }) => shift.startsAt < of.shift.startsAt);
  const planned = earlier.flatMap((other) => {
    const daysAgo = today - dayOf(task, other.shift);
    return plannedRoutes(other, plans).map((visits) => ({ daysAgo, isMade: false, visits }));
  });
  return [...before, ...planned];
}

/** One a patrol that has any visit. */
function plannedRoutes({ shift, origin }: WeekShift, plans: WeekPlans): PastRoute['visits'][] {
  const visits = [...(plans.get(shift.id)?.visits ?? [])].sort((a, b) => a.startsAt - b.startsAt);
  return shift.patrols
    .map(({ id }) => visits.filter(({ patrolId }) => patrolId === id))
    .filter((own) => own.length > 0)
    .map((own) =>
      own.map(({ hotSpotId, startsAt }) => ({
        hotspot: hotSpotId,
        start: minuteFrom(origin, startsAt),
      })),
    );
}
