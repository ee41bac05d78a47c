import { describe, expect, it } from 'vitest';
import { addDays, datesFrom, isoWeek, isoWeekday } from '#core/calendar/calendar-date.ts';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import {
  daysIn,
  monthsOf,
  nextPeriod,
  periodContaining,
  previousPeriod,
  spanOfPeriod,
} from '#core/calendar/period.ts';
import { iso } from '../instant.ts';

describe('a reporting period', () => {
  it.each([
    ['week', '2026-11-23', '2026-11-29'],
    ['month', '2026-11-01', '2026-11-30'],
    ['tertial', '2026-09-01', '2026-12-31'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)('%s around 2026-11-27 is %s to %s', (kind, from, to) => {
    expect(periodContaining(kind, '2026-11-27')).toEqual({ kind, from, to });
  });

  it.each(['week', 'month', 'tertial', 'quarter', 'year'] as const)(
    '%s is followed by one that begins the day after, and back again',
    (kind) => {
      const period = periodContaining(kind, '2024-02-29');
      const next = nextPeriod(period);
      expect(next.from).toBe(addDays(period.to, 1));
      expect(previousPeriod(next)).toEqual(period);
    },
  );

  it('of ten chosen days is followed by the ten after it', () => {
    const chosen = { kind: 'any', from: '2026-11-21', to: '2026-11-30' } as const;
    expect(nextPeriod(chosen)).toEqual({ kind: 'any', from: '2026-12-01', to: '2026-12-10' });
    expect(previousPeriod(chosen).to).toBe('2026-11-20');
    expect(daysIn(chosen)).toBe(10);
  });

  it('runs from 06:00 on its first day to 06:00 after its last', () => {
    const span = spanOfPeriod(SWEDISH_RULES, periodContaining('month', '2026-10-10'));
    expect(iso(span.from)).toBe('2026-10-01T04:00:00.000Z');
    expect(iso(span.to)).toBe('2026-11-01T05:00:00.000Z');
  });

  it('is cut at the first of each month, whole months told from parts', () => {
    expect(monthsOf({ from: '2026-10-20', to: '2026-12-31' })).toEqual([
      { from: '2026-10-20', to: '2026-10-31', whole: false },
      { from: '2026-11-01', to: '2026-11-30', whole: true },
      { from: '2026-12-01', to: '2026-12-31', whole: true },
    ]);
  });
});

describe('dates', () => {
  it('know their weekday and ISO week, over new year too', () => {
    expect(isoWeekday('2026-11-27')).toBe(5);
    expect(isoWeekday('1969-12-31')).toBe(3);
    expect(isoWeek('2026-11-27')).toBe('2026-W48');
    expect(isoWeek('2027-01-03')).toBe('2026-W53');
  });

  it('are counted through a leap day', () => {
    expect(datesFrom('2024-02-28', '2024-03-01')).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
    expect(datesFrom('2024-03-02', '2024-03-01')).toEqual([]);
  });
});
