import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import type { PlanningProblem, TakenVisit } from '#core/planner/problem.ts';
import { isBreak } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';

/** One hot spot that a patrol can be at from 0 to 180, with an hour between visits' starts; others are there too. */
const evening = (taken: readonly TakenVisit[], target = 3): PlanningProblem => ({
  places: [{ x: 0, y: 0 }],
  walk: [[0]],
  hotspots: [
    {
      id: 'H1',
      place: 0,
      dwell: 15,
      spacing: 60,
      taken,
      windows: [{ open: 0, close: 180, target, weight: 10 }],
    },
  ],
  patrols: [{ id: 'P1', start: 0, end: 180, from: 0, to: 0 }],
  gamma: 0.9,
  beyond: 0.3,
});
const planOf = (problem: PlanningProblem) => solve(problem, { seed: 1, iterations: 50 }).plan;
const startsIn = (problem: PlanningProblem) =>
  (planOf(problem)?.patrols ?? []).flatMap(({ items }) =>
    items.flatMap((item) => (isBreak(item) ? [] : [item.start])),
  );

describe('visits that another shift plans', () => {
  test('keep the gap to this shift’s, before them and after them', () => {
    expect(startsIn(evening([]))).toEqual([0, 60, 120]);
    expect(startsIn(evening([{ start: 70 }]))).toEqual([0, 130]);
    expect(startsIn(evening([{ start: -20 }, { start: 200 }]))).toEqual([40, 100]);
  });

  test('keep it from their end where they last longer than usual', () => {
    expect(startsIn(evening([{ start: 0, dwell: 45 }]))).toEqual([90, 150]);
  });

  test('may overlap: the longer rest holds', () => {
    expect(startsIn(evening([{ start: 0, dwell: 75 }, { start: 10 }]))).toEqual([120]);
  });

  test('are no part of the plan, and are named where a visit comes too near', () => {
    const problem = evening([{ start: 70 }]);
    const items = [{ hotspot: 'H1', window: 0, start: 30 }];
    expect(checkPlan(problem, { patrols: [{ id: 'P1', items }] })).toEqual([
      {
        code: 'gap-to-other-shift',
        patrol: 'P1',
        item: 0,
        values: { hotspot: 'H1', start: 30, other: 70, spacing: 60, apart: 40 },
      },
    ]);
  });

  test('are the reason where they leave room for fewer', () => {
    const [unmet] = planOf(evening([{ start: 70 }]))?.unmet ?? [];
    expect(unmet).toMatchObject({
      missing: 1,
      reason: { code: 'gap-allows', values: { most: 2 } },
    });
  });
});
