import { describe, expect, it } from 'vitest';
import { isReached, reachOf } from '#core/evaluation/reach.ts';

const DAY = 86_400_000;
const daily = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    from: (from + index) * DAY,
    to: null,
    count: 1,
  }));

describe('how far the incidents reach', () => {
  it('is from the first to the last, and a file may begin or end a fortnight off', () => {
    const reach = reachOf(daily(10, 110));
    expect(reach).toEqual([{ from: 10 * DAY, to: 109 * DAY }]);
    expect(isReached(reach, { from: 0, to: 120 * DAY })).toBe(true);
    expect(isReached(reach, { from: -10 * DAY, to: 100 * DAY })).toBe(false);
    expect(isReached(reach, { from: 20 * DAY, to: 130 * DAY })).toBe(false);
  });

  it('is broken by a year whose file is missing', () => {
    const reach = reachOf([...daily(0, 365), ...daily(730, 1095)]);
    expect(reach).toHaveLength(2);
    expect(isReached(reach, { from: 0, to: 365 * DAY })).toBe(true);
    expect(isReached(reach, { from: 300 * DAY, to: 800 * DAY })).toBe(false);
  });

  it('is not broken by a silence that is usual where little happens', () => {
    const rare = Array.from({ length: 24 }, (_, month) => ({
      from: month * 30 * DAY,
      to: null,
      count: 1,
    }));
    expect(reachOf(rare)).toHaveLength(1);
  });

  it('goes to the end of what is told by the month', () => {
    const months = Array.from({ length: 12 }, (_, month) => ({
      from: month * 30 * DAY,
      to: (month + 1) * 30 * DAY,
      count: 30,
    }));
    expect(reachOf(months)).toEqual([{ from: 0, to: 360 * DAY - 1 }]);
  });

  it('is nowhere without incidents', () => {
    expect(isReached(reachOf([]), { from: 0, to: 1 })).toBe(false);
  });
});
