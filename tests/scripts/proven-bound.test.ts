import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePlan, visitShare } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { provenBound } from '../../scripts/bound/proven-bound.ts';
import { gridStep } from '../../scripts/bound/time-grid.ts';

const STEP = 10;
const tens = (min: number, max: number) =>
  fc.integer({ min: min / STEP, max: max / STEP }).map((n) => n * STEP);

/** Two hot spots and up to two patrols for an hour and a half, on a grid of ten minutes. */
const smallProblem: fc.Arbitrary<PlanningProblem> = fc
  .record({
    walks: fc.tuple(tens(10, 20), tens(10, 20), tens(10, 20)),
    spots: fc.tuple(...[1, 2].map(() => spot())),
    patrols: fc.integer({ min: 1, max: 2 }),
    hasBreak: fc.boolean(),
    gamma: fc.constantFrom(0.6, 0.9),
  })
  .map(({ walks: [a, b, c], spots, patrols, hasBreak, gamma }) => ({
    places: [0, 1, 2].map((x) => ({ x, y: 0 })),
    walk: [
      [0, a, b],
      [a, 0, c],
      [b, c, 0],
    ],
    hotspots: spots.map((one, index) => ({ ...one, id: `H${index}`, place: index + 1 })),
    patrols: Array.from({ length: patrols }, (_, index) => ({
      id: `P${index}`,
      start: 0,
      end: 90,
      from: 0,
      to: 0,
      break: hasBreak ? { dur: 10, earliest: 20, latest: 60 } : null,
    })),
    gamma,
    beyond: 0.3,
  }));

function spot() {
  return fc.record({
    dwell: fc.constant(10),
    spacing: tens(10, 40),
    windows: fc.array(
      fc.record({
        open: tens(0, 20),
        close: tens(50, 90),
        target: fc.integer({ min: 0, max: 2 }),
        weight: fc.integer({ min: 1, max: 20 }),
      }),
      { minLength: 1, maxLength: 1 },
    ),
  });
}

/** The best value by trying every route of the first patrol, and with each every route of the second. */
function bestByTrying(problem: PlanningProblem): number {
  const made: { spot: number; start: number }[] = [];
  let best = 0;
  const walk = (patrol: number, place: number, minute: number, rested: boolean): void => {
    const duty = problem.patrols[patrol];
    if (!duty) {
      best = Math.max(best, valueOf(problem, made));
      return;
    }
    const rest = duty.break;
    if (rest && !rested)
      for (let t = Math.max(minute, rest.earliest); t <= rest.latest; t += STEP)
        walk(patrol, place, t + rest.dur, true);
    const home = problem.walk[place]?.[duty.to] ?? 0;
    if ((rested || !rest) && minute + home <= duty.end) walk(patrol + 1, 0, 0, false);
    for (const [index, { place: there, dwell, spacing, windows }] of problem.hotspots.entries()) {
      const [window] = windows;
      const arrives = minute + (problem.walk[place]?.[there] ?? 0);
      const last = Math.min(window?.close ?? 0, duty.end) - dwell;
      for (let t = Math.max(arrives, window?.open ?? 0); t <= last; t += STEP) {
        if (made.some((one) => one.spot === index && Math.abs(one.start - t) < spacing)) continue;
        // A break on the way may stand before the walk or after it: rest here, or rest there before the visit.
        made.push({ spot: index, start: t });
        walk(patrol, there, t + dwell, rested);
        made.pop();
        if (!rest || rested) continue;
        const pause = Math.max(arrives, rest.earliest);
        if (pause > rest.latest || pause + rest.dur > t) continue;
        made.push({ spot: index, start: t });
        walk(patrol, there, t + dwell, true);
        made.pop();
      }
    }
  };
  walk(0, 0, 0, false);
  return best;
}

const valueOf = (problem: PlanningProblem, made: readonly { spot: number }[]): number =>
  problem.hotspots.reduce((sum, { windows: [window] }, index) => {
    const count = made.filter(({ spot }) => spot === index).length;
    const shares = Array.from({ length: count }, (_, k) =>
      visitShare(problem, window?.target ?? 0, k + 1),
    );
    return sum + (window?.weight ?? 0) * shares.reduce((a, b) => a + b, 0);
  }, 0);

describe('the proven bound of a small shift', () => {
  test('is the best value there is, by trying every plan, and the planner’s is no greater', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(smallProblem, async (problem) => {
        const { bound, isOptimal } = await provenBound(problem, 20);
        expect(isOptimal).toBe(true);
        expect(bound).toBeCloseTo(bestByTrying(problem), 4);
        const { plan } = solve(problem, { seed: 1, iterations: 100 });
        if (plan) expect(evaluatePlan(problem, plan).value).toBeLessThanOrEqual(bound + 1e-6);
      }),
      { numRuns: 15 },
    );
  });

  test('is reckoned on the widest grid that all times lie on', () => {
    const [problem] = fc.sample(smallProblem, 1);
    if (problem) expect(gridStep(problem) % STEP).toBe(0);
  });
});
