import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import type { PlanningProblem, ProblemSpan } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { flenNight } from './flen-night.ts';

function nightWithCall(call: ProblemSpan): PlanningProblem {
  const night = flenNight(1, 2);
  const pause = { dur: 30, earliest: 1400, latest: 1700 };
  return {
    ...night,
    patrols: night.patrols.map((patrol) =>
      Object.assign({ ...patrol }, { break: pause, unavailable: [call] }),
    ),
  };
}

const itemsOf = (problem: PlanningProblem) => {
  const { plan } = solve(problem, { seed: 1, iterations: 100 });
  expect(plan && checkPlan(problem, plan)).toEqual([]);
  return plan?.patrols[0]?.items ?? [];
};

describe('a patrol on a call', () => {
  test('is planned neither visit nor break meanwhile, and all it can do before and after', () => {
    const items = itemsOf(nightWithCall({ start: 1400, end: 1500 }));
    const during = items.filter(({ start }) => start > 1385 && start < 1500);
    expect(during).toEqual([]);
    expect(items).toHaveLength(13);
  });

  test('until the end of its duty is planned until the call comes', () => {
    const night = nightWithCall({ start: 1500, end: 2000 });
    const items = itemsOf(night);
    expect(Math.max(...items.map(({ start }) => start))).toBeLessThan(1500);
    expect(items.length).toBeGreaterThan(1);
  });

  test('for the whole of its duty is planned nothing, not even a break', () => {
    expect(itemsOf(nightWithCall({ start: 1000, end: 2000 }))).toEqual([]);
  });

  test('is refused a visit that a hand puts into the call', () => {
    const problem = nightWithCall({ start: 1400, end: 1500 });
    const items = [
      { hotspot: 'R1', window: 0, start: 1395 },
      { break: true as const, start: 1600 },
    ];
    const violations = checkPlan(problem, { patrols: [{ id: 'P1', items }] });
    expect(violations).toMatchObject([
      { code: 'on-a-call', item: 0, values: { start: 1395, from: 1400, to: 1500 } },
    ]);
  });
});

describe('a call over an end of the duty', () => {
  const faults = (call: ProblemSpan, ...starts: number[]) => {
    const items = starts.map((start) => ({ hotspot: 'R1', window: 0, start }));
    return checkPlan(nightWithCall(call), { patrols: [{ id: 'P1', items }] });
  };
  const away = (item: number, from: number, to: number) =>
    expect.objectContaining({
      code: 'on-a-call',
      item,
      values: expect.objectContaining({ from, to }),
    });

  test('that began before it, or now, is the reason why no visit in it can be made', () => {
    const found = faults({ start: 1200, end: 1500 }, 1300, 1420);
    expect(found).toContainEqual(away(0, 1200, 1500));
    expect(found).toContainEqual(away(1, 1200, 1500));
    expect(found.map(({ code }) => code)).not.toContain('overlaps');
  });

  test('until which the patrol is not back is the reason too', () => {
    expect(faults({ start: 1500, end: 2000 }, 1520)).toContainEqual(away(0, 1500, 2000));
  });
});

describe('a break', () => {
  test('is moved for a visit that fits only where the break was put first', () => {
    const night = flenNight(1, 1);
    const [spot] = night.hotspots;
    const [patrol] = night.patrols;
    const problem: PlanningProblem = {
      ...night,
      hotspots: [{ ...spot!, windows: [{ open: 1300, close: 1320, target: 1, weight: 1 }] }],
      patrols: [{ ...patrol!, break: { dur: 30, earliest: 1290, latest: 1500 } }],
    };
    const items = itemsOf(problem);
    expect(items[0]).toMatchObject({ hotspot: 'R1' });
    expect(items).toHaveLength(2);
  });
});
