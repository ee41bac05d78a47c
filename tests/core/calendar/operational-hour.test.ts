import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { shareByWeekHour, weekHourOf } from '#core/calendar/operational-hour.ts';
import { utc } from '../instant.ts';

const FRIDAY = 4 * 24;
const SATURDAY = 5 * 24;
const hour = (wallHour: number) => (wallHour + 18) % 24;

function minutesByCell(from: string, to: string, rules = SWEDISH_RULES) {
  const cells = new Map<number, number>();
  shareByWeekHour(rules, { from: utc(from), to: utc(to) }, (cell, ms) =>
    cells.set(cell, (cells.get(cell) ?? 0) + ms / 60_000),
  );
  return Object.fromEntries(cells);
}

describe('the day × hour grid', () => {
  it('keeps the night after Friday in Friday’s row', () => {
    expect(weekHourOf(SWEDISH_RULES, utc('2026-11-27T05:00Z'))).toBe(FRIDAY);
    expect(weekHourOf(SWEDISH_RULES, utc('2026-11-28T01:30Z'))).toBe(FRIDAY + hour(2));
    expect(weekHourOf(SWEDISH_RULES, utc('2026-11-28T05:00Z'))).toBe(SATURDAY);
  });

  it('shares a visit between the hours it touches', () => {
    expect(minutesByCell('2026-11-27T20:50Z', '2026-11-27T21:05Z')).toEqual({
      [FRIDAY + hour(21)]: 10,
      [FRIDAY + hour(22)]: 5,
    });
  });

  it('gives the doubled hour both its hours and the missing one none', () => {
    expect(minutesByCell('2026-10-24T23:30Z', '2026-10-25T02:30Z')).toEqual({
      [SATURDAY + hour(1)]: 30,
      [SATURDAY + hour(2)]: 120,
      [SATURDAY + hour(3)]: 30,
    });
    expect(minutesByCell('2026-03-29T00:30Z', '2026-03-29T01:30Z')).toEqual({
      [SATURDAY + hour(1)]: 30,
      [SATURDAY + hour(3)]: 30,
    });
  });

  it('follows the clock where it jumps in the middle of a cell', () => {
    const halfPast = { zone: 'Europe/Stockholm', dayStart: '06:30' };
    expect(minutesByCell('2026-03-29T00:30Z', '2026-03-29T01:30Z', halfPast)).toEqual({
      [SATURDAY + 19]: 30,
      [SATURDAY + 20]: 30,
    });
  });
});
