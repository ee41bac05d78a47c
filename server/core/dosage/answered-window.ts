/** Which promise a visit answers. */
import { HOUR_MS } from '../calendar/duration.ts';
import type { TimeSpan, WindowOccurrence } from '../model.ts';

/** A day's window on the night when clocks go back. */
export const LONGEST_WINDOW_MS = 25 * HOUR_MS;

/** The index of the first that opens at `at` or later. */
function firstOpeningFrom(inOrder: readonly WindowOccurrence[], at: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.opens ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The window that a visit answers: the one that holds most of it, and at least half; the first to open if two
 * hold as much. So a patrol two minutes early is not refused, and no visit answers two promises.
 *
 * @param inOrder occurrences in order of opening
 */
export function windowOf<O extends WindowOccurrence>(
  span: TimeSpan,
  inOrder: readonly O[],
): O | null {
  let best: O | null = null;
  let most = Math.max((span.to - span.from) / 2, 1);
  for (let i = firstOpeningFrom(inOrder, span.from - LONGEST_WINDOW_MS); ; i += 1) {
    const occurrence = inOrder[i];
    if (occurrence === undefined || occurrence.opens >= span.to) return best;
    const shared = Math.min(span.to, occurrence.closes) - Math.max(span.from, occurrence.opens);
    if (shared > most || (best === null && shared === most)) {
      best = occurrence;
      most = shared;
    }
  }
}
