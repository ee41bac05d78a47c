/** A planned visit, and what a change did to it, as they are read out. */
import type { PlannedVisit } from '#core/model.ts';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import type { Visits } from './edits.ts';
import { patrolById, placeById } from './state.ts';

export function spokenVisit(visit: PlannedVisit, callSign: string): string {
  const place = placeById(visit.hotSpotId)?.properties;
  return planText.value.spoken(
    place?.code ?? '',
    place?.name ?? '',
    clock(visit.startsAt),
    clock(visit.endsAt),
    callSign,
    visit.pinned,
  );
}

/** What a change did, read out: where the visit stands now and with whom, or that it is gone. */
export function saidOf(next: Visits, { slotId }: PlannedVisit): string {
  const changed = next.find((one) => one.slotId === slotId);
  if (!changed) return planText.value.remove;
  return planText.value.moved(spokenVisit(changed, patrolById(changed.patrolId)?.callSign ?? ''));
}
