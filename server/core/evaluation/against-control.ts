/**
 * Whether a place did better or worse than the rest of the municipality: (a₂/a₁) ÷ (c₂/c₁), which needs neither equally
 * long periods nor an unchanged readiness to report.
 *
 * Of four Poisson counts, given the sums of places and of periods, the place's later count has Fisher's noncentral
 * hypergeometric distribution with that ratio as odds ratio (R. A. Fisher, J. Royal Statistical Society 98, 1935). The
 * interval is exact: each end leaves 2.5 % outside (J. Cornfield, Proc. Third Berkeley Symposium 4, 1956).
 * Check value: 1 → 3 against 3 → 1 gives 0.212–626.2.
 */
import type { BeforeAfter } from './displacement.ts';
import type { Interval } from './exact-intervals.ts';

const TAIL = 0.025;
/** e⁻⁴⁰ of the likeliest count is nothing beside a tail of 2.5 %. */
const NEGLIGIBLE = 40;
/** Of the logarithm of the ratio; more than any of 10⁶ incidents against none. */
const FURTHEST = 40;
const EXACT_TO = 1e-9;

/** The place's later counts that are possible, and the logarithm of how many ways there are to each, the ratio being 1. */
interface Ways {
  readonly fewest: number;
  readonly logs: Float64Array;
}

/** @returns of the ratio; 0 below where nothing came after in the place, Infinity above where it cannot be bounded */
export function ratioAgainst(place: BeforeAfter, control: BeforeAfter): Interval {
  const ways = waysTo(place, control);
  const { fewest, logs } = ways;
  const most = fewest + logs.length - 1;
  const atLeast = (log: number) => shareOf(ways, log, (count) => count >= place.after);
  const atMost = (log: number) => shareOf(ways, log, (count) => count <= place.after);
  return {
    low: place.after === fewest ? 0 : Math.exp(rising(atLeast)),
    high: place.after === most ? Infinity : Math.exp(-rising((log) => atMost(-log))),
  };
}

/** Where a share that rises reaches 2.5 %. */
function rising(share: (log: number) => number): number {
  let [low, high] = [-FURTHEST, FURTHEST];
  while (high - low > EXACT_TO) {
    const middle = (low + high) / 2;
    if (share(middle) < TAIL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function waysTo(place: BeforeAfter, control: BeforeAfter): Ways {
  const [inPlace, inControl] = [place.before + place.after, control.before + control.after];
  const after = place.after + control.after;
  const fewest = Math.max(0, after - inControl);
  const most = Math.min(inPlace, after);
  const logs = new Float64Array(most - fewest + 1);
  for (let count = fewest + 1; count <= most; count += 1) {
    const more =
      ((inPlace - count + 1) * (after - count + 1)) / count / (inControl - after + count);
    logs[count - fewest] = (logs[count - fewest - 1] ?? 0) + Math.log(more);
  }
  return { fewest, logs };
}

function shareOf({ fewest, logs }: Ways, log: number, isCounted: (count: number) => boolean) {
  const logAt = (index: number) => (logs[index] ?? 0) + index * log;
  let peak = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < logs.length; index += 1) peak = Math.max(peak, logAt(index));
  let [all, counted] = [0, 0];
  for (let index = 0; index < logs.length; index += 1) {
    const below = logAt(index) - peak;
    if (below < -NEGLIGIBLE) continue;
    const weight = Math.exp(below);
    all += weight;
    if (isCounted(fewest + index)) counted += weight;
  }
  return counted / all;
}
