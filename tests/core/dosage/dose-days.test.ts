import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { doseDays } from '#core/dosage/dose-days.ts';

const HOUR = 3_600_000;
const at = (day: number, hour = 15) =>
  startOfOperationalDate(SWEDISH_RULES, `2026-11-${String(day).padStart(2, '0')}`) + hour * HOUR;
const runs = (openings: number[], doses: number[], now = at(30)) =>
  doseDays(
    openings.map((day) => at(day)),
    doses.map((day) => at(day, 16)),
    SWEDISH_RULES,
    now,
  );

describe('a run of days', () => {
  it('skips the days on which no window opens', () => {
    const found = runs([2, 3, 6, 9], [2, 3, 6]);
    expect(found.withDose.longest).toBe(3);
    expect(found.without.longest).toBe(1);
  });

  it('is not broken by a day that is not over yet', () => {
    expect(runs([2, 3], [2], at(3, 20))).toMatchObject({ days: 1, without: { longest: 0 } });
    expect(runs([2, 3], [2], at(4, 0))).toMatchObject({ days: 2, without: { longest: 1 } });
  });

  it('counts today as soon as it has a dose', () => {
    expect(runs([2, 3], [2, 3], at(3, 17)).withDose.longest).toBe(2);
  });

  it('needs a window: a dose on a day without one makes no run', () => {
    expect(runs([2], [3])).toMatchObject({ days: 1, daysWithDose: 0 });
  });

  it('is as long for a place that was never visited as there were days', () => {
    expect(runs([2, 3, 4], []).without).toEqual({ first: 3, last: 3, longest: 3 });
  });
});
