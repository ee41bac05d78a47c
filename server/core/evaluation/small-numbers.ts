/**
 * The guard against percentages of small numbers: Flen has too few events for them (domain brief 1.4; police in
 * Cumbria say the same). "We cannot know" is an answer.
 */
import { ratioInterval } from './exact-intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from './fewest-for-percentage.ts';

/** Two-sided 5 %: the 97.5th percentile of the normal distribution. */
const Z_CONFIDENCE = 1.959964;
/** Power 80 %: the 80th percentile. */
const Z_POWER = 0.841621;

/**
 * Events needed in the base period to detect a change to `ratio` of it (two equal periods, Poisson, 80 % power,
 * 5 % two-sided, on the logarithm of the rate ratio): (z₀.₉₇₅ + z₀.₈)² (1 + 1/ratio) ÷ ln(ratio)².
 *
 * Check values (domain brief): −10 % ≈ 1,490; −25 % ≈ 220; −50 % ≈ 49.
 */
export function eventsNeeded(ratio: number): number {
  return ((Z_CONFIDENCE + Z_POWER) ** 2 * (1 + 1 / ratio)) / Math.log(ratio) ** 2;
}

/**
 * The least fall that so many events in the base period can show: the ratio whose `eventsNeeded` they are, as a change
 * (−0.25 for a quarter fewer). Null where not even a fall by 99 % could be told.
 */
export function leastDetectableFall(events: number): number | null {
  if (events < eventsNeeded(0.01)) return null;
  let [low, high] = [0.01, 0.9999];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (eventsNeeded(middle) <= events) low = middle;
    else high = middle;
  }
  return low - 1;
}

export type Change =
  | { readonly known: true; readonly change: number; readonly low: number; readonly high: number }
  | { readonly known: false; readonly reason: 'base-too-small' | 'zero-cell' };

/**
 * The change of the rate from one period to another, −0.25 for a quarter fewer, with its exact 95 % interval
 * (conditional on the sum: `ratioInterval`). `exposure` is how much longer the later period is.
 */
export function changeBetween(before: number, after: number, exposure = 1): Change {
  if (before < FEWEST_FOR_PERCENTAGE) return { known: false, reason: 'base-too-small' };
  if (after === 0) return { known: false, reason: 'zero-cell' };
  const { low, high } = ratioInterval(before, after, exposure);
  return { known: true, change: after / before / exposure - 1, low: low - 1, high: high - 1 };
}
