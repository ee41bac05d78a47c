import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedVisit, WindowOccurrence } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { checkEditedPlan } from '#core/planner/bridge/check-edited-plan.ts';
import { planWeek } from '#core/planner/week/plan-week.ts';
import { shiftInput } from '#core/planner/week/shift-input.ts';
import { weekFigures } from '#core/planner/week/week-figures.ts';
import { newestPlans, type WeekPlans } from '#core/planner/week/week-plans.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import { countingIds } from '../bridge/night-input.ts';
import { arbitraryWeek } from './arbitrary-week.ts';
import { plannedWeek, plansAfter } from './planned.ts';
import { at, EVERY_DAY, planWith, type SamplePlace, sampleWeek, visitOf } from './sample-week.ts';

const LAWS = { numRuns: 100 };
const forAnyWeek = (law: (task: WeekTask) => void) =>
  fc.assert(fc.property(arbitraryWeek, law), LAWS);

describe('for any week', () => {
  test('every plan keeps every rule of its shift, with the others as they came to be', () => {
    forAnyWeek((task) => {
      const { plans } = plannedWeek(task);
      const all = plansAfter(task, plans);
      for (const of of task.shifts) {
        const plan = plans.get(of.shift.id);
        if (!plan) continue;
        const own = buildPlanningTask(shiftInput(task, of, all));
        // Pinned visits may take a patrol over its ceiling: that is checked with them locked.
        const { violations } = checkEditedPlan(own, plan.visits, plan.breaks);
        expect(violations).toEqual([]);
      }
    });
  });

  test('what is pinned is in the plan as it stood, or the shift is left alone and named', () => {
    forAnyWeek((task) => {
      const { plans, conflicts } = plannedWeek(task);
      for (const { shift, plan, isOpen } of task.shifts) {
        const pins = isOpen ? (plan?.visits ?? []).filter(({ pinned }) => pinned) : [];
        const after = plans.get(shift.id);
        if (!after) continue;
        const kept = after.visits.filter(({ pinned }) => pinned);
        expect(kept.map(whereAndWhen).sort()).toEqual(pins.map(whereAndWhen).sort());
      }
      const named = conflicts.map(({ shiftId }) => shiftId);
      const open = task.shifts.filter(({ isOpen }) => isOpen).map(({ shift }) => shift.id);
      expect([...plans.keys(), ...named].sort()).toEqual(open.sort());
    });
  });

  test('no window gets more than it wants because two shifts have filled it', () => {
    forAnyWeek((task) => {
      const { plans, conflicts } = plannedWeek(task);
      const left = new Set(conflicts.map(({ shiftId }) => shiftId));
      const shifts = task.shifts.map((of) => (left.has(of.shift.id) ? of : withoutLoose(of)));
      const before = newestPlans({ ...task, shifts });
      for (const window of task.occurrences) {
        const stood = startingIn(window, before);
        const now = meantFor(window, plansAfter(task, plans));
        expect(now).toBeLessThanOrEqual(Math.max(window.doses, stood));
      }
    });
  });

  test('every dose that is wanted is made, planned, or missing with a reason', () => {
    forAnyWeek((task) => {
      const { plans, conflicts } = plannedWeek(task);
      const { totals, unmet } = weekFigures(task, plansAfter(task, plans));
      expect(totals.made + totals.planned + totals.unmet).toBe(totals.wanted);
      expect(unmet.reduce((sum, { missing }) => sum + missing, 0)).toBe(totals.unmet);
      if (conflicts.length > 0) return;
      const planned = new Set([...plans.keys(), null]);
      // What a published plan leaves out, it may not say why; what is planned here, it does.
      for (const { reason, shiftId } of unmet)
        if (planned.has(shiftId)) expect(reason.code).not.toBe('shift-not-planned');
    });
  });

  test('the same seed gives the same plans', () => {
    fc.assert(
      fc.property(arbitraryWeek, fc.nat(1000), (task, seed) => {
        expect(plannedWeek(task, seed)).toEqual(plannedWeek(task, seed));
      }),
      { numRuns: 15 },
    );
  });

  test('the task is left as it was', () => {
    forAnyWeek((task) => {
      const before = structuredClone(task);
      plannedWeek(task);
      expect(task).toEqual(before);
    });
  });
});

