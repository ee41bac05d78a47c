/**
 * The guard against percentages of small numbers: Flen has too few events for them (domain brief 1.4; police in
 * Cumbria say the same). "We cannot know" is an answer.
 */
import { ratioAgainst } from './against-control.ts';
import type { BeforeAfter } from './displacement.ts';
import { type Interval, ratioInterval } from './exact-intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from './fewest-for-percentage.ts';

/** Two-sided 5 %: the 97.5th percentile of the normal distribution. */
const Z_CONFIDENCE = 1.959964;
/** Power 80 %: the 80th percentile. */
const Z_POWER = 0.841621;

/**
 * Events needed in the base period to detect a change to `ratio` of it (Poisson, 80 % power, 5 % two-sided, on the
 * logarithm of the rate ratio): (z₀.₉₇₅ + z₀.₈)² (1 + 1/(ratio × exposure)) ÷ ln(ratio)². `exposure` is how much longer
 * the later period is. By simulation the exact interval, a little wider, then finds 77–81 % of them
 * (`npm run interval-coverage`).
 *
 * Check values (domain brief), equal periods: −10 % ≈ 1,490; −25 % ≈ 220; −50 % ≈ 49.
 */
export function eventsNeeded(ratio: number, exposure = 1): number {
  const variance = 1 + 1 / (ratio * exposure);
  return ((Z_CONFIDENCE + Z_POWER) ** 2 * variance) / Math.log(ratio) ** 2;
}

/**
 * The least fall that so many events in the base period can show: the ratio whose `eventsNeeded` they are, as a change
 * (−0.25 for a quarter fewer). Null where not even a fall by 99 % could be told.
 */
export function leastDetectableFall(events: number, exposure = 1): number | null {
  if (events < eventsNeeded(0.01, exposure)) return null;
  let [low, high] = [0.01, 0.9999];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (eventsNeeded(middle, exposure) <= events) low = middle;
    else high = middle;
  }
  return low - 1;
}

export type Change =
  | { readonly known: true; readonly change: number; readonly low: number; readonly high: number }
  | { readonly known: false; readonly reason: 'base-too-small' | 'zero-cell' };

export type ChangeAgainst =
  | Change
  | { readonly known: false; readonly reason: 'control-too-small' };

const known = (ratio: number, { low, high }: Interval): Change => ({
  known: true,
  change: ratio - 1,
  low: low - 1,
  high: high - 1,
});

/**
 * The change of the rate from one period to another, −0.25 for a quarter fewer, with its exact 95 % interval
 * (conditional on the sum: `ratioInterval`). `exposure` is how much longer the later period is.
 */
export function changeBetween(before: number, after: number, exposure = 1): Change {
  if (before < FEWEST_FOR_PERCENTAGE) return { known: false, reason: 'base-too-small' };
  if (after === 0) return { known: false, reason: 'zero-cell' };
  return known(after / before / exposure, ratioInterval(before, after, exposure));
}

/**
 * How much better or worse a place did than the control, −0.25 for a quarter fewer than the control's trend would have
 * given, with its exact 95 % interval (`ratioAgainst`).
 */
export function changeAgainst(place: BeforeAfter, control: BeforeAfter): ChangeAgainst {
  if (place.before < FEWEST_FOR_PERCENTAGE) return { known: false, reason: 'base-too-small' };
  if (control.before < FEWEST_FOR_PERCENTAGE) return { known: false, reason: 'control-too-small' };
  if (place.after === 0 || control.after === 0) return { known: false, reason: 'zero-cell' };
  const ratio = place.after / place.before / (control.after / control.before);
  return known(ratio, ratioAgainst(place, control));
}
