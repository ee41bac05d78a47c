/** One patrol and far more places than it can reach: what planning the week together is for. */
import { describe, expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import { solve } from '#core/planner/solve.ts';
import { USUAL_TOLERANCE } from '#core/planner/vary/vary-plan.ts';
import { shiftInput } from '#core/planner/week/shift-input.ts';
import { weekFigures } from '#core/planner/week/week-figures.ts';
import type { ShiftPlan, WeekPlans } from '#core/planner/week/week-plans.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import { countingIds } from '../bridge/night-input.ts';
import { plannedWeek, plansAfter } from './planned.ts';
import { EVERY_DAY, sampleWeek } from './sample-week.ts';

const PLACES = 24;
const HOURS = 8;
const ROUNDS = 150;

const task = sampleWeek({
  places: Array.from({ length: PLACES }, (_, i) => ({
    id: `H${i}`,
    priority: ([1, 2, 3, 4, 5] as const)[i % 5] ?? 3,
    wantedGapHours: 72,
    windows: [{ days: EVERY_DAY, from: 15, to: 27, doses: 1 }],
  })),
  shifts: EVERY_DAY.map((day) => ({ day, from: 17, hours: HOURS, officers: [2] })),
});

/** As a shift lead plans who opens one shift after the other, each around those before it. */
function oneByOne({ shifts }: WeekTask): WeekPlans {
  const plans = new Map<string, ShiftPlan>();
  const makeId = countingIds();
  for (const of of shifts) {
    const own = buildPlanningTask(shiftInput(task, of, plans));
    const vary = { past: own.past, tolerance: USUAL_TOLERANCE, iterations: ROUNDS };
    const { plan } = solve(own.problem, { seed: 1, iterations: ROUNDS, vary });
    if (plan) plans.set(of.shift.id, planFromSolution(own, plan, makeId));
  }
  return plans;
}

const brokenDays = (plans: WeekPlans) =>
  weekFigures(task, plans)
    .hotSpots.flatMap(({ days }) => days)
    .flatMap(({ breaks }) => breaks);

describe('with one patrol for 24 places', () => {
  const together = plansAfter(task, plannedWeek(task).plans);
  const apart = oneByOne(task);

  test('the week gives as many doses as its shifts one by one, and breaks fewer rules', () => {
    const doses = (plans: WeekPlans) => weekFigures(task, plans).totals.planned;
    expect(doses(together)).toBeGreaterThanOrEqual(doses(apart));
    expect(brokenDays(together).length).toBeLessThan(0.7 * brokenDays(apart).length);
  });

  test('once each has had its turn, no place waits for more than three days', () => {
    const { hotSpots } = weekFigures(task, together);
    const late = hotSpots.flatMap(({ days }) => days.slice(2).map(({ without }) => without));
    expect(Math.max(...late)).toBeLessThanOrEqual(3);
  });
});
