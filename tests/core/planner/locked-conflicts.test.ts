import { describe, expect, test } from 'vitest';
import { lockedConflicts } from '#core/planner/locked-conflicts.ts';
import type { LockedVisit, PlanningProblem } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { flenNight } from './flen-night.ts';

const night = (locked: readonly LockedVisit[], change: Partial<PlanningProblem> = {}) => ({
  ...flenNight(2, 2),
  ...change,
  locked,
});

describe('locked visits', () => {
  test('that can all stand contradict nothing', () => {
    expect(
      lockedConflicts(
        night([
          { patrol: 0, hotspot: 0, start: 1300 },
          { patrol: 0, hotspot: 1, start: 1320 },
        ]),
      ),
    ).toEqual([]);
  });

  test('of one patrol at once are named as a pair', () => {
    const problem = night([
      { patrol: 0, hotspot: 0, start: 1300 },
      { patrol: 0, hotspot: 1, start: 1310 },
    ]);
    expect(lockedConflicts(problem)).toMatchObject([{ code: 'overlaps', visit: 1, other: 0 }]);
    expect(solve(problem, { seed: 1, iterations: 10 }).plan).toBeNull();
  });

  test('with too short a walk between them are named as a pair', () => {
    const problem = night([
      { patrol: 0, hotspot: 1, start: 1318 },
      { patrol: 0, hotspot: 0, start: 1300 },
    ]);
    expect(lockedConflicts(problem)).toMatchObject([{ code: 'too-far', visit: 0, other: 1 }]);
  });

  test('of two patrols to one spot within its gap are named as a pair', () => {
    const problem = night([
      { patrol: 0, hotspot: 0, start: 1300 },
      { patrol: 1, hotspot: 0, start: 1340 },
    ]);
    expect(lockedConflicts(problem)).toMatchObject([{ code: 'gap', visit: 1, other: 0 }]);
  });

  test('outside every window of their spot are refused by themselves', () => {
    const problem = night([{ patrol: 0, hotspot: 0, start: 1200 }]);
    const codes = lockedConflicts(problem).map(({ code }) => code);
    expect(codes).toContain('outside-window');
  });

  test('of more minutes than the load ceiling are refused together', () => {
    const problem = flenNight(1, 2);
    const patrols = problem.patrols.map((patrol) => Object.assign({ ...patrol }, { maxBusy: 20 }));
    const locked = [{ patrol: 0, hotspot: 0, start: 1300 }];
    expect(lockedConflicts({ ...problem, patrols, locked })).toMatchObject([{ code: 'over-load' }]);
  });

  test('that leave no room for the break are refused', () => {
    const { patrols, ...rest } = flenNight(1, 2);
    const [patrol] = patrols;
    const pause = { dur: 30, earliest: 1300, latest: 1310 };
    const problem = {
      ...rest,
      patrols: [{ ...patrol!, break: pause }],
      locked: [{ patrol: 0, hotspot: 0, start: 1305 }],
    };
    expect(lockedConflicts(problem)).toMatchObject([{ code: 'no-room-for-break', patrol: 'P1' }]);
  });

  test('stretched by hand keep their length, and the gap after it', () => {
    const problem = night([{ patrol: 0, hotspot: 0, start: 1300, dwell: 40 }]);
    const { plan } = solve(problem, { seed: 1, iterations: 50 });
    const visits = plan?.patrols.flatMap(({ items }) => items).filter((v) => 'hotspot' in v);
    const toSpot = visits?.filter(({ hotspot }) => hotspot === 'R1') ?? [];
    expect(toSpot).toContainEqual({ hotspot: 'R1', window: 0, start: 1300, dwell: 40 });
    const later = toSpot.map(({ start }) => start).filter((start) => start > 1300);
    for (const start of later) expect(start).toBeGreaterThanOrEqual(1400);
  });
});
