import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { flenNight } from './flen-night.ts';

function planned(problem: PlanningProblem) {
  const { plan } = solve(problem, { seed: 1, iterations: 300 });
  if (!plan) throw new Error('the night has no locked visits');
  expect(checkPlan(problem, plan)).toEqual([]);
  return { ...evaluatePlan(problem, plan), unmet: plan.unmet };
}

describe('Friday night in Flen', () => {
  test('one unit gives six spots two doses each', () => {
    expect(planned(flenNight(1, 2))).toMatchObject({ met: 12, unmet: [] });
  });

  test('one unit cannot give three doses each: what is left out is named, with the load ceiling as reason', () => {
    const { met, targets, unmet } = planned(flenNight(1, 3));
    const missing = unmet.reduce((sum, one) => sum + one.missing, 0);
    expect(met).toBeLessThan(targets);
    expect(met + missing).toBe(18);
    for (const { reason } of unmet)
      expect(reason).toEqual({ code: 'load-ceiling', values: { patrol: 'P1', most: 300 } });
  });

  test('what one unit leaves out is what is worth least', () => {
    const { unmet } = planned(flenNight(1, 3));
    expect(unmet.map(({ hotspot }) => hotspot)).not.toContain('R1');
    expect(unmet.map(({ hotspot }) => hotspot)).toContain('B1');
  });

  test('two units give three doses each', () => {
    expect(planned(flenNight(2, 3))).toMatchObject({ met: 18, unmet: [] });
  });

  test('two units cannot give six doses each', () => {
    const { unmet } = planned(flenNight(2, 6));
    expect(unmet.length).toBeGreaterThan(0);
    expect(new Set(unmet.map(({ reason }) => reason.code))).toEqual(new Set(['load-ceiling']));
  });
});
