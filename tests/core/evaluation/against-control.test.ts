/** The interval against the control held against its definition, summed the slow way. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioAgainst } from '#core/evaluation/against-control.ts';

const pair = (before: number, after: number) => ({ before, after });

/** P(X ≥ x) and P(X ≤ x) of Fisher's noncentral hypergeometric distribution, by binomial coefficients as they stand. */
function tails(place: [number, number], control: [number, number], ratio: number) {
  const [inPlace, inControl] = [place[0] + place[1], control[0] + control[1]];
  const after = place[1] + control[1];
  let [all, atLeast, atMost] = [0, 0, 0];
  for (let x = Math.max(0, after - inControl); x <= Math.min(inPlace, after); x += 1) {
    const ways = choose(inPlace, x) * choose(inControl, after - x) * ratio ** x;
    all += ways;
    if (x >= place[1]) atLeast += ways;
    if (x <= place[1]) atMost += ways;
  }
  return { atLeast: atLeast / all, atMost: atMost / all };
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let one = 1; one <= some; one += 1) ways = (ways * (of - some + one)) / one;
  return ways;
}

describe('a place against the rest', () => {
  it('has the interval that R prints for the tea taster', () => {
    const { low, high } = ratioAgainst(pair(1, 3), pair(3, 1));
    expect(low).toBeCloseTo(0.21173, 4);
    // R's root finder stops at 621.93; the equation's root is 626.24.
    expect(high).toBeCloseTo(626.24, 2);
  });

  it('leaves two and a half per cent outside at either end', () => {
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { low, high } = ratioAgainst(pair(a, b), pair(c, d));
        expect(low).toBeLessThan(b / a / (d / c));
        expect(high).toBeGreaterThan(b / a / (d / c));
        expect(tails([a, b], [c, d], low).atLeast).toBeCloseTo(0.025, 6);
        expect(tails([a, b], [c, d], high).atMost).toBeCloseTo(0.025, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('has no end where a count is zero', () => {
    expect(ratioAgainst(pair(5, 0), pair(5, 5)).low).toBe(0);
    expect(ratioAgainst(pair(0, 5), pair(5, 5)).high).toBe(Infinity);
  });

  it('narrows as the counts grow, up to ten years of a large town', () => {
    const { low, high } = ratioAgainst(pair(20_000, 10_000), pair(40_000, 40_000));
    expect(low).toBeGreaterThan(0.48);
    expect(high).toBeLessThan(0.52);
  });
});
