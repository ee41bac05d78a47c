// oxlint-disable-next-line typescript/triple-slash-reference -- jstat ships no types, and nothing imports a declaration
/// <reference path="./jstat.d.ts" />
/**
 * 95 % intervals for counts by exact methods: none rests on a normal approximation, so that they hold for small counts
 * too, where they err on the wide side. `npm run interval-coverage` prints how often they hold a known rate.
 */
import jstat from 'jstat';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is left outside on either side of a two-sided 95 % interval. */
const TAIL = 0.025;

/**
 * For the mean of a Poisson count: Garwood's interval (F. Garwood, Biometrika 28, 1936), by quantiles of the gamma
 * distribution. Check values: 0 → 0–3.689; 1 → 0.0253–5.572; 10 → 4.795–18.390; 100 → 81.36–121.63.
 */
export function poissonInterval(count: number): Interval {
  return {
    low: count === 0 ? 0 : jstat.gammapinv(TAIL, count),
    high: jstat.gammapinv(1 - TAIL, count + 1),
  };
}

/**
 * For a share: the interval of C. J. Clopper & E. S. Pearson (Biometrika 26, 1934), by quantiles of the beta
 * distribution. Of nothing it is 0–1. Check values: 0 of 10 → 0–0.3085; 5 of 10 → 0.1871–0.8129; 1 of 10 → 0.0025–0.4450.
 */
export function shareInterval(part: number, all: number): Interval {
  return {
    low: part === 0 ? 0 : jstat.ibetainv(TAIL, part, all - part + 1),
    high: part === all ? 1 : jstat.ibetainv(1 - TAIL, part + 1, all - part),
  };
}

/**
 * For the ratio after ÷ before of two Poisson rates: given their sum, the later count is binomial (J. Przyborowski &
 * H. Wilenski, Biometrika 31, 1940), so Clopper–Pearson's interval of its share holds the ratio exactly.
 * `exposure` is how much longer the later period is: 1 for equal ones. `high` is Infinity where nothing came before.
 * Check value: 100 → 75 gives 0.549–1.022.
 */
export function ratioInterval(before: number, after: number, exposure = 1): Interval {
  const { low, high } = shareInterval(after, before + after);
  const ratioAt = (share: number) => share / (1 - share) / exposure;
  return { low: ratioAt(low), high: ratioAt(high) };
}
