/** How far a watcher could say when the patrol comes. */
import { describe, expect, test } from 'vitest';
import { predictability } from '#core/planner/vary/predictability.ts';

/** 21–03: 12 half hours, 24 quarters. */
const night = { hotspot: 'C1', open: 21 * 60, close: 27 * 60, dwell: 15 };
const at = (daysAgo: number, ...starts: number[]) =>
  starts.map((start) => ({ hotspot: 'C1', start, daysAgo }));

describe('what a watcher can learn', () => {
  test('all of it, where the patrol always comes at the same half hour', () => {
    const seen = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((day) => at(day, 21 * 60 + 10));
    const known = predictability([night], seen);
    expect(known.evenness).toBe(0);
    expect(known).toMatchObject({ repeated: 7, visits: 7 });
  });

  test('as the domain brief counts: 2,1,1,2,1,0,1,1,0,1,0,0 is 0.815', () => {
    const counts = [2, 1, 1, 2, 1, 0, 1, 1, 0, 1, 0, 0];
    const seen = counts.flatMap((count, bin) =>
      Array.from({ length: count }, (_, day) => at(7 * day, night.open + 30 * bin)).flat(),
    );
    expect(predictability([night], seen).evenness).toBeCloseTo(0.815, 3);
  });

  test('that nobody comes in the quarters in which nobody ever came', () => {
    const seen = at(1, 21 * 60, 22 * 60 + 5);
    expect(predictability([night], seen)).toMatchObject({ quarters: 24, neverSeen: 21 });
  });

  test('past midnight too, by the clock on the wall', () => {
    const seen = [...at(1, 60), ...at(2, 24 * 60 + 62)];
    const known = predictability([night], seen);
    expect(known).toMatchObject({ neverSeen: 22, repeated: 1, visits: 1 });
  });

  test('nothing where nobody has been seen, and a day without any is no habit', () => {
    expect(predictability([night], [])).toMatchObject({ evenness: null, neverSeen: 24, visits: 0 });
    const seen = [...at(1, 21 * 60), ...at(3, 21 * 60)];
    expect(predictability([night], seen)).toMatchObject({ repeated: 0, visits: 0 });
  });

  test('another hot spot’s visits, and those at other hours, are of no account', () => {
    const seen = [{ hotspot: 'R1', start: 22 * 60, daysAgo: 1 }, ...at(1, 12 * 60)];
    expect(predictability([night], seen).neverSeen).toBe(24);
  });
});
