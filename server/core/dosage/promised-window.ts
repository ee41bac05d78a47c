/** Which promises stood in a span of time. */
import type { CalendarRules } from '../calendar/local-time.ts';
import { type InForce, occurrencesOverlapping } from '../calendar/window.ts';
import type { TimeSpan, TimeWindow, WindowOccurrence } from '../model.ts';

/** A version of a time window with the operational days on which it was in force. */
export interface PromisedWindow {
  readonly window: TimeWindow;
  readonly inForce: InForce;
}

export interface PromisedOccurrence extends WindowOccurrence {
  readonly window: TimeWindow;
}

const byOpening = (a: WindowOccurrence, b: WindowOccurrence) =>
  a.opens - b.opens || a.closes - b.closes || (a.windowId < b.windowId ? -1 : 1);

/** The occurrences open at some time in the span, in order of opening. */
export function promisedOccurrences(
  windows: readonly PromisedWindow[],
  span: TimeSpan,
  rules: CalendarRules,
): PromisedOccurrence[] {
  const found: PromisedOccurrence[] = [];
  for (const { window, inForce } of windows) {
    for (const occurrence of occurrencesOverlapping(window, span, rules, inForce)) {
      found.push({ ...occurrence, window });
    }
  }
  return found.sort(byOpening);
}
