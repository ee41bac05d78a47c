/** Weeks planned to the end. */
import { type PlannedWeek, planWeek, type WeekResult } from '#core/planner/week/plan-week.ts';
import { newestPlans, type WeekPlans } from '#core/planner/week/week-plans.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import { countingIds } from '../bridge/night-input.ts';

/** Thousandths of a second of rounds: enough for small weeks. */
const TIME_MS = 8;

export function plannedWeek(task: WeekTask, seed = 1, timeMs = TIME_MS): WeekResult {
  const steps = planWeek(task, { seed, timeMs, makeId: countingIds() });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** All plans of the week as the search has left them: those of shifts that were not open too. */
export const plansAfter = (task: WeekTask, plans: PlannedWeek): WeekPlans =>
  new Map([...newestPlans(task), ...plans]);
