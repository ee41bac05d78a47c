/** A visit as it leaves the server: without who recorded it. */
import type { Visit } from '#core/model.ts';

export function visitReply(visit: Visit) {
  return {
    id: visit.id,
    versionNumber: visit.versionNumber,
    hotSpotId: visit.hotSpotId,
    hotSpotVersionId: visit.hotSpotVersionId,
    patrolId: visit.patrolId,
    slotId: visit.slotId,
    startedAt: visit.startedAt,
    endedAt: visit.endedAt,
    officers: visit.officers,
    source: visit.source,
    late: visit.late,
    outcome: { ...visit.outcome },
    note: visit.note,
    voided: visit.voided,
  };
}
