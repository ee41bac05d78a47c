import { describe, expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { visitReasons } from '#core/planner/bridge/visit-reasons.ts';
import { legMinutes } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { PARKING } from '#core/walking/park-and-walk.ts';
import { at, HOUR, MINUTE, nightInput, patrol, plannedVisit, withPatrol } from './night-input.ts';

const spotOf = (task: ReturnType<typeof buildPlanningTask>, id: string) =>
  task.problem.hotspots.find((spot) => spot.id === id);
const made = (hotSpotId: string, startedAt: number, endedAt: number | null, patrolId = 'P1') => ({
  hotSpotId,
  patrolId,
  startedAt,
  endedAt,
  isDose: true,
});

describe('a shift planned ahead', () => {
  test('is told in minutes from 00:00 of its date, over 1440 after midnight', () => {
    const task = buildPlanningTask(nightInput());
    const { problem } = task;
    expect(problem.patrols[0]).toMatchObject({ start: 1260, end: 1740 });
    expect(problem.patrols[0]?.break).toEqual({ dur: 30, earliest: 1380, latest: 1560 });
    expect(spotOf(task, 'square')?.windows[0]).toMatchObject({
      open: 1260,
      close: 1620,
    });
  });

  test('on the night when clocks go back is an hour longer', () => {
    const origin = Date.parse('2026-10-23T22:00:00Z');
    const startsAt = Date.parse('2026-10-24T19:00:00Z');
    const endsAt = Date.parse('2026-10-25T04:00:00Z');
    const night = nightInput();
    const patrols = [patrol('P1', { startsAt, endsAt, break: null })];
    const shift = { ...night.shift, startsAt, endsAt, patrols };
    const { problem } = buildPlanningTask({ ...night, origin, shift, occurrences: [] });
    expect(problem.patrols[0]).toMatchObject({ start: 1260, end: 1260 + 9 * 60 });
  });

  test('may plan each patrol for half its minutes', () => {
    expect(buildPlanningTask(nightInput()).problem.patrols[0]?.maxBusy).toBe(240);
  });

  test('keeps visits to one spot a dwell and a gap apart, start to start', () => {
    expect(spotOf(buildPlanningTask(nightInput()), 'station')).toMatchObject({
      dwell: 15,
      spacing: 75,
    });
  });

  test('lets a patrol that has a car drive where it is far on foot, and no other', () => {
    const night = nightInput();
    const { keys } = night.walking;
    const table = (minutes: number) =>
      keys.map((_, i) => keys.map((__, j) => (i === j ? 0 : minutes)));
    const walking = { keys, minutes: table(45), driving: table(7) };
    const patrols = [patrol('P1', { travels: 'car' }), patrol('P2')];
    const shift = { ...night.shift, patrols };
    const { problem } = buildPlanningTask({ ...night, shift, walking });
    const [byCar, onFoot] = problem.patrols;
    expect(byCar && legMinutes(problem, byCar, 0, 1)).toBe(7 + PARKING);
    expect(onFoot && legMinutes(problem, onFoot, 0, 1)).toBe(45);
  });

  test('gives a patrol on bicycles a third of the time on foot', () => {
    const night = nightInput();
    const { keys } = night.walking;
    const minutes = keys.map((_, i) => keys.map((__, j) => (i === j ? 0 : 10)));
    const walking = { keys, minutes, driving: minutes };
    const shift = { ...night.shift, patrols: [patrol('P1', { travels: 'bicycle' })] };
    const { problem } = buildPlanningTask({ ...night, shift, walking });
    const [cycling] = problem.patrols;
    expect(cycling && legMinutes(problem, cycling, 0, 1)).toBe(4);
  });

  test('plans around what another shift plans: the gap holds, and its dose in the window is not asked for twice', () => {
    const elsewhere = [
      { hotSpotId: 'station', startsAt: at(22), endsAt: at(22, 20) },
      { hotSpotId: 'square', startsAt: at(19), endsAt: at(19, 15) },
    ];
    const alone = buildPlanningTask(nightInput());
    const task = buildPlanningTask(nightInput({ elsewhere }));
    const [target, before] = [task, alone].map((one) => spotOf(one, 'station')?.windows[0]?.target);
    expect(target).toBe((before ?? 0) - 1);
    expect(spotOf(task, 'station')?.taken).toEqual([{ start: 22 * 60, dwell: 20 }]);
    expect(spotOf(task, 'square')?.taken).toEqual([{ start: 19 * 60, dwell: 15 }]);
    expect(task.doses).toEqual({ wanted: alone.doses.wanted, provided: 1 });
    expect(spotOf(task, 'station')?.maxDoses).toBe((spotOf(alone, 'station')?.maxDoses ?? 0) - 1);
  });

  test('may cut a visit to 12 minutes, but not below what counts as a dose', () => {
    const night = nightInput();
    expect(spotOf(buildPlanningTask(night), 'station')?.leastDwell).toBe(12);
    const windows = night.windows.map((window) => ({ ...window, countsFromMin: 14 }));
    expect(spotOf(buildPlanningTask({ ...night, windows }), 'station')?.leastDwell).toBe(14);
  });

  test('says of a visit that was cut short what it buys, but not of one that a person cut', () => {
    const task = buildPlanningTask(nightInput());
    const visit = { hotspot: 'station', window: 0, start: 1300, dwell: 12 };
    const plan = { patrols: [{ id: 'P1', items: [visit] }] };
    const shortened = (isPinned: boolean) =>
      visitReasons(task, plan, visit, isPinned).find(({ code }) => code === 'shortened')?.values;
    expect(shortened(false)).toEqual({ minutes: 12, usual: 15 });
    expect(shortened(true)).toBeUndefined();
  });

  test('weighs a window by its priority', () => {
    const task = buildPlanningTask(nightInput());
    expect(spotOf(task, 'station')?.windows[0]?.weight).toBe(50);
    expect(spotOf(task, 'square')?.windows[0]?.weight).toBe(18);
  });

  test('weighs a window that it sees a third of by a third', () => {
    const night = nightInput();
    const occurrences = night.occurrences.map((one) =>
      Object.assign({ ...one }, { opens: at(27), closes: at(33) }),
    );
    const task = buildPlanningTask({ ...night, occurrences });
    expect(spotOf(task, 'station')?.windows[0]?.weight).toBeCloseTo(50 / 3, 9);
  });

  test('counts the gap from the end of the last visit, however long it was', () => {
    const task = buildPlanningTask(nightInput({ made: [made('square', at(20), at(20, 50))] }));
    const spot = spotOf(task, 'square');
    expect((spot?.lastStart ?? 0) + (spot?.spacing ?? 0)).toBe(20 * 60 + 50 + 60);
  });

  test('leaves out hot spots that are paused', () => {
    const night = nightInput();
    const hotSpots = night.hotSpots.map((one) =>
      Object.assign({ ...one }, one.id === 'square' ? { status: 'paused' } : {}),
    );
    expect(spotOf(buildPlanningTask({ ...night, hotSpots }), 'square')).toBeUndefined();
  });

  test('survives being sent as JSON', () => {
    const task = buildPlanningTask(nightInput());
    const sent = JSON.parse(JSON.stringify(task)) as PlanningTask;
    const budget = { seed: 1, iterations: 20 };
    expect(solve(sent.problem, budget)).toEqual(solve(task.problem, budget));
  });

  test('warns of a spot whose windows ask for more than four doses', () => {
    const night = nightInput();
    const occurrences = night.occurrences.map((one) => Object.assign({ ...one }, { doses: 6 }));
    const { warnings, problem } = buildPlanningTask({ ...night, occurrences });
    expect(warnings).toContainEqual({
      code: 'dose-ceiling',
      values: { hotSpotId: 'station', doses: 6, most: 4 },
    });
    expect(problem.hotspots[0]?.maxDoses).toBe(6);
  });

  test('says which place the walking minutes lack', () => {
    const walking = { keys: ['station', 'P1', 'P2'], minutes: [], driving: [] };
    expect(() => buildPlanningTask(nightInput({ walking }))).toThrow('square');
  });
});

describe('a shift mended at half past eleven', () => {
  const now = at(23, 30);

  test('wants only the doses that are not made', () => {
    const visits = [made('square', at(21, 10), at(21, 25)), made('square', at(22, 50), at(23, 5))];
    const task = buildPlanningTask(nightInput({ now, made: visits }));
    expect(spotOf(task, 'square')?.windows[0]).toMatchObject({ open: 1410, target: 1 });
    expect(task.hotSpots[1]?.windows[0]).toMatchObject({ doses: 3, delivered: 2 });
  });

  test('goes on counting the doses of windows that have closed, none beyond its target', () => {
    const night = nightInput();
    const occurrences = night.occurrences.map((one) =>
      Object.assign({ ...one }, one.hotSpotId === 'square' ? { closes: at(23), doses: 1 } : {}),
    );
    const visits = [made('square', at(21, 10), at(21, 25)), made('square', at(22, 40), at(22, 55))];
    const task = buildPlanningTask({ ...night, occurrences, now, made: visits });
    expect(spotOf(task, 'square')).toBeUndefined();
    const station = occurrences.find((one) => one.hotSpotId === 'station')?.doses ?? 0;
    expect(task.doses).toEqual({ wanted: station + 1, provided: 1 });
  });

  test('goes on from where the patrol is, with what is left of its load', () => {
    const task = buildPlanningTask(nightInput({ now, made: [made('square', at(23), at(23, 15))] }));
    const [first, second] = task.problem.patrols;
    expect(first).toMatchObject({ start: 1410, from: 1, to: 2, maxBusy: 225 });
    expect(second).toMatchObject({ start: 1410, from: 3, to: 3, maxBusy: 240 });
  });

  test('lets a patrol finish the visit it is at', () => {
    const task = buildPlanningTask(nightInput({ now, made: [made('square', at(23, 25), null)] }));
    expect(task.problem.patrols[0]?.start).toBe(1420);
    expect(spotOf(task, 'square')?.lastStart).toBe(1405);
  });

  test('gives no second break', () => {
    const breaksTaken = [{ patrolId: 'P1', startsAt: at(23), endsAt: at(23, 30) }];
    const { problem } = buildPlanningTask(nightInput({ now, breaksTaken }));
    expect(problem.patrols.map((one) => one.break === null)).toEqual([true, false]);
  });

  test('drops a break that calls leave no time for, and says so', () => {
    const unavailable = [{ from: at(23), to: at(26, 30) }];
    const task = buildPlanningTask(nightInput({ now, ...withPatrol({ unavailable }) }));
    expect(task.problem.patrols[0]?.break).toBeNull();
    expect(task.warnings).toEqual([{ code: 'break-dropped', values: { patrolId: 'P1' } }]);
  });

  test('locks what is pinned ahead, and leaves what is past alone', () => {
    const pinned = [plannedVisit('P1', 'square', at(22)), plannedVisit('P1', 'square', at(24))];
    const { problem } = buildPlanningTask(nightInput({ now, pinned }));
    expect(problem.locked).toEqual([{ patrol: 0, hotspot: 1, start: 1440, dwell: 15, window: 0 }]);
  });

  test('says which pinned visit it cannot keep', () => {
    const pinned = [plannedVisit('P9', 'square', at(24))];
    const { problem, warnings } = buildPlanningTask(nightInput({ now, pinned }));
    expect(problem.locked).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'pin-dropped', values: { patrolId: 'P9' } }]);
  });

  test('raises the ceiling to what is pinned', () => {
    const long = { endsAt: at(24) + 5 * HOUR - 30 * MINUTE };
    const pinned = [plannedVisit('P1', 'square', at(24), long)];
    const { problem } = buildPlanningTask(nightInput({ now, pinned }));
    expect(problem.patrols[0]?.maxBusy).toBe(6 + 270 + 6);
  });

  test('leaves out a patrol that has gone home', () => {
    const shift = nightInput().shift;
    const patrols = [patrol('P1', { endsAt: at(23) }), patrol('P2')];
    const task = buildPlanningTask(nightInput({ now, shift: { ...shift, patrols } }));
    expect(task.patrols.map(({ patrolId }) => patrolId)).toEqual(['P2']);
  });
});

test('a visit to a hot spot whose doses are made already is said to be beyond the window’s whole target', () => {
  const made = [at(21, 5), at(22, 30)].map((startedAt) => ({
    hotSpotId: 'station',
    patrolId: 'P2',
    startedAt,
    endedAt: startedAt + 15 * MINUTE,
    isDose: true,
  }));
  const task = buildPlanningTask(nightInput({ made, now: at(23) }));
  const visit = { hotspot: 'station', window: 0, start: 25 * 60 };
  const plan = { patrols: [{ id: 'P1', items: [visit] }] };
  const beyond = visitReasons(task, plan, visit, false).find(
    ({ code }) => code === 'beyond-target',
  );
  expect(beyond?.values).toEqual({ number: 3, target: 2 });
});
