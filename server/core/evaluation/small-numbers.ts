/**
 * The guard against percentages of small numbers: Flen has too few events for them (domain brief 1.4; police in
 * Cumbria say the same). "We cannot know" is an answer.
 */

/** Below so many events in the base period, counts only. */
export const FEWEST_FOR_PERCENTAGE = 50;

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

export type Change =
  | { readonly known: true; readonly change: number; readonly low: number; readonly high: number }
  | { readonly known: false; readonly reason: 'base-too-small' | 'zero-cell' };

/**
 * The change from one period to an equally long one, −0.25 for a quarter fewer, with its 95 % interval on the log
 * scale: after/before × exp(±1.96 √(1/before + 1/after)).
 */
export function changeBetween(before: number, after: number): Change {
  if (before < FEWEST_FOR_PERCENTAGE) return { known: false, reason: 'base-too-small' };
  if (after === 0) return { known: false, reason: 'zero-cell' };
  const spread = Math.exp(Z_CONFIDENCE * Math.sqrt(1 / before + 1 / after));
  const ratio = after / before;
  return { known: true, change: ratio - 1, low: ratio / spread - 1, high: ratio * spread - 1 };
}
