/** Plans that cannot be learned: within a set price, the one that repeats the past least. */
import { assert, nat, pre, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import { lockedConflicts } from '#core/planner/locked-conflicts.ts';
import type { PlanningProblem, Routes, VisitItem } from '#core/planner/problem.ts';
import { isBreak } from '#core/planner/problem.ts';
import { searchPlan } from '#core/planner/solve.ts';
import type { PastRoute } from '#core/planner/vary/past.ts';
import { arbitraryProblem } from './arbitrary-problem.ts';
import { flenNight } from './flen-night.ts';

const night = flenNight(2, 3);
const TOLERANCE = 0.02;

const planWith = (problem: PlanningProblem, past: readonly PastRoute[], seed = 1) =>
  searchPlan(problem, {
    seed,
    iterations: 300,
    vary: { past, tolerance: TOLERANCE, iterations: 300 },
  });

const routesOf = ({ patrols }: Routes) =>
  patrols.map(({ items }) => items.filter((item): item is VisitItem => !isBreak(item)));

const asPast = (plan: Routes, daysAgo: number): PastRoute[] =>
  routesOf(plan).map((visits) => ({ daysAgo, isMade: true, visits }));

/** Share of the plan's visits within five minutes of one to the same spot in the other plan. */
function alike(plan: Routes, other: Routes): number {
  const before = routesOf(other).flat();
  const visits = routesOf(plan).flat();
  const again = visits.filter(({ hotspot, start }) =>
    before.some((one) => one.hotspot === hotspot && Math.abs(one.start - start) <= 5),
  );
  return again.length / visits.length;
}

describe('a plan that must not repeat the past', () => {
  test('keeps every rule and every locked visit, and costs no more than it may', () => {
    assert(
      property(arbitraryProblem, nat(1000), (problem, seed) => {
        pre(lockedConflicts(problem).length === 0);
        const plan = planWith(problem, asPast(planWith(problem, []), 1), seed);
        expect(checkPlan(problem, plan)).toEqual([]);
        const { value } = evaluatePlan(problem, plan);
        expect(value).toBeGreaterThanOrEqual(plan.bestValue * (1 - TOLERANCE) - 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test('comes at other times than yesterday', () => {
    const yesterday = planWith(night, []);
    const today = planWith(night, asPast(yesterday, 1), 2);
    expect(alike(today, yesterday)).toBeLessThan(0.2);
  });

  test('begins no route where one began yesterday', () => {
    const yesterday = planWith(night, []);
    const today = planWith(night, asPast(yesterday, 1), 2);
    const firsts = (plan: Routes) => routesOf(plan).map(([first]) => first?.hotspot);
    expect(firsts(today).filter((first) => firsts(yesterday).includes(first))).toEqual([]);
  });

  test('takes no pair of stops in an order used twice in a fortnight', () => {
    const before = planWith(night, []);
    const past = [1, 2].flatMap((daysAgo) => asPast(before, daysAgo));
    const pairs = (plan: Routes) =>
      routesOf(plan).flatMap((visits) =>
        visits.slice(1).flatMap(({ hotspot }, i) => {
          const before = visits[i]?.hotspot;
          return before === hotspot ? [] : [`${before} ${hotspot}`];
        }),
      );
    const worn = new Set(pairs(before));
    expect(pairs(planWith(night, past, 3)).filter((pair) => worn.has(pair))).toEqual([]);
  });

  test('fears yesterday more than last month, and what was seen more than what was planned', () => {
    const [seen, planned] = [true, false].map((isMade) =>
      asPast(planWith(night, []), 1).map((route) => ({ ...route, isMade })),
    );
    const long = asPast(planWith(night, []), 28);
    const repeats = (past: readonly PastRoute[]) =>
      searchPlan(night, {
        seed: 1,
        iterations: 0,
        vary: { past, tolerance: 0, iterations: 0 },
      }).repetition;
    expect(repeats(seen ?? [])).toBeGreaterThan(repeats(planned ?? []));
    expect(repeats(planned ?? [])).toBeGreaterThan(repeats(long));
  });

  test('is the same again for the same seed, rounds and past', () => {
    const past = asPast(planWith(night, []), 1);
    expect(planWith(night, past, 4)).toEqual(planWith(night, past, 4));
  });

  test('gives every patrol a share of the work, where one could do it all', () => {
    const visits = routesOf(planWith(flenNight(3, 1), [])).map(({ length }) => length);
    expect(Math.min(...visits)).toBeGreaterThan(0);
  });

  test('uses the whole of the night where patrols have time to spare', () => {
    const starts = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
      routesOf(planWith(flenNight(2, 1), [], seed)).map((visits) => visits.at(-1)?.start ?? 0),
    );
    const half = 26 * 60;
    expect(Math.max(...starts)).toBeGreaterThan(half);
  });
});
