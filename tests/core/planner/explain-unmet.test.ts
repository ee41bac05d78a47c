import { describe, expect, test } from 'vitest';
import { explainUnmet } from '#core/planner/explain-unmet.ts';
import type { PlanningProblem, ProblemHotSpot, ProblemPatrol } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';

const hotSpot = (id: string, change: Partial<ProblemHotSpot> = {}): ProblemHotSpot => ({
  id,
  place: 1,
  dwell: 15,
  spacing: 75,
  windows: [{ open: 1200, close: 1320, target: 1, weight: 10 }],
  ...change,
});
const patrol = (change: Partial<ProblemPatrol> = {}): ProblemPatrol => ({
  id: 'P1',
  start: 1080,
  end: 1500,
  from: 0,
  to: 0,
  break: null,
  ...change,
});
const problem = (change: Partial<PlanningProblem>): PlanningProblem => ({
  places: [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ],
  walk: [
    [0, 5],
    [5, 0],
  ],
  hotspots: [hotSpot('H1')],
  patrols: [patrol()],
  gamma: 0.9,
  beyond: 0.3,
  ...change,
});
const window = { open: 1200, close: 1320, target: 1, weight: 10 };

function reasonsOf(given: PlanningProblem) {
  const { plan } = solve(given, { seed: 1, iterations: 100 });
  return plan?.unmet.map(({ hotspot, missing, reason }) => ({ hotspot, missing, ...reason }));
}

describe('an unmet target is given the first reason that holds', () => {
  test('no patrol has the officers that the window needs', () => {
    const hotspots = [hotSpot('H1', { windows: [{ ...window, crew: 3 }] })];
    expect(reasonsOf(problem({ hotspots, patrols: [patrol({ crew: 2 })] }))).toEqual([
      { hotspot: 'H1', missing: 1, code: 'too-few-officers', values: { needed: 3, most: 2 } },
    ]);
  });

  test('no patrol is on duty in the window', () => {
    const patrols = [patrol({ start: 1400 })];
    expect(reasonsOf(problem({ patrols }))).toMatchObject([{ code: 'no-patrol' }]);
  });

  test('a patrol is on duty in the window and cannot get there and back', () => {
    const patrols = [patrol({ start: 1290, end: 1310 })];
    expect(reasonsOf(problem({ patrols }))).toMatchObject([{ code: 'no-patrol' }]);
  });

  test('the only patrol is on a call for all of the window', () => {
    const patrols = [patrol({ unavailable: [{ start: 1190, end: 1315 }] })];
    expect(reasonsOf(problem({ patrols }))).toMatchObject([{ code: 'no-patrol' }]);
  });

  test('the break leaves no time in the window', () => {
    const hotspots = [hotSpot('H1', { windows: [{ ...window, close: 1220 }] })];
    const patrols = [patrol({ break: { dur: 30, earliest: 1190, latest: 1200 } })];
    expect(reasonsOf(problem({ hotspots, patrols }))).toMatchObject([{ code: 'no-patrol' }]);
  });

  test('the gap allows only two visits of four', () => {
    const hotspots = [hotSpot('H1', { windows: [{ ...window, target: 4 }] })];
    expect(reasonsOf(problem({ hotspots }))).toEqual([
      { hotspot: 'H1', missing: 2, code: 'gap-allows', values: { most: 2, gap: 60, spacing: 75 } },
    ]);
  });

  test('the last visit of the shift before is too near', () => {
    const hotspots = [hotSpot('H1', { lastStart: 1290 })];
    expect(reasonsOf(problem({ hotspots }))).toMatchObject([
      { code: 'gap-allows', values: { most: 0 } },
    ]);
  });

  test('a locked visit elsewhere takes the time, and is named', () => {
    const hotspots = [
      hotSpot('H1', { windows: [{ ...window, close: 1220, weight: 50 }] }),
      hotSpot('H2', { windows: [window] }),
    ];
    const locked = [{ patrol: 0, hotspot: 1, start: 1205 }];
    expect(reasonsOf(problem({ hotspots, locked }))).toEqual([
      {
        hotspot: 'H1',
        missing: 1,
        code: 'locked-visit',
        values: { patrol: 'P1', hotspot: 'H2', start: 1205 },
      },
    ]);
  });

  test('the load ceiling is reached', () => {
    const hotspots = [hotSpot('H1'), hotSpot('H2', { windows: [{ ...window, weight: 5 }] })];
    const patrols = [patrol({ maxBusy: 30 })];
    expect(reasonsOf(problem({ hotspots, patrols }))).toEqual([
      { hotspot: 'H2', missing: 1, code: 'load-ceiling', values: { patrol: 'P1', most: 30 } },
    ]);
  });

  test('it would cost a visit that is worth more, by so much', () => {
    const short = { ...window, close: 1220 };
    const hotspots = [
      hotSpot('H1', { windows: [{ ...short, weight: 50 }] }),
      hotSpot('H2', { windows: [{ ...short, weight: 20 }] }),
    ];
    expect(reasonsOf(problem({ hotspots }))).toEqual([
      {
        hotspot: 'H2',
        missing: 1,
        code: 'costs-more',
        values: { hotspot: 'H1', window: 0, loss: 30 },
      },
    ]);
  });

  test('a target of no worth is not called impossible: there was room, and it was left', () => {
    const hotspots = [hotSpot('H1', { windows: [{ ...window, weight: 0 }] })];
    expect(reasonsOf(problem({ hotspots }))).toMatchObject([{ code: 'room-left' }]);
  });
});

test('a target that a hand has left open is said to have room, and with whom', () => {
  const given = problem({ patrols: [patrol({ maxBusy: 60 })] });
  const [unmet] = explainUnmet(given, { patrols: [{ id: 'P1', items: [] }] });
  expect(unmet?.reason).toEqual({ code: 'room-left', values: { patrol: 'P1' } });
});
