/**
 * How hard it is to guess when the patrol comes: Shannon entropy of start times over the window's half hours in
 * the last 28 days, ÷ ln(half hours) (domain brief 1.3). 0: always the same half hour; 1: every one as likely.
 *
 * Check values: all in one of 12 bins → 0; 2,1,1,2,1,0,1,1,0,1,0,0 → 0.815.
 */
import {
  type CalendarRules,
  HOUR_MS,
  minutesOfDay,
  minutesSinceMidnight,
} from '../calendar/local-time.ts';
import { closingMinutes } from '../calendar/window.ts';
import type { EpochMs, Minutes, TimeWindow } from '../model.ts';

export const UNPREDICTABILITY_DAYS = 28;
/** Fewer visits than this say nothing about a pattern. */
export const FEWEST_VISITS = 8;
export const BIN_MIN: Minutes = 30;

/** Entropy of the counts ÷ its maximum; 0 where there is only one bin or nothing in any. */
export function evenness(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || counts.length < 2) return 0;
  const shares = counts.filter((count) => count > 0).map((count) => count / total);
  const entropy = shares.reduce((sum, share) => sum - share * Math.log(share), 0);
  return entropy / Math.log(counts.length);
}

/** Visits by half hour from the window's opening on the wall; those that started outside it are left out. */
export function countsByHalfHour(
  starts: readonly EpochMs[],
  window: Pick<TimeWindow, 'start' | 'end'>,
  rules: CalendarRules,
): number[] {
  const opens = minutesOfDay(window.start);
  const counts = Array.from<number>({
    length: Math.ceil((closingMinutes(window) - opens) / BIN_MIN),
  }).fill(0);
  for (const start of starts) {
    const sinceOpening = (minutesSinceMidnight(rules, start) - opens + 24 * 60) % (24 * 60);
    const bin = Math.floor(sinceOpening / BIN_MIN);
    if (bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

export type Unpredictability =
  | {
      readonly known: true;
      readonly value: number;
      readonly visits: number;
      /** The fullest half hour, for "7 of 9 visits began 21:00–21:30". */
      readonly busiest: { readonly sinceOpeningMin: Minutes; readonly visits: number };
    }
  | { readonly known: false; readonly reason: 'too-few-visits'; readonly visits: number };

/** @param counts visits by half hour, as `countsByHalfHour` gives */
export function unpredictability(counts: readonly number[]): Unpredictability {
  const visits = counts.reduce((sum, count) => sum + count, 0);
  if (visits < FEWEST_VISITS) return { known: false, reason: 'too-few-visits', visits };
  const most = Math.max(...counts);
  const busiest = { sinceOpeningMin: counts.indexOf(most) * BIN_MIN, visits: most };
  return { known: true, value: evenness(counts), visits, busiest };
}

/** Of several windows or hot spots together: the mean of those known, weighted by visits; null if none is. */
export function unpredictabilityOverall(parts: readonly Unpredictability[]): number | null {
  const known = parts.filter((part) => part.known);
  const visits = known.reduce((sum, part) => sum + part.visits, 0);
  if (visits === 0) return null;
  return known.reduce((sum, part) => sum + part.value * part.visits, 0) / visits;
}

/** From when starts are looked at, 28 times 24 hours before `until`. */
export function unpredictabilityFrom(until: EpochMs): EpochMs {
  return until - UNPREDICTABILITY_DAYS * 24 * HOUR_MS;
}
