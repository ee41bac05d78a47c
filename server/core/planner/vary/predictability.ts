/**
 * How far somebody who has watched the street for 28 days could say when a patrol comes: three measures of its own kind
 * (shared format: E, B, R), over the times at which a shift's windows are open.
 */
import { evenness, FEWEST_VISITS } from '../../dosage/unpredictability.ts';
import {
  DAY_MIN,
  type HotHours,
  isIn,
  minuteOfDay,
  quartersSeen,
  sinceOpening,
} from './hot-hours.ts';

/** A visit as it was seen. */
export interface Sighting {
  readonly hotspot: string;
  /** Minutes since midnight, on the wall; whole days over it are of no account. */
  readonly start: number;
  readonly daysAgo: number;
}

export interface Predictability {
  /** E: how evenly starts fall on the windows' half hours, 0–1, the mean weighted by visits; null: too few. */
  readonly evenness: number | null;
  /** B: quarter hours of the windows in which nobody has ever been seen, and all there are. */
  readonly neverSeen: number;
  readonly quarters: number;
  /** R: visits within five minutes of one to the same hot spot the day before, and all that could be. */
  readonly repeated: number;
  readonly visits: number;
}

const HALF_HOUR = 30;
/** Starts no further apart than this, a day later, look like a habit. */
const SAME_TIME_MIN = 5;

export function predictability(
  windows: readonly HotHours[],
  seen: readonly Sighting[],
): Predictability {
  const parts = windows.map((window) => {
    const own = seen.filter((one) => isIn(window, one));
    return { window, own, counts: countsByHalfHour(window, own) };
  });
  const split = parts.filter(({ counts, own }) => counts.length > 1 && own.length > 0);
  const visits = split.reduce((sum, { own }) => sum + own.length, 0);
  const even = split.reduce((sum, { counts, own }) => sum + evenness(counts) * own.length, 0);
  const quarters = parts.flatMap(({ window, own }) => quartersSeen(window, own));
  const followed = seen.filter(({ daysAgo }) => seen.some((one) => one.daysAgo === daysAgo + 1));
  return {
    evenness: visits >= FEWEST_VISITS ? even / visits : null,
    neverSeen: quarters.filter((isSeen) => !isSeen).length,
    quarters: quarters.length,
    repeated: followed.filter((one) => isRepeated(one, seen)).length,
    visits: followed.length,
  };
}

/** Starts by half hour from the window's opening. */
export function countsByHalfHour(window: HotHours, own: readonly Sighting[]): number[] {
  const bins = Math.ceil((window.close - window.open) / HALF_HOUR);
  const counts = Array.from<number>({ length: bins }).fill(0);
  for (const one of own) counts[Math.floor(sinceOpening(window, one) / HALF_HOUR)]! += 1;
  return counts;
}

const isRepeated = ({ hotspot, start, daysAgo }: Sighting, seen: readonly Sighting[]): boolean =>
  seen.some(
    (one) =>
      one.hotspot === hotspot &&
      one.daysAgo === daysAgo + 1 &&
      apartOnClock(one.start, start) <= SAME_TIME_MIN,
  );

function apartOnClock(a: number, b: number): number {
  const apart = minuteOfDay(a - b);
  return Math.min(apart, DAY_MIN - apart);
}
