/** Adding a visit by hand: at a free place of a lane, or at the first time that keeps the rules. */
import { v7 as uuid } from 'uuid';
import type { EpochMs, PlannedVisit } from '#core/model.ts';
import { type AddableVisit, addableVisits } from '#core/planner/bridge/addable-visits.ts';
import { planText } from '../text/plan.ts';
import { announce, apply, refusalOf } from './actions.ts';
import { added } from './edits.ts';
import { spokenVisit } from './say.ts';
import { STEP_MS } from './scale.ts';
import { breaks, now, patrolById, selection, shift, task, visits } from './state.ts';

type Asked = Pick<PlannedVisit, 'patrolId' | 'hotSpotId' | 'windowId' | 'startsAt' | 'endsAt'>;

const newVisit = ({ patrolId, hotSpotId, windowId, startsAt, endsAt }: Asked): PlannedVisit => ({
  id: uuid(),
  slotId: uuid(),
  patrolId,
  hotSpotId,
  windowId,
  startsAt,
  endsAt,
  pinned: true,
  reasons: [{ code: 'pinned', values: {} }],
});

/** Takes the visit, or says why not; the card then tells of it. */
function take(visit: PlannedVisit): void {
  const said = spokenVisit(visit, patrolById(visit.patrolId)?.callSign ?? '');
  if (!apply(added(visits.value, visit), planText.value.addedAs(said))) return;
  selection.value = { kind: 'visit', slotId: visit.slotId };
}

/** What can be put on a patrol's lane at a time, and why not the rest. */
export const offered = (patrolId: string, at: EpochMs): AddableVisit[] =>
  task.value
    ? addableVisits(task.value, { visits: visits.value, breaks: breaks.value }, patrolId, at)
    : [];

export const addOffered = (patrolId: string, visit: AddableVisit): void =>
  take(newVisit({ patrolId, ...visit }));

/** Adds a visit in a window at the first time at which it keeps the rules. */
export function addVisit(hotSpotId: string, windowId: string, patrolId: string): void {
  const times = timesIn(hotSpotId, windowId, patrolId);
  let refusal = '';
  for (const time of times) {
    const visit = newVisit({ patrolId, hotSpotId, windowId, ...time });
    const reason = refusalOf(added(visits.value, visit));
    if (reason === null) {
      take(visit);
      return;
    }
    refusal = reason;
  }
  announce(planText.value.noRoom(refusal));
}

/** Every five minutes of the window that the patrol is on duty and that are still to come. */
function timesIn(hotSpotId: string, windowId: string, patrolId: string) {
  const index = task.value?.hotSpots.findIndex((one) => one.hotSpotId === hotSpotId) ?? -1;
  const window = task.value?.hotSpots[index]?.windows.find((one) => one.windowId === windowId);
  const patrol = patrolById(patrolId);
  if (!window || !patrol) return [];
  const dwell = (task.value?.problem.hotspots[index]?.dwell ?? 0) * 60_000;
  const isOn = task.value?.nowMinute !== null;
  const first = Math.max(window.opens, Date.parse(patrol.startsAt), isOn ? now.value : 0);
  const last = Math.min(window.closes, Date.parse(patrol.endsAt)) - dwell;
  const from = Math.ceil(first / STEP_MS) * STEP_MS;
  const count = Math.max(0, Math.floor((last - from) / STEP_MS) + 1);
  return Array.from({ length: count }, (_, i) => {
    const startsAt = from + i * STEP_MS;
    return { startsAt, endsAt: startsAt + dwell };
  });
}

/** Where the card opens when the lane is reached by key: at the first time at which something can be added. */
export function firstFreeTime(patrolId: string): EpochMs {
  const patrol = patrolById(patrolId);
  const from = Date.parse(patrol?.startsAt ?? shift.value?.startsAt ?? '');
  const to = Date.parse(patrol?.endsAt ?? '');
  const isOn = task.value?.nowMinute !== null;
  const first = Math.ceil(Math.max(from, isOn ? now.value : from) / STEP_MS) * STEP_MS;
  for (let at = first; at < to; at += 3 * STEP_MS) {
    if (offered(patrolId, at)[0]?.refusal === null) return at;
  }
  return first;
}
