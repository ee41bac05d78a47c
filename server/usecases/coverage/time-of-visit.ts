import type { EpochMs, Visit } from '#core/model.ts';
import type { Touch } from './coverage-memory.ts';

/** The time in which coverage changes with a visit; one that goes on may last until now. */
export function timeOfVisit(visit: Visit, now: EpochMs): Touch {
  const { hotSpotId, startedAt: from, endedAt } = visit;
  return { hotSpotId, span: { from, to: Math.max(from + 1, endedAt ?? now) } };
}
