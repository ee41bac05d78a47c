/** Changes of a plan by hand, as pure functions from visits to visits. */
import type { EpochMs, PlannedVisit, Uuid } from '#core/model.ts';

export type Visits = readonly PlannedVisit[];

const MINUTE = 60_000;
export const SHORTEST_MIN = 5;

const change = (visits: Visits, slotId: Uuid, by: (visit: PlannedVisit) => PlannedVisit): Visits =>
  inOrder(visits.map((visit) => (visit.slotId === slotId ? by(visit) : visit)));

const inOrder = (visits: Visits): Visits => [...visits].sort((a, b) => a.startsAt - b.startsAt);

/** Puts a visit at another time, with another patrol if given; it keeps its length. */
export function moved(visits: Visits, slotId: Uuid, startsAt: EpochMs, patrolId?: Uuid): Visits {
  return change(visits, slotId, (visit) => ({
    ...visit,
    startsAt,
    endsAt: startsAt + (visit.endsAt - visit.startsAt),
    patrolId: patrolId ?? visit.patrolId,
  }));
}

export function stretched(visits: Visits, slotId: Uuid, endsAt: EpochMs): Visits {
  return change(visits, slotId, (visit) => ({
    ...visit,
    endsAt: Math.max(endsAt, visit.startsAt + SHORTEST_MIN * MINUTE),
  }));
}

export function pinned(visits: Visits, slotId: Uuid, isPinned: boolean): Visits {
  return change(visits, slotId, (visit) => ({ ...visit, pinned: isPinned }));
}

export const removed = (visits: Visits, slotId: Uuid): Visits =>
  visits.filter((visit) => visit.slotId !== slotId);

export const added = (visits: Visits, visit: PlannedVisit): Visits => inOrder([...visits, visit]);
