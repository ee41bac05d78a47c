/** What an officer does: each a call that may be sent again without harm, since the ids are made here. */
import { v7 as uuid } from 'uuid';
import type { EpochMs, LossReason, VisitOutcome } from '#core/model.ts';
import { call } from '../api.ts';
import { mine, refresh, serverNow, tracked, type Visit } from './state.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** The patrol's size, for the person minutes. */
function officers(): number {
  const patrol = mine.value?.shift?.patrols.find(({ id }) => id === mine.value?.patrolId);
  return patrol?.officers ?? 2;
}

export async function joinPatrol(patrolId: string): Promise<void> {
  await tracked(() => call('joinPatrol', { body: { patrolId } }), true);
  await refresh();
}

export async function startVisit(hotSpotId: string, slotId: string | null): Promise<void> {
  const body = {
    id: uuid(),
    hotSpotId,
    slotId,
    patrolId: mine.value?.patrolId ?? null,
    startedAt: iso(serverNow()),
    officers: officers(),
  };
  await tracked(() => call('createVisit', { body }), true);
  await refresh();
}

/** @param endedAt now, unless it was another time */
export async function endVisit(
  visit: Visit,
  outcome: VisitOutcome,
  endedAt: EpochMs = serverNow(),
): Promise<Visit> {
  const params = { id: visit.id };
  const end = {
    id: uuid(),
    basedOn: visit.versionNumber,
    kind: 'end' as const,
    endedAt: iso(endedAt),
  };
  const ended = await tracked(() => call('changeVisit', { params, body: end }), true);
  const counted = Object.values(outcome).some((count) => count > 0);
  return counted ? tally(ended, outcome, '', false) : ended;
}

/** "Vi är kvar": the visit goes on. */
export async function stayAtVisit(visit: Visit, confirmedAt: EpochMs): Promise<void> {
  const body = {
    id: uuid(),
    basedOn: visit.versionNumber,
    kind: 'stay' as const,
    confirmedAt: iso(confirmedAt),
  };
  await tracked(() => call('changeVisit', { params: { id: visit.id }, body }), true);
  await refresh();
}

export async function tally(
  visit: Visit,
  outcome: VisitOutcome,
  note: string,
  noteConfirmed: boolean,
): Promise<Visit> {
  const body = {
    id: uuid(),
    basedOn: visit.versionNumber,
    kind: 'tally' as const,
    outcome,
    note,
    noteConfirmed,
  };
  return tracked(() => call('changeVisit', { params: { id: visit.id }, body }), true);
}

export async function reopenVisit(visit: Visit): Promise<void> {
  const body = { id: uuid(), basedOn: visit.versionNumber, kind: 'reopen' as const };
  await tracked(() => call('changeVisit', { params: { id: visit.id }, body }), true);
  await refresh();
}

/** "Vi var där": a visit after the fact. @returns the visit, to be undone by voiding it */
export async function logLate(
  hotSpotId: string,
  endedMinutesAgo: number,
  minutes: number,
): Promise<Visit> {
  const endedAt = serverNow() - endedMinutesAgo * 60_000;
  const body = {
    id: uuid(),
    hotSpotId,
    patrolId: mine.value?.patrolId ?? null,
    startedAt: iso(endedAt - minutes * 60_000),
    endedAt: iso(endedAt),
    officers: officers(),
    late: true,
  };
  return tracked(() => call('createVisit', { body }), true);
}

export async function loseStop(slotId: string, reason: LossReason): Promise<void> {
  await tracked(() => call('recordLoss', { params: { id: slotId }, body: { reason } }), true);
  await refresh();
}

export async function keepStop(slotId: string): Promise<void> {
  await tracked(() => call('withdrawLoss', { params: { id: slotId } }), true);
  await refresh();
}
