/** What has come of each planned visit so far. */

import { type PlannedVisitState, plannedVisitState } from '#core/dosage/planned-visit-state.ts';
import type { PromisedOccurrence } from '#core/dosage/promised-window.ts';
import type { EpochMs, LossReason, PlannedVisit, Shift, Uuid, Visit } from '#core/model.ts';
import type { Executor } from '../../store/database.ts';
import { lossesOfSlots } from '../../store/plans.ts';
import { visitsOfSlots } from '../../store/visits.ts';

export interface SlotOutcome {
  readonly slotId: Uuid;
  readonly state: PlannedVisitState;
  readonly loss: LossReason | null;
  readonly visitId: Uuid | null;
  /** The last start that still fits the window. */
  readonly latestStartAt: EpochMs;
}

export async function slotOutcomes(
  db: Executor,
  shift: Shift,
  planned: readonly PlannedVisit[],
  occurrences: readonly PromisedOccurrence[],
  now: EpochMs,
): Promise<SlotOutcome[]> {
  const slotIds = planned.map((visit) => visit.slotId);
  const losses = await lossesOfSlots(db, slotIds);
  const made = await visitsOfSlots(db, slotIds);
  return planned.map((visit) =>
    outcomeOf(shift, visit, occurrences, made, losses.get(visit.slotId) ?? null, now),
  );
}

function outcomeOf(
  shift: Shift,
  planned: PlannedVisit,
  occurrences: readonly PromisedOccurrence[],
  made: readonly Visit[],
  loss: LossReason | null,
  now: EpochMs,
): SlotOutcome {
  const occurrence = occurrences.find(
    ({ windowId, opens, closes }) =>
      windowId === planned.windowId && opens <= planned.startsAt && planned.endsAt <= closes,
  );
  const offDuty = shift.patrols.find(({ id }) => id === planned.patrolId)?.endsAt ?? shift.endsAt;
  const lostFrom = Math.min(occurrence?.closes ?? offDuty, offDuty);
  const dwell = planned.endsAt - planned.startsAt;
  const latestStartAt = Math.max(planned.startsAt, lostFrom - dwell);
  const visit = made.findLast(({ slotId }) => slotId === planned.slotId) ?? null;
  const thresholds = occurrence && { thresholds: occurrence.window };
  const facts = { startsAt: planned.startsAt, latestStart: null, lostFrom, visit, loss, now };
  return {
    slotId: planned.slotId,
    state: plannedVisitState({ ...facts, ...thresholds }),
    loss,
    visitId: visit?.id ?? null,
    latestStartAt,
  };
}