/** A pinned visit may have been meant for another of the place's windows than the one that holds it. */
const startingIn = ({ hotSpotId, opens, closes }: WindowOccurrence, plans: WeekPlans) =>
  [...plans.values()]
    .flatMap(({ visits }) => visits)
    .filter((visit) => visit.hotSpotId === hotSpotId)
    .filter(({ startsAt }) => startsAt >= opens && startsAt < closes).length;

const meantFor = ({ windowId, opens, closes }: WindowOccurrence, plans: WeekPlans) =>
  [...plans.values()]
    .flatMap(({ visits }) => visits)
    .filter((visit) => visit.windowId === windowId)
    .filter(({ startsAt }) => startsAt >= opens && startsAt < closes).length;

const whereAndWhen = ({ patrolId, hotSpotId, startsAt, endsAt }: PlannedVisit) =>
  `${patrolId} ${hotSpotId} ${startsAt}–${endsAt}`;

/** The week with nothing in its open shifts but what is pinned. */
const withoutLoose = (of: WeekTask['shifts'][number]): WeekTask['shifts'][number] =>
  of.isOpen && of.plan
    ? { ...of, plan: { ...of.plan, visits: of.plan.visits.filter(({ pinned }) => pinned) } }
    : of;

const places = (count: number, more: Partial<SamplePlace> = {}): SamplePlace[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `H${i}`,
    priority: ([1, 2, 3, 4, 5] as const)[i % 5] ?? 3,
    windows: [{ days: EVERY_DAY, from: 15, to: 27, doses: 2 }],
    ...more,
  }));

describe('with staff enough', () => {
  const shifts = EVERY_DAY.map((day) => ({ day, from: 17, hours: 10, officers: [2, 2] }));
  const task = sampleWeek({ places: places(6), shifts });
  const figures = weekFigures(task, plansAfter(task, plannedWeek(task).plans));

  test('the target of every operational day is met', () => {
    expect(figures.totals).toEqual({ wanted: 84, made: 0, planned: 84, unmet: 0 });
    expect(figures.unmet).toEqual([]);
  });

  test('no hot spot goes more than three days without, and no wanted gap is broken', () => {
    expect(figures.withoutTooLong).toEqual([]);
    expect(figures.gapTooLong).toEqual([]);
    expect(figures.hotSpots.map(({ longestStreak }) => longestStreak)).toEqual(Array(6).fill(7));
  });

  test('a dose more than promised is nobody’s', () => {
    const days = figures.hotSpots.flatMap((hotSpot) => hotSpot.days);
    expect(days.every(({ planned }) => planned.length === 2)).toBe(true);
  });
});

describe('a window that two shifts see', () => {
  const day = { day: 0, from: 14, hours: 8, officers: [2] };
  const night = { day: 0, from: 18, hours: 8, officers: [2, 2] };
  const wide = places(4, { windows: [{ days: [0], from: 12, to: 26, doses: 3, gapMin: 30 }] });

  test('is shared by the minutes of their patrols, not taken by the first', () => {
    const task = sampleWeek({ places: wide, shifts: [day, night] });
    const { plans } = plannedWeek(task);
    expect([...plans.values()].map(({ visits }) => visits.length)).toEqual([4, 8]);
  });

  test('is filled by the one that has room where the other has none', () => {
    const walk = sampleWeek({ places: wide, shifts: [{ ...day, hours: 5 }, night], walkMin: 12 });
    const { totals } = weekFigures(walk, plansAfter(walk, plannedWeek(walk).plans));
    expect(totals.unmet).toBe(0);
  });

  test('asks only those who have the officers', () => {
    const crewed = wide.map((place) => ({
      ...place,
      windows: place.windows.map((one) => ({ ...one, crew: 3 })),
    }));
    const task = sampleWeek({ places: crewed, shifts: [day, { ...night, officers: [3, 2] }] });
    const { plans } = plannedWeek(task);
    expect([...plans.values()].map(({ visits }) => visits.length)).toEqual([0, 12]);
  });
});

test('a published plan is planned around and not touched', () => {
  const night = { day: 0, from: 18, hours: 8, officers: [2] };
  const published = planWith('published', [visitOf(night, 'H0', at(0, 20), { pinned: false })]);
  const late = { day: 0, from: 19, hours: 8, officers: [2] };
  const task = sampleWeek({ places: places(1), shifts: [{ ...night, plan: published }, late] });
  const { plans } = plannedWeek(task);
  expect([...plans.keys()]).toEqual(['shift 0-19']);
  const [only] = plans.get('shift 0-19')?.visits ?? [];
  expect(plans.get('shift 0-19')?.visits).toHaveLength(1);
  expect(Math.abs((only?.startsAt ?? 0) - at(0, 20))).toBeGreaterThanOrEqual(75 * 60_000);
});

