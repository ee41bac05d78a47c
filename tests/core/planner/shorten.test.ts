import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import { isBreak, type PlanningProblem, type VisitItem } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { arbitraryProblem } from './arbitrary-problem.ts';

/** A patrol of so many minutes and three hot spots side by side, each to have one visit of 15 minutes. */
const hour = (minutes: number, leastDwell?: number): PlanningProblem => ({
  places: [{ x: 0, y: 0 }],
  walk: [[0]],
  hotspots: [1, 2, 3].map((n) => ({
    id: `H${n}`,
    place: 0,
    dwell: 15,
    leastDwell,
    spacing: 60,
    windows: [{ open: 0, close: 60, target: 1, weight: 10 * n }],
  })),
  patrols: [{ id: 'P1', start: 0, end: minutes, from: 0, to: 0 }],
  gamma: 0.9,
  beyond: 0.3,
});

const visitsOf = (problem: PlanningProblem) =>
  (solve(problem, { seed: 1, iterations: 50 }).plan?.patrols ?? [])
    .flatMap(({ items }) => items)
    .filter((item): item is VisitItem => !isBreak(item));
const lengthsOf = (problem: PlanningProblem) =>
  visitsOf(problem)
    .map(({ hotspot, dwell = 15 }) => `${hotspot} ${dwell}`)
    .sort();

describe('a visit is shortened where that buys one more', () => {
  test('three of 12 minutes or more in 40, the weightiest cut last', () => {
    expect(lengthsOf(hour(40, 12))).toEqual(['H1 12', 'H2 13', 'H3 15']);
  });

  test('and not otherwise: three fit in 45, and in 35 none is gained', () => {
    expect(lengthsOf(hour(45, 12))).toEqual(['H1 15', 'H2 15', 'H3 15']);
    expect(lengthsOf(hour(35, 12))).toEqual(['H2 15', 'H3 15']);
  });

  test('nor to get round the load ceiling', () => {
    const [patrol] = hour(40).patrols;
    const patrols = patrol ? [{ ...patrol, maxBusy: 40 }] : [];
    expect(lengthsOf({ ...hour(40, 12), patrols })).toEqual(['H2 15', 'H3 15']);
  });

  test('nor where the hot spot does not allow it', () => {
    expect(lengthsOf(hour(40))).toEqual(['H2 15', 'H3 15']);
  });

  test('a visit that is locked keeps its length', () => {
    const locked = [{ patrol: 0, hotspot: 0, start: 0 }];
    expect(lengthsOf({ ...hour(40, 12), locked })).toEqual(['H1 15', 'H2 12', 'H3 13']);
  });

  test('never breaks a rule nor loses a target, whatever the problem', () => {
    const metBy = (problem: PlanningProblem) => {
      const { plan } = solve(problem, { seed: 1, iterations: 20 });
      if (plan) expect(checkPlan(problem, plan)).toEqual([]);
      return plan ? evaluatePlan(problem, plan).met : 0;
    };
    fc.assert(
      fc.property(arbitraryProblem, fc.integer({ min: 0, max: 10 }), (problem, shorter) => {
        const hotspots = problem.hotspots.map((spot) =>
          Object.assign({ ...spot }, { leastDwell: Math.max(5, spot.dwell - shorter) }),
        );
        expect(metBy({ ...problem, hotspots })).toBeGreaterThanOrEqual(metBy(problem));
      }),
      { numRuns: 300 },
    );
  });
});
