/** A promise's forecast, held against a line walked day by day. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#core/calendar/calendar-date.ts';
import { type Course, forecastOf, forecastOfAll } from '#core/promises/forecast.ts';
import type { Forecast } from '#core/promises/ledger-line.ts';
import type { Progress } from '#core/promises/progress.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const on = (today: string): Course => ({ ...YEAR, today, hasEnded: false });
const done = (soFar: number, reachedOn: string | null = null): Progress => ({ soFar, reachedOn });

describe('in the same pace', () => {
  test('half of it at the end of June is the whole in the last days of the year', () => {
    expect(forecastOf(done(100), 200, on('2026-06-30'))).toEqual({
      kind: 'will-be-kept',
      on: '2026-12-28',
    });
  });

  test('a little less is not enough, and the page says where it ends', () => {
    expect(forecastOf(done(90), 200, on('2026-06-30'))).toEqual({
      kind: 'will-not-be-kept',
      atEnd: 181,
    });
  });

  test('the last day is still in time', () => {
    expect(forecastOf(done(1), 365, on('2026-01-01'))).toEqual({
      kind: 'will-be-kept',
      on: '2026-12-31',
    });
    expect(forecastOf(done(1), 366, on('2026-01-01')).kind).toBe('will-not-be-kept');
  });
});

describe('what cannot be told, or needs no telling', () => {
  test.each<[string, Forecast, Progress, number | null, string]>([
    ['before the first day', { kind: 'unknown' }, done(0), 10, '2025-12-31'],
    ['with nothing done', { kind: 'unknown' }, done(0), 10, '2026-06-30'],
    ['without a target', { kind: 'unknown' }, done(7), null, '2026-06-30'],
    ['a target of nothing', { kind: 'kept', on: YEAR.from }, done(0, YEAR.from), 0, '2026-02-01'],
    ['kept', { kind: 'kept', on: '2026-05-04' }, done(12, '2026-05-04'), 10, '2026-06-30'],
    [
      'kept, told after it',
      { kind: 'kept', on: '2026-05-04' },
      done(12, '2026-05-04'),
      10,
      '2027-03-01',
    ],
    ['over and not kept', { kind: 'not-kept' }, done(9), 10, '2027-01-01'],
    ['over with nothing done', { kind: 'not-kept' }, done(0), 10, '2027-01-01'],
    ['the last day, one short', { kind: 'will-not-be-kept', atEnd: 9 }, done(9), 10, '2026-12-31'],
  ])('%s', (_case, expected, progress, target, today) => {
    expect(forecastOf(progress, target, on(today))).toEqual(expected);
  });
});

describe('once the last day has ended', () => {
  const ended = { ...on('2026-12-31'), hasEnded: true };

  test('what falls short was not kept, and nothing more is foreseen', () => {
    expect(forecastOf(done(9), 10, ended)).toEqual({ kind: 'not-kept' });
    expect(forecastOf(done(0), 10, ended)).toEqual({ kind: 'not-kept' });
    expect(forecastOf(done(10, '2026-12-31'), 10, ended)).toEqual({
      kind: 'kept',
      on: '2026-12-31',
    });
  });

  test('a day in the middle of the promise that has ended is a day like others', () => {
    const midsummer = { ...on('2026-06-30'), hasEnded: true };
    expect(forecastOf(done(100), 200, midsummer)).toEqual(
      forecastOf(done(100), 200, on('2026-06-30')),
    );
  });
});

describe('in parts of units, such as hours', () => {
  test('what is done already is the least that it ends at', () => {
    expect(forecastOf(done(37.5), 38, on('2026-12-31'))).toEqual({
      kind: 'will-not-be-kept',
      atEnd: 37.5,
    });
  });

  test('a line that meets the target on a day is not moved to the next by rounding', () => {
    for (let tenths = 1; tenths < 60; tenths += 1)
      for (let passed = 1; passed < 60; passed += 1) {
        const course = { ...on(addDays(YEAR.from, passed - 1)) };
        const forecast = forecastOf(done(tenths / 10), (tenths * 3) / 10, course);
        const third = addDays(YEAR.from, passed * 3 - 1);
        expect([tenths, passed, forecast]).toEqual([
          tenths,
          passed,
          { kind: 'will-be-kept', on: third },
        ]);
      }
  });
});

/** Walks the days one by one, and asks each whether the line has reached the target there. Whole numbers alone. */
function slowForecast(soFar: number, target: number, { from, to, today }: Course): Forecast {
  let passed = 0;
  for (let day = from; day <= today; day = addDays(day, 1)) passed += 1;
  let walked = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    walked += 1;
    if (soFar * walked >= target * passed) return { kind: 'will-be-kept', on: day };
  }
  let atEnd = 0;
  while ((atEnd + 1) * passed <= soFar * walked) atEnd += 1;
  return { kind: 'will-not-be-kept', atEnd };
}

