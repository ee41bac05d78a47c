/** How long visits last, to the second, so that the median of many months is exact. */
import type { Minutes, TimeSpan } from '../model.ts';
import type { DwellHistogram } from './coverage-block.ts';

/** A day: what is longer is a mistake, and stands as this long. */
const LONGEST_S = 24 * 60 * 60;

const secondsOf = ({ from, to }: TimeSpan) => Math.min(Math.round((to - from) / 1000), LONGEST_S);

/** `times[s]` visits of `s` seconds → only those that occur. */
function compact(times: Uint32Array): DwellHistogram {
  const seconds: number[] = [];
  const visits: number[] = [];
  for (let s = 0; s < times.length; s += 1) {
    const count = times[s] ?? 0;
    if (count === 0) continue;
    seconds.push(s);
    visits.push(count);
  }
  return { seconds, visits };
}

export function dwellHistogram(spans: readonly TimeSpan[]): DwellHistogram {
  const lengths = spans.map(secondsOf);
  const times = new Uint32Array(lengths.reduce((most, length) => Math.max(most, length), -1) + 1);
  for (const length of lengths) times[length] = (times[length] ?? 0) + 1;
  return compact(times);
}

/** Counted in one bare array: ten years hold 73,000 lengths, and a map of them takes five times as long. */
export function mergeDwells(histograms: readonly DwellHistogram[]): DwellHistogram {
  const longest = histograms.reduce(
    (most, { seconds }) => Math.max(most, seconds.at(-1) ?? -1),
    -1,
  );
  const times = new Uint32Array(longest + 1);
  for (const { seconds, visits } of histograms) {
    for (let i = 0; i < seconds.length; i += 1) {
      const length = seconds[i] ?? 0;
      times[length] = (times[length] ?? 0) + (visits[i] ?? 0);
    }
  }
  return compact(times);
}

/** The middle length, or the mean of the two in the middle; null without visits. */
export function medianDwellMin({ seconds, visits }: DwellHistogram): Minutes | null {
  const count = visits.reduce((sum, visitsThen) => sum + visitsThen, 0);
  if (count === 0) return null;
  const secondsAt = (rank: number): number => {
    let passed = 0;
    const index = visits.findIndex((visitsThen) => {
      passed += visitsThen;
      return passed > rank;
    });
    return seconds[index] ?? 0;
  };
  return (secondsAt(Math.floor((count - 1) / 2)) + secondsAt(Math.floor(count / 2))) / 2 / 60;
}
