import { describe, expect, it } from 'vitest';
import { instantOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { isEveningByRule } from '#core/walks/is-evening.ts';
import { lineLengthM, walkFacts } from '#core/walks/walk-facts.ts';

const FLEN = [16.59, 59.06] as const;
const at = (date: string, time: string) => instantOf(SWEDISH_RULES, date, time);
const isEvening = (date: string, time: string) =>
  isEveningByRule(at(date, time), FLEN, SWEDISH_RULES);

describe('whether a walk is in the evening', () => {
  it.each([
    ['2026-06-10', '17:59', false],
    ['2026-06-10', '18:00', true],
    ['2026-12-10', '14:30', false],
    ['2026-12-10', '15:30', true],
    ['2026-03-10', '17:00', false],
    ['2026-10-20', '17:45', true],
    ['2026-11-28', '00:30', true],
    ['2026-11-28', '09:00', false],
  ])('follows from the clock and the sun: %s %s → %s', (date, time, evening) => {
    expect(isEvening(date, time)).toBe(evening);
  });

  it('is what somebody has said, where somebody has', () => {
    const walk = { startsAt: at('2026-12-10', '15:30'), place: '' };
    const facts = (eveningSaid: boolean | null) =>
      walkFacts({ walk, route: null, eveningSaid }, FLEN, SWEDISH_RULES).evening;
    expect([facts(null), facts(false), facts(true)]).toEqual([true, false, true]);
  });
});

describe('a walk’s route', () => {
  it('is as long as its parts together, to the metre', () => {
    const east = [16.59, 59.06] as const;
    const north = [16.59, 59.061] as const;
    // A minute of latitude is 1,857 m at 59° N on WGS 84, and a thousandth of a degree 111.4 m.
    expect(lineLengthM([east, north])).toBe(111);
    expect(lineLengthM([east, north, east])).toBe(223);
  });
});
