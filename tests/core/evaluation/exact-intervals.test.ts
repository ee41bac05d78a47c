import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonInterval, ratioInterval, shareInterval } from '#core/evaluation/exact-intervals.ts';

/** Tables printed elsewhere: Garwood by Ulm (Am. J. Epidemiology 131, 1990); Clopper–Pearson by R's binom.test. */
describe('an exact interval', () => {
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [10, 4.7954, 18.3904],
    [100, 81.364, 121.6268],
  ])('of a count of %i is %d–%d', (count, low, high) => {
    const interval = poissonInterval(count);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it.each([
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [0, 0, 0, 1],
  ])('of a share of %i in %i is %d–%d', (part, all, low, high) => {
    const interval = shareInterval(part, all);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of a ratio holds it, and knows no end where nothing came before', () => {
    const { low, high } = ratioInterval(100, 75);
    expect(low).toBeCloseTo(0.549, 2);
    expect(high).toBeCloseTo(1.022, 2);
    expect(ratioInterval(0, 4).high).toBe(Infinity);
    expect(ratioInterval(4, 0).low).toBe(0);
  });

  it('of a ratio is that of equal periods divided by how much longer the later one is', () => {
    const [equal, twice] = [ratioInterval(60, 60), ratioInterval(60, 60, 2)];
    expect(twice.low).toBeCloseTo(equal.low / 2, 10);
    expect(twice.high).toBeCloseTo(equal.high / 2, 10);
  });

  const count = fc.integer({ min: 0, max: 50_000 });

  it('always holds what was seen', () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const mean = poissonInterval(one);
        expect(mean.low).toBeLessThanOrEqual(one);
        expect(mean.high).toBeGreaterThan(one);
        const all = one + other;
        const share = shareInterval(one, all);
        expect(share.low).toBeLessThanOrEqual(all === 0 ? 0 : one / all);
        expect(share.high).toBeGreaterThanOrEqual(all === 0 ? 1 : one / all);
      }),
    );
  });

  it('leaves two and a half per cent on either side: the Poisson sum says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), (seen) => {
        const { low, high } = poissonInterval(seen);
        expect(1 - cumulative(seen - 1, low)).toBeCloseTo(0.025, 8);
        expect(cumulative(seen, high)).toBeCloseTo(0.025, 8);
      }),
      { numRuns: 60 },
    );
  });
});

/** P(N ≤ count) of a Poisson mean, term by term. */
function cumulative(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let n = 0; n <= count; n += 1) {
    sum += term;
    term *= mean / (n + 1);
  }
  return sum;
}