test('pins that contradict each other are named, and their shift keeps its plan', () => {
  const night = { day: 0, from: 18, hours: 8, officers: [2] };
  const pins = [0, 10].map((minute) => visitOf(night, 'H0', at(0, 20, minute), { pinned: true }));
  const shifts = [
    { ...night, plan: planWith('draft', pins) },
    { day: 1, from: 18, hours: 8, officers: [2] },
  ];
  const { plans, conflicts } = plannedWeek(sampleWeek({ places: places(2), shifts }));
  expect(conflicts.map(({ shiftId }) => shiftId)).toEqual(['shift 0-18']);
  expect([...plans.keys()]).toEqual(['shift 1-18']);
});

test('each step tells what is planned next, how far it is, and what there is', () => {
  const shifts = [0, 1].map((day) => ({ day, from: 18, hours: 8, officers: [2] }));
  const task = sampleWeek({ places: places(2), shifts });
  const steps = [...planWeek(task, { seed: 1, timeMs: 5, makeId: countingIds() })];
  expect(steps.map(({ pass, date, isWhole }) => [pass, date, isWhole])).toEqual([
    ['share', '2026-11-23', false],
    ['share', '2026-11-24', false],
    ['fill', '2026-11-23', true],
    ['fill', '2026-11-24', true],
  ]);
  expect(steps.map(({ share }) => share)).toEqual([0, 0.25, 0.5, 0.75]);
  expect(steps.map(({ plans }) => plans.size)).toEqual([0, 1, 2, 2]);
  expect(steps.some(({ isSecond }) => isSecond)).toBe(false);
});

describe('a wanted gap of a day', () => {
  const wide = [{ days: EVERY_DAY, from: 17, to: 25, doses: 1 }];
  const shifts = EVERY_DAY.map((day) => ({ day, from: 16, hours: 10, officers: [2, 2] }));
  const task = sampleWeek({ places: places(6, { wantedGapHours: 24, windows: wide }), shifts });

  test('is held all week, though the window would let it run out', () => {
    const figures = weekFigures(task, plansAfter(task, plannedWeek(task).plans));
    expect(figures.totals.planned).toBe(42);
    expect(figures.gapTooLong).toEqual([]);
    const gaps = figures.hotSpots.map(({ longestGapHours }) => longestGapHours ?? 99);
    // The end of the week counts as a dose would.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(24);
  });

  test('takes a second planning, told as such, in which the first can still be kept', () => {
    const steps = [...planWeek(task, { seed: 1, timeMs: 5, makeId: countingIds() })];
    expect(steps.map(({ isSecond }) => isSecond)).toEqual(
      [false, true].flatMap((isSecond) => Array<boolean>(14).fill(isSecond)),
    );
    const second = steps.filter(({ isSecond }) => isSecond);
    expect(second.every(({ isWhole }) => isWhole)).toBe(true);
    expect(second.map(({ share }) => share)).toEqual(Array.from({ length: 14 }, (_, i) => i / 14));
  });
});

test('a gap that only one of two shifts asks for is kept by both from the first', () => {
  const windows = [
    { days: EVERY_DAY, from: 14, to: 16, doses: 1, gapMin: 120 },
    { days: EVERY_DAY, from: 16, to: 18.25, doses: 1, gapMin: 30 },
  ];
  const shifts = EVERY_DAY.flatMap((day) => [
    { day, from: 14, hours: 2, officers: [2] },
    { day, from: 16, hours: 4, officers: [2] },
  ]);
  const task = sampleWeek({ places: [{ id: 'H0', windows }], shifts, walkMin: 1 });
  const whole = [...planWeek(task, { seed: 1, timeMs: 5, makeId: countingIds() })].find(
    ({ isWhole }) => isWhole,
  );
  const starts = [...(whole?.plans.values() ?? [])].flatMap(({ visits }) => visits);
  const minutes = starts.map(({ startsAt }) => startsAt / 60_000).sort((a, b) => a - b);
  const apart = minutes.slice(1).map((minute, i) => minute - (minutes[i] ?? 0));
  expect(minutes).toHaveLength(14);
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(135);
});
