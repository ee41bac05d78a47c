/** What an officer does: each goes into the outbox, is on disk before the button answers, and is sent when there is network. */
import { v7 as uuid } from 'uuid';
import type { LossReason, VisitOutcome } from '#core/model.ts';
import type { WireOutboxItem } from '../outbox/item.ts';
import { flush, press } from '../outbox/outbox.ts';
import { changedVisit, createdVisit } from '../outbox/project-visit.ts';
import { serverNow, skewMs } from '../outbox/skew.ts';
import { mine, refresh, type Visit } from './state.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** When and by which clock a button was pressed. */
export const pressedNow = () => ({ id: uuid(), madeAt: iso(Date.now()), skewMs: skewMs.value });

/** The patrol's size, for the person minutes. */
function officers(): number {
  const patrol = mine.value?.shift?.patrols.find(({ id }) => id === mine.value?.patrolId);
  return patrol?.officers ?? 2;
}

type NewVisit = Extract<WireOutboxItem, { kind: 'create-visit' }>['body'];
type Change = Extract<WireOutboxItem, { kind: 'change-visit' }>['body'];

const created = (body: NewVisit): WireOutboxItem => ({
  ...pressedNow(),
  kind: 'create-visit',
  body,
});

const changed = (visit: Visit, body: Change): WireOutboxItem => ({
  ...pressedNow(),
  kind: 'change-visit',
  visitId: visit.id,
  body,
});

/** The stops of another patrol are the server's to tell: so this one tries to send, and to ask, at once. */
export async function joinPatrol(patrolId: string): Promise<void> {
  await press({ ...pressedNow(), kind: 'join-patrol', body: { patrolId } });
  await flush();
  await refresh();
}

export async function startVisit(hotSpotId: string, slotId: string | null): Promise<void> {
  const patrolId = mine.value?.patrolId ?? null;
  const startedAt = iso(serverNow());
  await press(
    created({ id: uuid(), hotSpotId, slotId, patrolId, startedAt, officers: officers() }),
  );
}

/** @returns the visit as it ended, with what was counted */
export async function endVisit(visit: Visit, outcome: VisitOutcome): Promise<Visit> {
  const end: Change = {
    id: uuid(),
    basedOn: visit.versionNumber,
    kind: 'end',
    endedAt: iso(serverNow()),
  };
  const ended = changedVisit(visit, end);
  const isCounted = Object.values(outcome).some((count) => count > 0);
  if (!isCounted) {
    await press(changed(visit, end));
    return ended;
  }
  const count = tallied(ended, outcome, ended.note, false);
  // In one go: an end without what was counted is never on disk.
  await press(changed(visit, end), changed(visit, count));
  return changedVisit(ended, count);
}

const tallied = (
  { versionNumber: basedOn }: Visit,
  outcome: VisitOutcome,
  note: string,
  noteConfirmed: boolean,
): Change => ({ id: uuid(), basedOn, kind: 'tally', outcome, note, noteConfirmed });

export async function tally(
  visit: Visit,
  outcome: VisitOutcome,
  note: string,
  noteConfirmed: boolean,
): Promise<Visit> {
  const body = tallied(visit, outcome, note, noteConfirmed);
  await press(changed(visit, body));
  return changedVisit(visit, body);
}

export async function reopenVisit(visit: Visit): Promise<void> {
  await press(changed(visit, { id: uuid(), basedOn: visit.versionNumber, kind: 'reopen' }));
}

/** "Vi var där": a visit after the fact. @returns the visit, to be undone by voiding it */
export async function logLate(
  hotSpotId: string,
  endedMinutesAgo: number,
  minutes: number,
): Promise<Visit> {
  const endedAt = serverNow() - endedMinutesAgo * 60_000;
  const body: NewVisit = {
    id: uuid(),
    hotSpotId,
    patrolId: mine.value?.patrolId ?? null,
    startedAt: iso(endedAt - minutes * 60_000),
    endedAt: iso(endedAt),
    officers: officers(),
    late: true,
  };
  await press(created(body));
  return createdVisit(body);
}

export async function loseStop(slotId: string, reason: LossReason): Promise<void> {
  await press({ ...pressedNow(), kind: 'record-loss', slotId, body: { reason } });
}

export async function keepStop(slotId: string): Promise<void> {
  await press({ ...pressedNow(), kind: 'withdraw-loss', slotId });
}
