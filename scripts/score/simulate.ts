/** Counts with a known rate, drawn anew, and how often an interval of what was drawn holds that rate. */
import type { Interval } from '#core/evaluation/exact-intervals.ts';

type Random = () => number;

/** Above it e⁻ᵐ is too small for the product method; a count of a large mean is a sum of counts of smaller ones. */
const LARGEST_STEP = 30;

/** A Poisson count by D. E. Knuth's product of uniforms (The Art of Computer Programming 2, 3.4.1). */
export function poissonCount(mean: number, random: Random): number {
  let count = 0;
  for (let left = mean; left > 0; left -= LARGEST_STEP) {
    const end = Math.exp(-Math.min(left, LARGEST_STEP));
    for (let product = random(); product > end; product *= random()) count += 1;
  }
  return count;
}

/** The share of so many draws for which it is so. */
export function shareOf(draws: number, isSo: () => boolean): number {
  let count = 0;
  for (let draw = 0; draw < draws; draw += 1) if (isSo()) count += 1;
  return count / draws;
}

/** The share of so many draws whose interval holds the truth. */
export const coverage = (draws: number, truth: number, intervalOf: () => Interval): number =>
  shareOf(draws, () => {
    const { low, high } = intervalOf();
    return low <= truth && truth <= high;
  });
