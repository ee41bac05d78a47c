/** What has been done at the hot spots, as the planner counts it. */
import { presencesOf } from '#core/dosage/presence.ts';
import type { PromisedOccurrence } from '#core/dosage/promised-window.ts';
import { classed, isDose } from '#core/dosage/visit-class.ts';
import type { EpochMs, HotSpot } from '#core/model.ts';
import type { MadeVisit } from '#core/planner/bridge/planning-input.ts';
import type { Executor } from '../../store/database.ts';
import { latestVisits } from '../../store/visits.ts';

/** Enough visits of a place to reach back past a shift, or a week, to the last dose before it. */
const LOOK_BACK_VISITS = 60;

/**
 * The last visits of each place that began before an instant.
 * @param occurrences in order of opening; a visit outside all of them is judged by the usual thresholds
 */
export async function madeVisits(
  db: Executor,
  places: readonly HotSpot[],
  occurrences: readonly PromisedOccurrence[],
  before: EpochMs,
  now: EpochMs,
): Promise<MadeVisit[]> {
  const made: MadeVisit[] = [];
  for (const { id } of places) {
    const visits = await latestVisits(db, id, Math.min(before, now), LOOK_BACK_VISITS);
    const own = occurrences.filter((occurrence) => occurrence.hotSpotId === id);
    for (const presence of classed(presencesOf(visits, now), own)) {
      made.push({
        hotSpotId: id,
        patrolId: presence.patrolId,
        startedAt: presence.from,
        endedAt: presence.open ? null : presence.to,
        isDose: isDose(presence.class),
      });
    }
  }
  return made;
}
