/** The table of a week: what it says of days, rules, shifts and what is missing, planned or not. */
import { describe, expect, test } from 'vitest';
import { weekFigures } from '#core/planner/week/week-figures.ts';
import {
  at,
  doseAt,
  EVERY_DAY,
  planWith,
  type SampleWeek,
  sampleWeek,
  visitOf,
} from './sample-week.ts';

const evening = (day: number) => ({ day, from: 18, hours: 8, officers: [2] });
const EVENINGS = [{ days: EVERY_DAY, from: 18, to: 26, doses: 2 }];
const STATION = { id: 'station', wantedGapHours: 1000, windows: EVENINGS };

const figuresOf = (more: Partial<SampleWeek>) =>
  weekFigures(sampleWeek({ places: [STATION], shifts: [], ...more }));
const row = (more: Partial<SampleWeek>) => {
  const [first] = figuresOf(more).hotSpots;
  if (!first) throw new Error('no row');
  return first;
};

/** Evenings with a plan of one visit each. */
const planned = (...days: number[]) =>
  days.map((day) => {
    const visit = visitOf(evening(day), 'station', at(day, 20));
    return { ...evening(day), plan: planWith('draft', [visit]) };
  });

describe('a hot spot’s days', () => {
  test('tell wanted, made and planned, each in the day in which it starts', () => {
    const { days } = row({
      shifts: planned(1),
      made: [doseAt('station', at(0, 19)), doseAt('station', at(0, 25))],
      now: at(1, 6),
    });
    expect(days[0]).toMatchObject({ wanted: 2, made: 2, planned: [] });
    expect(days[1]).toMatchObject({ wanted: 2, made: 0 });
    expect(days[1]?.planned).toMatchObject([{ shiftId: 'shift 1-18', startsAt: at(1, 20) }]);
  });

  test('count days running over the edge of the week', () => {
    const made = [doseAt('station', at(-2, 20)), doseAt('station', at(-1, 20))];
    const { days, longestStreak } = row({ shifts: planned(0, 1, 4), made });
    expect(days.map(({ streak }) => streak)).toEqual([3, 4, 0, 0, 1, 0, 0]);
    expect(longestStreak).toBe(4);
  });

  test('are marked from the fourth without on, the days before the week counted', () => {
    const { days } = row({ shifts: planned(3), made: [doseAt('station', at(-3, 20))] });
    expect(days.map(({ without }) => without)).toEqual([3, 4, 5, 0, 1, 2, 3]);
    expect(days.map(({ breaks }) => breaks.length)).toEqual([0, 1, 1, 0, 0, 0, 0]);
  });

  test('on which no window opens are none that went without', () => {
    const friday = {
      ...STATION,
      windows: [{ ...EVENINGS[0], days: [4], from: 18, to: 26, doses: 1 }],
    };
    const { days } = row({ places: [friday], made: [doseAt('station', at(-3, 20))] });
    expect(days.map(({ isOpen }) => isOpen)).toEqual([0, 0, 0, 0, 1, 0, 0].map(Boolean));
    expect(days.map(({ without }) => without)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  test('are marked where the wanted gap runs out while a window is open', () => {
    const place = { ...STATION, wantedGapHours: 24 };
    const late = {
      ...evening(1),
      plan: planWith('draft', [visitOf(evening(1), 'station', at(1, 22))]),
    };
    const { days, longestGapHours } = row({ places: [place], shifts: [...planned(0), late] });
    expect(days.map(({ breaks }) => breaks.includes('gap'))).toEqual(
      [0, 1, 1, 1, 1, 1, 1].map(Boolean),
    );
    // From 22:15 on Tuesday to the end of the week.
    expect(longestGapHours).toBe(5 * 24 + 7.75);
  });
});

test('the longest gap reaches back to the last dose before the week; without a dose there is none', () => {
  const { longestGapHours } = row({
    shifts: planned(0, 3, 6),
    made: [doseAt('station', at(-4, 20))],
  });
  expect(longestGapHours).toBe(95.75);
  expect(row({}).longestGapHours).toBeNull();
});

describe('what is missing', () => {
  test('adds up: wanted is made, planned and unmet', () => {
    const { totals, unmet } = figuresOf({
      shifts: planned(1, 2),
      made: [0, 1, 2].map((hour) => doseAt('station', at(0, 19 + 2 * hour))),
      now: at(1, 6),
    });
    expect(totals).toEqual({ wanted: 14, made: 2, planned: 2, unmet: 10 });
    expect(unmet.reduce((sum, { missing }) => sum + missing, 0)).toBe(10);
  });

  test.each([
    ['window-passed', { now: at(1, 6) }],
    ['no-shift', {}],
    ['no-shift', { shifts: [{ ...evening(0), officers: [] }] }],
    ['shift-not-planned', { shifts: [evening(0)] }],
    ['not-in-plan', { shifts: planned(0) }],
  ])('says why: %s', (code, more) => {
    expect(figuresOf(more).unmet[0]?.reason).toEqual({ code, values: {} });
  });

  test('says what the planner said, where it has', () => {
    const reason = { code: 'load-ceiling', values: { patrol: 'P', most: 240 } };
    const plan = planWith('draft', [visitOf(evening(0), 'station', at(0, 20))]);
    const gone = { hotSpotId: 'station', windowId: 'station-0', missing: 1, reason };
    const shifts = [{ ...evening(0), plan: { ...plan, unmet: [gone] } }];
    expect(figuresOf({ shifts }).unmet[0]).toMatchObject({
      date: '2026-11-23',
      missing: 1,
      reason,
      shiftId: 'shift 0-18',
    });
  });
});

describe('a shift', () => {
  test('has its officers’ minutes, its load and its doses', () => {
    const { shifts, load } = figuresOf({ shifts: [...planned(0), evening(1)] });
    expect(shifts[0]).toMatchObject({
      status: 'draft',
      isOpen: true,
      officerMin: 2 * 480,
      wanted: 2,
      placed: 1,
      unmet: 1,
    });
    // Six minutes there, fifteen there, six back.
    expect(shifts[0]?.patrols).toMatchObject([{ onDutyMin: 480, busyMin: 27, officers: 2 }]);
    expect(shifts[1]).toMatchObject({ status: null, placed: 0, unmet: 2 });
    expect(load).toEqual({ lowest: 0, highest: 27 / 480 });
  });

  test('that is over shows what its patrols did', () => {
    const made = [{ ...doseAt('station', at(0, 20)), patrolId: 'shift 0-18 P0' }];
    const { shifts } = figuresOf({ shifts: planned(0), made, now: at(1, 12) });
    expect(shifts[0]).toMatchObject({ isOpen: false, placed: 1, unmet: 1 });
    expect(shifts[0]?.patrols[0]?.busyMin).toBe(15);
  });
});

test('hot spots that break a rule are named once, however many days they break it', () => {
  const gap = { ...STATION, id: 'square', wantedGapHours: 10 };
  const made = [doseAt('square', at(-1, 10))];
  const figures = figuresOf({ places: [STATION, gap], made });
  expect(figures.withoutTooLong).toEqual(['station', 'square']);
  expect(figures.gapTooLong).toEqual(['square']);
});
