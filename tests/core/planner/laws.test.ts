import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import { countVisits, evaluatePlan } from '#core/planner/evaluate-plan.ts';
import { lockedConflicts } from '#core/planner/locked-conflicts.ts';
import type { LockedVisit, PlanningProblem, Routes, VisitItem } from '#core/planner/problem.ts';
import { isBreak } from '#core/planner/problem.ts';
import { problemFaults } from '#core/planner/problem-faults.ts';
import { solve } from '#core/planner/solve.ts';
import { arbitraryProblem } from './arbitrary-problem.ts';

const ROUNDS = 40;
const planOf = (problem: PlanningProblem, seed = 1, iterations = ROUNDS) =>
  solve(problem, { seed, iterations }).plan;

const visitsOf = (plan: Routes) =>
  plan.patrols.flatMap(({ id, items }) =>
    items.filter((item): item is VisitItem => !isBreak(item)).map((item) => ({ id, ...item })),
  );

/** The problem with every second visit of a plan locked: locks that surely do not contradict each other. */
function withLocks(problem: PlanningProblem, plan: Routes): PlanningProblem {
  const locked = visitsOf(plan)
    .filter((_, i) => i % 2 === 0)
    .map(
      ({ id, hotspot, start }): LockedVisit => ({
        patrol: problem.patrols.findIndex((one) => one.id === id),
        hotspot: problem.hotspots.findIndex((one) => one.id === hotspot),
        start,
      }),
    );
  return { ...problem, locked };
}

/** Value by the words of the definition, window by window and visit by visit. */
function valueByDefinition(problem: PlanningProblem, plan: Routes): number {
  let value = 0;
  for (const spot of problem.hotspots)
    spot.windows.forEach((window, index) => {
      visitsOf(plan)
        .filter(({ hotspot, window }) => hotspot === spot.id && window === index)
        .forEach((_, i) => {
          const share = problem.gamma ** i * (i + 1 > window.target ? problem.beyond : 1);
          value += window.weight * share;
        });
    });
  return value;
}

describe('for any problem', () => {
  test('no plan breaks a rule', () => {
    fc.assert(
      fc.property(arbitraryProblem, fc.nat(1000), (problem, seed) => {
        expect(problemFaults(problem)).toEqual([]);
        const plan = planOf(problem, seed);
        if (plan) expect(checkPlan(problem, plan)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('a plan or a contradiction is given, never neither', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        expect(planOf(problem, 1, 1) === null).toBe(lockedConflicts(problem).length > 0);
      }),
    );
  });

  test('locked visits are kept as they stand', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const first = planOf(problem);
        if (!first) return;
        const locked = withLocks(problem, first);
        const { plan, conflicts } = solve(locked, { seed: 2, iterations: ROUNDS });
        // A walk may be longer than the same walk by way of a third place: then locks need what lay between them.
        if (plan) expect(checkPlan(locked, plan)).toEqual([]);
        else expect(conflicts).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('the same seed and rounds give the same plan', () => {
    fc.assert(
      fc.property(arbitraryProblem, fc.nat(1000), (problem, seed) => {
        expect(planOf(problem, seed)).toEqual(planOf(problem, seed));
      }),
      { numRuns: 50 },
    );
  });

  test('a search cut short is the same as one with so many rounds for a budget', () => {
    fc.assert(
      fc.property(arbitraryProblem, fc.integer({ min: 1, max: 30 }), (problem, stop) => {
        let asked = 0;
        const shouldStop = () => (asked += 1) > stop;
        const cut = solve(problem, { seed: 5, iterations: 1000, shouldStop }).plan;
        expect(cut).toEqual(planOf(problem, 5, stop));
      }),
      { numRuns: 50 },
    );
  });

  test('the value is what the definition says', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const plan = planOf(problem);
        if (!plan) return;
        const { value } = evaluatePlan(problem, plan);
        expect(value).toBeCloseTo(valueByDefinition(problem, plan), 6);
      }),
      { numRuns: 50 },
    );
  });

  test('more rounds never give a plan of less worth', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const short = planOf(problem, 3, 5);
        const long = planOf(problem, 3, 60);
        if (!short || !long) return;
        const gain = evaluatePlan(problem, long).value - evaluatePlan(problem, short).value;
        expect(gain).toBeGreaterThan(-1e-6);
      }),
      { numRuns: 100 },
    );
  });

  test('every unmet target is named with how many and why, and none that is met', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const plan = planOf(problem);
        if (!plan) return;
        const counts = countVisits(problem, plan);
        const missing = problem.hotspots.flatMap((spot, h) =>
          spot.windows.flatMap(({ target }, window) => {
            const short = target - (counts[h]?.[window] ?? 0);
            return short > 0 ? [{ hotspot: spot.id, window, missing: short }] : [];
          }),
        );
        expect(
          plan.unmet.map(({ hotspot, window, missing }) => ({ hotspot, window, missing })),
        ).toEqual(missing);
      }),
      { numRuns: 100 },
    );
  });

  test('no hot spot gets more doses proposed than its most', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const plan = planOf(problem);
        if (!plan) return;
        for (const spot of problem.hotspots) {
          const doses = visitsOf(plan).filter(({ hotspot }) => hotspot === spot.id).length;
          expect(doses).toBeLessThanOrEqual(spot.maxDoses ?? Infinity);
        }
      }),
      { numRuns: 100 },
    );
  });
});
