import { describe, expect, test } from 'vitest';
import { hoursOf, percentOf, snapped } from '../../../web/plan/scale.ts';

const night = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const MINUTE = 60_000;

describe('the timeline', () => {
  test('measures elapsed time, so the longest night of the year has eleven hours from 21 to 07', () => {
    const longest = night('2026-10-24T19:00:00Z', '2026-10-25T06:00:00Z');
    expect(hoursOf(longest)).toHaveLength(12);
    expect(percentOf(longest, longest.from + 330 * MINUTE)).toBe(50);
  });

  test('has nine hours from 21 to 07 when the clocks go forward', () => {
    expect(hoursOf(night('2026-03-28T20:00:00Z', '2026-03-29T05:00:00Z'))).toHaveLength(10);
  });

  test('snaps a drop to the nearest five minutes', () => {
    const scale = night('2026-11-27T20:00:00Z', '2026-11-28T06:00:00Z');
    expect(snapped(scale, 12 / 600)).toBe(scale.from + 10 * MINUTE);
    expect(snapped(scale, 13 / 600)).toBe(scale.from + 15 * MINUTE);
  });
});
