/** The counters of a visit that goes on, kept on the device until the visit has ended: a reload loses none. */
import { NO_OUTCOME, type VisitOutcome } from '#core/model.ts';
import { COUNTERS } from './counters.tsx';

const key = (visitId: string): string => `outcome:${visitId}`;

export function readOutcome(visitId: string): VisitOutcome {
  try {
    const counts = JSON.parse(localStorage.getItem(key(visitId)) ?? '{}') as Record<
      string,
      unknown
    >;
    const pairs = COUNTERS.map((counter) => [counter, Number(counts[counter]) || 0]);
    return { ...NO_OUTCOME, ...Object.fromEntries(pairs) };
  } catch {
    return NO_OUTCOME;
  }
}

export function keepOutcome(visitId: string, outcome: VisitOutcome): void {
  try {
    localStorage.setItem(key(visitId), JSON.stringify(outcome));
  } catch {
    // Without storage the counters live as long as the page.
  }
}

export function forgetOutcome(visitId: string): void {
  try {
    localStorage.removeItem(key(visitId));
  } catch {
    // Nothing was kept.
  }
}
