/** Visits put in by hand: where a click points, or at the first time that keeps the rules. */
import { v7 as uuid } from 'uuid';
import type { EpochMs, PlannedVisit, Uuid } from '#core/model.ts';
import { planText } from '../text/plan.ts';
import { announce, apply, refusalOf } from './actions.ts';
import { added } from './edits.ts';
import { STEP_MS } from './scale.ts';
import { demand, type Place, select, shift, task, visits } from './state.ts';

const USUAL_DWELL_MIN = 15;

export interface Offer {
  readonly place: Place;
  readonly visit: PlannedVisit;
  /** Why it cannot be; null: it can. */
  readonly refusal: string | null;
}

/** What can be put in there, and what cannot and why; the furthest behind first. */
export function offersAt(patrolId: Uuid, startsAt: EpochMs): Offer[] {
  const offers = demand.value.flatMap(({ place, windows }): Offer[] => {
    const holds = ({ opens, closes }: (typeof windows)[number]) =>
      Date.parse(opens) <= startsAt && startsAt < Date.parse(closes);
    const window = windows.find(holds) ?? windows[0];
    if (!window) return [];
    const visit = visitAt(place.id, window.windowId, patrolId, startsAt);
    return [{ place, visit, refusal: refusalOf(added(visits.value, visit)) }];
  });
  return offers.sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null));
}

export function put(visit: PlannedVisit): void {
  if (apply(added(visits.value, visit), planText.value.add)) select({ slot: visit.slotId });
}

/** Adds a visit at the first time at which it keeps the rules. */
export function addVisit(hotSpotId: Uuid, windowId: Uuid, patrolId: Uuid): void {
  const spot = task.value?.hotSpots.find((one) => one.hotSpotId === hotSpotId);
  const window = spot?.windows.find((one) => one.windowId === windowId);
  const patrol = shift.value?.patrols.find(({ id }) => id === patrolId);
  if (!window || !patrol) return;
  const first = Math.max(window.opens, Date.parse(patrol.startsAt));
  const last = Math.min(window.closes, Date.parse(patrol.endsAt)) - dwellMs(hotSpotId);
  for (let at = Math.ceil(first / STEP_MS) * STEP_MS; at <= last; at += STEP_MS) {
    const visit = visitAt(hotSpotId, windowId, patrolId, at);
    if (refusalOf(added(visits.value, visit))) continue;
    put(visit);
    return;
  }
  announce(planText.value.noRoom);
}

const dwellMs = (hotSpotId: Uuid): number =>
  (task.value?.problem.hotspots.find(({ id }) => id === hotSpotId)?.dwell ?? USUAL_DWELL_MIN) *
  60_000;

/** Pinned: it is by hand that it stands there. */
const visitAt = (
  hotSpotId: Uuid,
  windowId: Uuid,
  patrolId: Uuid,
  startsAt: EpochMs,
): PlannedVisit => ({
  id: uuid(),
  slotId: uuid(),
  patrolId,
  hotSpotId,
  windowId,
  startsAt,
  endsAt: startsAt + dwellMs(hotSpotId),
  pinned: true,
  reasons: [{ code: 'pinned', values: {} }],
});
