/** Ends visits that nobody has ended, as estimated: so that the figures are right though the phone never comes back. */
import { v7 as uuid } from 'uuid';
import { FORGOTTEN_AFTER_MS, forgottenEnd } from '#core/dosage/forgotten-end.ts';
import type { EpochMs, Uuid, Visit } from '#core/model.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  appendVisitVersion,
  openVisits,
  type VisitVersion,
  visitsOfPatrol,
} from '../../store/visits.ts';
import { SYSTEM } from '../system-actor.ts';

export interface ForgottenEnded {
  readonly ended: readonly Visit[];
  readonly audit: readonly AuditEntry[];
}

/** Doing it again does nothing: a visit that has an end is not open. */
export async function endForgotten(tx: Executor, now: EpochMs): Promise<ForgottenEnded> {
  const ended: Visit[] = [];
  const audit: AuditEntry[] = [];
  for (const open of await openVisits(tx, now - FORGOTTEN_AFTER_MS)) {
    const next = await nextStartOf(tx, open);
    const done = await endIfForgotten(tx, open, next, now);
    if (!done) continue;
    ended.push(done.result);
    audit.push(done.audit);
  }
  return { ended, audit };
}

/**
 * @param nextStartAt when the same patrol began its next visit; null: it has begun none
 * @returns null where the visit has not been forgotten
 */
export async function endIfForgotten(
  tx: Executor,
  open: VisitVersion,
  nextStartAt: EpochMs | null,
  now: EpochMs,
): Promise<{ readonly result: Visit; readonly audit: AuditEntry } | null> {
  const { confirmedAt } = open;
  const endedAt = forgottenEnd(open, { nextStartAt, leftAt: null, confirmedAt }, now);
  if (endedAt === null) return null;
  const version: VisitVersion = {
    ...open,
    versionId: uuid(),
    versionNumber: open.versionNumber + 1,
    kind: 'estimate',
    reason: '',
    recordedBy: SYSTEM.id,
    recordedAt: now,
    noted: null,
    endedAt,
    source: 'estimated',
  };
  await appendVisitVersion(tx, version);
  const detail = { version: version.versionNumber, endedAt };
  const audit: AuditEntry = {
    action: 'visit.estimate',
    entity: 'visit',
    entityId: open.id,
    detail,
  };
  return { result: version, audit };
}

async function nextStartOf(tx: Executor, open: Visit): Promise<EpochMs | null> {
  if (open.patrolId === null) return null;
  return nextStartAfter(open, await visitsOfPatrol(tx, open.patrolId));
}

/** @param visits of the same patrol, in order of start */
const nextStartAfter = (
  { id, startedAt }: { readonly id: Uuid; readonly startedAt: EpochMs },
  visits: readonly Visit[],
): EpochMs | null =>
  visits.find((visit) => visit.id !== id && visit.startedAt > startedAt)?.startedAt ?? null;
