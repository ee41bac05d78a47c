/** How often each length of time occurs, so that the quartiles of many months are exact: they cannot be added up. */
import type { Minutes, TimeSpan } from '../model.ts';
import type { LengthHistogram } from './coverage-block.ts';

/** A day: a visit that is longer is a mistake, and stands as this long. */
const LONGEST_DWELL_S = 24 * 60 * 60;

/** A longer gap stands as this long here; `longestMs` keeps the longest in full. */
const LONGEST_GAP_MIN: Minutes = 400 * 24 * 60;

/** `times[n]` lengths of `n` → only those that occur. */
function compact(times: Uint32Array): LengthHistogram {
  const lengths: number[] = [];
  const counts: number[] = [];
  for (let length = 0; length < times.length; length += 1) {
    const count = times[length] ?? 0;
    if (count === 0) continue;
    lengths.push(length);
    counts.push(count);
  }
  return { lengths, counts };
}

/** @param lengths whole numbers */
function histogramOf(lengths: readonly number[]): LengthHistogram {
  const times = new Uint32Array(lengths.reduce((most, length) => Math.max(most, length), -1) + 1);
  for (const length of lengths) times[length] = (times[length] ?? 0) + 1;
  return compact(times);
}

/** Visits by their length in seconds. */
export function dwellHistogram(spans: readonly TimeSpan[]): LengthHistogram {
  return histogramOf(
    spans.map(({ from, to }) => Math.min(Math.round((to - from) / 1000), LONGEST_DWELL_S)),
  );
}

/** Gaps by their length in minutes. */
export function gapHistogram(gapsMs: readonly number[]): LengthHistogram {
  return histogramOf(gapsMs.map((ms) => Math.min(Math.round(ms / 60_000), LONGEST_GAP_MIN)));
}

/** Counted in one bare array: ten years hold 73,000 lengths, and a map of them takes five times as long. */
export function mergeHistograms(histograms: readonly LengthHistogram[]): LengthHistogram {
  const longest = histograms.reduce(
    (most, { lengths }) => Math.max(most, lengths.at(-1) ?? -1),
    -1,
  );
  const times = new Uint32Array(longest + 1);
  for (const { lengths, counts } of histograms) {
    for (let i = 0; i < lengths.length; i += 1) {
      const length = lengths[i] ?? 0;
      times[length] = (times[length] ?? 0) + (counts[i] ?? 0);
    }
  }
  return compact(times);
}

export function countOf({ counts }: LengthHistogram): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The length that a share of them lies below, straight between the two nearest (type 7 of Hyndman & Fan 1996, as
 * in a spreadsheet's QUARTILE.INC): 0.5 is the middle, or the mean of the two in the middle. Null without any.
 */
export function quantile(histogram: LengthHistogram, share: number): number | null {
  const { lengths, counts } = histogram;
  const count = countOf(histogram);
  if (count === 0) return null;
  const lengthAt = (rank: number): number => {
    let passed = 0;
    const index = counts.findIndex((countThen) => {
      passed += countThen;
      return passed > rank;
    });
    return lengths[index] ?? 0;
  };
  const rank = (count - 1) * share;
  const below = lengthAt(Math.floor(rank));
  return below + (rank - Math.floor(rank)) * (lengthAt(Math.ceil(rank)) - below);
}

/** How many are at most each of the bounds and above the one before; last, those above all. */
export function countsByBound(
  { lengths, counts }: LengthHistogram,
  bounds: readonly number[],
): number[] {
  const found = Array.from<number>({ length: bounds.length + 1 }).fill(0);
  for (let i = 0; i < lengths.length; i += 1) {
    const first = bounds.findIndex((bound) => (lengths[i] ?? 0) <= bound);
    const bin = first < 0 ? bounds.length : first;
    found[bin] = (found[bin] ?? 0) + (counts[i] ?? 0);
  }
  return found;
}
