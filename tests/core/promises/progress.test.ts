/** What counts towards a promise: activities in hours, the day a target is reached, months, and terms by date. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/calendar/calendar-date.ts';
import { activityAmount, activityMinutes } from '#core/promises/activity.ts';
import { makeLedgerLine } from '#core/promises/make-ledger-line.ts';
import { byMonth, type Counted, progressOf } from '#core/promises/progress.ts';
import { isPromisedIn, NOT_NARROWED, versionAt } from '#core/promises/promise.ts';

const SWEDEN = { zone: 'Europe/Stockholm', dayStart: '06:00' };

describe('an activity', () => {
  test.each([
    ['an evening', '2026-11-27', '20:00', '23:30', 210],
    ['past midnight', '2026-11-27', '21:00', '01:00', 240],
    ['the night that is an hour longer', '2026-10-24', '22:00', '03:30', 390],
    ['the night that is an hour shorter', '2026-03-28', '22:00', '03:30', 270],
  ])('%s', (_case, date, start, end, minutes) => {
    expect(activityMinutes(SWEDEN, { date, start, end })).toBe(minutes);
  });

  test('counts as one, as its hours, or as its adults’ hours', () => {
    const activity = { minutes: 210, adults: 4 };
    expect(activityAmount(activity, 'times')).toBe(1);
    expect(activityAmount(activity, 'hours')).toBe(210);
    expect(activityAmount(activity, 'adult-hours')).toBe(840);
  });
});

const counted = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days)),
    amount: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 60 },
);

/** Counts anew for every day of the year. */
function slowReachedOn(all: readonly Counted[], target: number): string | null {
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    let sum = 0;
    for (const one of all) if (one.date <= day) sum += one.amount;
    if (sum >= target) return day;
  }
  return null;
}

test('the day on which a target is reached is the first on which the sum of all days before holds it', () => {
  fc.assert(
    fc.property(counted, fc.integer({ min: 1, max: 400 }), (all, target) => {
      const { soFar, reachedOn } = progressOf(all, target, '2026-01-01');
      expect(soFar).toBe(all.reduce((sum, { amount }) => sum + amount, 0));
      expect(reachedOn).toBe(slowReachedOn(all, target));
    }),
  );
});

test('tenths that add up to the target reach it', () => {
  const tenths = (...values: number[]) =>
    values.map((amount, index) => ({ date: addDays('2026-01-01', index), amount }));
  expect(progressOf(tenths(0.7, 0.1), 0.8, '2026-01-01')).toEqual({
    soFar: 0.8,
    reachedOn: '2026-01-02',
  });
  expect(progressOf(tenths(0.1, 0.2), 0.3, '2026-01-01').soFar).toBe(0.3);
  // 1.1 hours are 66 minutes.
  expect(progressOf(tenths(66), 1.1 * 60, '2026-01-01').reachedOn).toBe('2026-01-01');
});

test('months add up to the whole, those with nothing too', () => {
  const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
  fc.assert(
    fc.property(counted, (all) => {
      const sums = byMonth(all, months);
      expect(sums.map(({ month }) => month)).toEqual(months);
      const { soFar } = progressOf(all, null, '2026-01-01');
      expect(sums.reduce((sum, { amount }) => sum + amount, 0)).toBe(soFar);
    }),
  );
});

describe('the terms of a promise', () => {
  const versions = [
    { recordedAt: 100, target: 240 },
    { recordedAt: 200, target: 200 },
  ];

  test('what was promised in September does not change in November', () => {
    expect(versionAt(versions, 199)?.target).toBe(240);
    expect(versionAt(versions, 200)?.target).toBe(200);
  });

  test('it was promised before anybody entered it', () => {
    expect(versionAt(versions, 1)?.target).toBe(240);
    expect(versionAt([], 1)).toBeUndefined();
  });

  test('it belongs to a period that it shares a day with', () => {
    const promise = { from: '2026-01-01', to: '2026-12-31' };
    expect(isPromisedIn(promise, { from: '2026-12-31', to: '2027-04-30' })).toBe(true);
    expect(isPromisedIn(promise, { from: '2027-01-01', to: '2027-04-30' })).toBe(false);
  });
});

test('safety walks 1 of 2, in the evening 0 of 1', () => {
  const line = makeLedgerLine(
    {
      id: 'walks',
      municipality: '0482',
      number: 7,
      sentence: 'Minst två trygghetsvandringar, minst en på kvällen.',
      owner: 'both',
      measure: 'trygghetsvandringar',
      source: 'walks',
      narrowing: NOT_NARROWED,
      target: 2,
      eveningTarget: 1,
      from: '2026-01-01',
      to: '2026-12-31',
    },
    { whole: { soFar: 1, reachedOn: null }, evening: { soFar: 0, reachedOn: null } },
    { today: '2026-11-24', hasEnded: false },
  );
  expect(line.parts).toEqual([
    { kind: 'whole', soFar: 1, target: 2 },
    { kind: 'evening', soFar: 0, target: 1 },
  ]);
  expect(line.forecast).toEqual({ kind: 'will-not-be-kept', atEnd: 1 });
});