const running = fc
  .record({
    length: fc.integer({ min: 1, max: 400 }),
    passed: fc.integer({ min: 1, max: 400 }),
    target: fc.integer({ min: 2, max: 500 }),
    soFar: fc.integer({ min: 1, max: 499 }),
  })
  .filter(({ length, passed, target, soFar }) => passed <= length && soFar < target);

test('it is the line walked day by day', () => {
  fc.assert(
    fc.property(running, ({ length, passed, target, soFar }) => {
      const from = '2026-02-27';
      const course = {
        from,
        to: addDays(from, length - 1),
        today: addDays(from, passed - 1),
        hasEnded: false,
      };
      expect(forecastOf(done(soFar), target, course)).toEqual(slowForecast(soFar, target, course));
    }),
    { numRuns: 300 },
  );
});

test('more done is never later, and what will not be kept ends below its target', () => {
  fc.assert(
    fc.property(running, ({ length, passed, target, soFar }) => {
      const from = '2024-02-27';
      const [to, today] = [addDays(from, length - 1), addDays(from, passed - 1)];
      const course = { from, to, today, hasEnded: false };
      const less = forecastOf(done(soFar), target, course);
      const more = forecastOf(done(soFar + 1), target, course);
      if (less.kind === 'will-be-kept' && more.kind === 'will-be-kept')
        expect(daysBetween(more.on, less.on)).toBeGreaterThanOrEqual(0);
      if (less.kind === 'will-not-be-kept') expect(less.atEnd).toBeLessThan(target);
      else expect(more.kind).toBe('will-be-kept');
    }),
  );
});

describe('a promise of two parts', () => {
  const of = (whole: Forecast, evening: Forecast) =>
    forecastOfAll([
      { kind: 'whole', target: 2, forecast: whole },
      { kind: 'evening', target: 1, forecast: evening },
    ]);

  test('is kept on the day of the later one', () => {
    expect(of({ kind: 'kept', on: '2026-05-01' }, { kind: 'kept', on: '2026-09-01' })).toEqual({
      kind: 'kept',
      on: '2026-09-01',
    });
  });

  test('is not kept by the whole alone', () => {
    expect(of({ kind: 'kept', on: '2026-05-01' }, { kind: 'not-kept' })).toEqual({
      kind: 'not-kept',
    });
    expect(of({ kind: 'kept', on: '2026-05-01' }, { kind: 'unknown' }).kind).toBe('unknown');
  });

  test('says which part falls short', () => {
    const short: Forecast = { kind: 'will-not-be-kept', atEnd: 1 };
    expect(of({ kind: 'kept', on: '2026-05-01' }, short)).toEqual({ ...short, part: 'evening' });
    expect(of(short, { kind: 'unknown' })).toEqual(short);
  });

  test('stands by the one that has a target where the other has none', () => {
    const kept: Forecast = { kind: 'kept', on: '2026-05-01' };
    const parts = [
      { kind: 'whole', target: null, forecast: { kind: 'unknown' } },
      { kind: 'evening', target: 1, forecast: kept },
    ] as const;
    expect(forecastOfAll(parts)).toEqual(kept);
  });
});
