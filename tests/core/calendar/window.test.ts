import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import {
  closingMinutes,
  occurrencesOpening,
  occurrencesOverlapping,
  opensOn,
} from '#core/calendar/window.ts';
import type { TimeWindow } from '#core/model.ts';
import { iso, utc } from '../instant.ts';

const aWindow = (fields: Partial<TimeWindow>): TimeWindow => ({
  id: 'w',
  hotSpotId: 'R1',
  weekdays: [5, 6],
  start: '20:30',
  end: '01:30',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: 2,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
  ...fields,
});

const opening = (window: TimeWindow, from: string, to: string) =>
  occurrencesOpening(window, spanOfPeriod(SWEDISH_RULES, { from, to }), SWEDISH_RULES);
const times = (window: TimeWindow, from: string, to = from) =>
  opening(window, from, to).map(({ opens, closes }) => `${iso(opens)} ${iso(closes)}`);

describe('a time window', () => {
  it('on Fridays and Saturdays over midnight opens twice a week', () => {
    expect(times(aWindow({}), '2026-11-23', '2026-11-29')).toEqual([
      '2026-11-27T19:30:00.000Z 2026-11-28T00:30:00.000Z',
      '2026-11-28T19:30:00.000Z 2026-11-29T00:30:00.000Z',
    ]);
  });

  it('keeps the local date on which it opens', () => {
    const [night] = opening(
      aWindow({ weekdays: [6], start: '01:30', end: '04:00' }),
      '2026-11-27',
      '2026-11-27',
    );
    expect(night?.date).toBe('2026-11-28');
  });

  it('that ends when it starts lasts a day', () => {
    expect(closingMinutes({ start: '06:00', end: '06:00' })).toBe(30 * 60);
  });

  it('opens on exceptions and stays shut on others, within its dates', () => {
    const window = aWindow({
      dateFrom: '2026-11-01',
      dateTo: '2026-11-28',
      exceptions: [
        { date: '2026-11-25', open: true },
        { date: '2026-11-27', open: false },
        { date: '2026-12-01', open: true },
      ],
    });
    const dates = opening(window, '2026-11-23', '2026-12-06').map(({ date }) => date);
    expect(dates).toEqual(['2026-11-25', '2026-11-28']);
    expect(opensOn(window, '2026-11-25')).toBe(true);
    expect(opensOn(window, '2026-11-27')).toBe(false);
  });

  it('promises only on the operational days on which it was in force', () => {
    const inForce = { from: '2026-11-06', to: '2026-11-20' };
    const span = spanOfPeriod(SWEDISH_RULES, { from: '2026-11-01', to: '2026-11-30' });
    const dates = occurrencesOpening(aWindow({ weekdays: [5] }), span, SWEDISH_RULES, inForce);
    expect(dates.map(({ date }) => date)).toEqual(['2026-11-06', '2026-11-13']);
  });

  it('opened before a shift still meets it, but belongs to its own day', () => {
    const shift = { from: utc('2026-11-27T23:00Z'), to: utc('2026-11-28T06:00Z') };
    expect(occurrencesOverlapping(aWindow({}), shift, SWEDISH_RULES)).toHaveLength(1);
    expect(occurrencesOpening(aWindow({}), shift, SWEDISH_RULES)).toHaveLength(0);
  });
});

describe('the night when clocks go forward, 28–29 March 2026', () => {
  const night = (start: string, end: string) =>
    times(aWindow({ weekdays: [6, 7], start, end }), '2026-03-28');

  it('leaves 20:30–01:30 as long as ever', () => {
    expect(night('20:30', '01:30')).toEqual(['2026-03-28T19:30:00.000Z 2026-03-29T00:30:00.000Z']);
  });

  it('shortens 01:30–04:00 to an hour and a half', () => {
    expect(night('01:30', '04:00')).toEqual(['2026-03-29T00:30:00.000Z 2026-03-29T02:00:00.000Z']);
  });

  it('leaves half an hour of 02:30–03:30, from the jump', () => {
    expect(night('02:30', '03:30')).toEqual(['2026-03-29T01:00:00.000Z 2026-03-29T01:30:00.000Z']);
  });

  it('has no 02:10–02:50', () => {
    expect(night('02:10', '02:50')).toEqual([]);
  });
});

describe('the night when clocks go back, 24–25 October 2026', () => {
  const night = (start: string, end: string) =>
    times(aWindow({ weekdays: [6, 7], start, end }), '2026-10-24');

  it('leaves 20:30–01:30 as long as ever', () => {
    expect(night('20:30', '01:30')).toEqual(['2026-10-24T18:30:00.000Z 2026-10-24T23:30:00.000Z']);
  });

  it('lengthens 01:30–04:00 to three hours and a half', () => {
    expect(night('01:30', '04:00')).toEqual(['2026-10-24T23:30:00.000Z 2026-10-25T03:00:00.000Z']);
  });

  it('opens 02:30–03:30 at the first 02:30, for two hours', () => {
    expect(night('02:30', '03:30')).toEqual(['2026-10-25T00:30:00.000Z 2026-10-25T02:30:00.000Z']);
  });

  it('lets windows that meet at 02:30 meet in time', () => {
    const [first] = opening(aWindow({ start: '20:30', end: '02:30' }), '2026-10-24', '2026-10-24');
    const [second] = opening(
      aWindow({ weekdays: [7], start: '02:30', end: '04:00' }),
      '2026-10-24',
      '2026-10-24',
    );
    expect(first?.closes).toBe(second?.opens);
  });
});

it('forty windows open on each of the 3,652 days of ten years', () => {
  const span = spanOfPeriod(SWEDISH_RULES, { from: '2026-01-01', to: '2035-12-31' });
  const windows = Array.from({ length: 40 }, () => aWindow({ weekdays: [1, 2, 3, 4, 5, 6, 7] }));
  const all = windows.flatMap((window) => occurrencesOpening(window, span, SWEDISH_RULES));
  expect(all).toHaveLength(40 * 3652);
});
