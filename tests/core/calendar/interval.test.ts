import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  contains,
  gaps,
  overlaps,
  splitAt,
  totalMs,
  union,
} from '#core/calendar/interval.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const spans = fc.array(span, { maxLength: 12 });
const within = { from: 10, to: 50 };

/** Which of the minutes 0…99 the intervals cover: the slow and obvious union. */
const covered = (list: readonly { from: number; to: number }[]) =>
  Array.from({ length: 100 }, (_, at) => list.some((one) => one.from <= at && at < one.to));

describe('intervals', () => {
  it('merge where they overlap or meet, and stay apart otherwise', () => {
    const merged = union([
      { from: 5, to: 9 },
      { from: 0, to: 5 },
      { from: 10, to: 12 },
      { from: 11, to: 11 },
    ]);
    expect(merged).toEqual([
      { from: 0, to: 9 },
      { from: 10, to: 12 },
    ]);
  });

  it('do not hold their own end', () => {
    expect(contains({ from: 0, to: 5 }, 5)).toBe(false);
    expect(overlaps({ from: 0, to: 5 }, { from: 5, to: 9 })).toBe(false);
    expect(clip({ from: 0, to: 10 }, within)).toBeNull();
  });

  it('leave gaps, at both edges too', () => {
    expect(gaps([{ from: 20, to: 30 }], within)).toEqual([
      { from: 10, to: 20 },
      { from: 30, to: 50 },
    ]);
    expect(gaps([], within)).toEqual([within]);
    expect(gaps([{ from: 0, to: 60 }], within)).toEqual([]);
  });

  it('are cut at the instants inside them, once each', () => {
    expect(splitAt({ from: 0, to: 10 }, [7, 3, 3, 0, 10, 12])).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 7 },
      { from: 7, to: 10 },
    ]);
  });
});

describe('laws of intervals', () => {
  it('union covers exactly what its parts cover', () => {
    fc.assert(
      fc.property(spans, (list) => {
        expect(covered(union(list))).toEqual(covered(list));
      }),
    );
  });

  it('union is idempotent and does not care about order', () => {
    fc.assert(
      fc.property(spans, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(union(union(list))).toEqual(union(list));
        expect(union(shuffled)).toEqual(union(list));
      }),
    );
  });

  it('covered time and gaps fill the whole', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const inside = list.map((one) => clip(one, within)).filter((one) => one !== null);
        expect(totalMs(union(inside)) + totalMs(gaps(list, within))).toBe(40);
      }),
    );
  });

  it('cutting loses nothing', () => {
    fc.assert(
      fc.property(span, fc.array(fc.integer({ min: 0, max: 90 })), (one, cuts) => {
        expect(totalMs(splitAt(one, cuts))).toBe(totalMs([one]));
      }),
    );
  });
});
