/** Ending, counting, undoing, correcting and voiding a visit: each a new version, nothing overwritten. */
import { isDeepStrictEqual } from 'node:util';
import type { Said } from '#contract/problem.ts';
import type { EpochMs, Uuid, Visit, VisitOutcome } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  appendVisitVersion,
  type VisitVersion,
  visitById,
  visitVersionById,
} from '../../store/visits.ts';
import { type Circumstances, type Done, doneAt } from '../use-case.ts';
import { refuseSecondOpen } from './conflicting-visit.ts';
import { borderOrProblem, refuseBadTimes, refusePersonalNote } from './log-visit.ts';
import { visitReply } from './visit-reply.ts';

interface Version {
  /** The version's own id, so that sending the change twice makes one. */
  readonly id: Uuid;
  readonly basedOn: number;
}

export interface Correction {
  readonly startedAt?: EpochMs | undefined;
  readonly endedAt?: EpochMs | undefined;
  readonly officers?: number | undefined;
  readonly hotSpotId?: Uuid | undefined;
  readonly outcome?: VisitOutcome | undefined;
  readonly note?: string | undefined;
}

export type VisitChange = Version &
  (
    | { readonly kind: 'end'; readonly endedAt: EpochMs }
    | { readonly kind: 'reopen' }
    | {
        readonly kind: 'tally';
        readonly outcome: VisitOutcome;
        readonly note: string;
        readonly noteConfirmed: boolean;
      }
    | ({
        readonly kind: 'correct';
        readonly reason: string;
        readonly noteConfirmed: boolean;
      } & Correction)
    | { readonly kind: 'void'; readonly reason: string; readonly noteConfirmed: boolean }
  );

/** The undo of an end is part of logging for so long; later it is a correction with a reason. */
export const REOPEN_WITHIN_MS = 5 * 60_000;
const TOO_LATE_TO_REOPEN = {
  sv: 'Det avslutades för länge sedan: rätta det, med skäl.',
  en: 'It ended too long ago: correct it, with a reason.',
};
const VOIDED = { sv: 'Besöket är makulerat.', en: 'The visit has been voided.' };
const ENDED = { sv: 'Besöket är redan avslutat.', en: 'The visit has ended already.' };
const OPEN = { sv: 'Besöket pågår.', en: 'The visit is open.' };

/**
 * @throws Problem not-found; version-conflict with the visit as it stands; not-acceptable-state; invalid-input;
 *   personal-data-in-note; visit-open (undoing an end while the patrol has gone on to another visit); id-reused
 */
export async function changeVisit(
  tx: Executor,
  visitId: Uuid,
  change: VisitChange,
  circumstances: Circumstances,
): Promise<Done<Visit>> {
  const { by, now, press } = circumstances;
  const visit = await visitById(tx, visitId);
  if (!visit) throw notFound('visit', visitId);
  if (await wasSentBefore(tx, visitId, change)) return { result: visit, audit: [] };
  if (visit.versionNumber !== change.basedOn) {
    throw new Problem('version-conflict', [], visitReply(visit));
  }
  const version: VisitVersion = {
    ...(await changed(tx, visit, change, circumstances)),
    versionId: change.id,
    versionNumber: visit.versionNumber + 1,
    kind: change.kind,
    reason: 'reason' in change ? change.reason : '',
    recordedBy: by.id,
    recordedAt: now,
    noted: press ?? null,
  };
  await appendVisitVersion(tx, version);
  const detail = {
    version: version.versionNumber,
    ...('reason' in change && { reason: change.reason }),
  };
  const audit: AuditEntry = {
    action: `visit.${change.kind}`,
    entity: 'visit',
    entityId: visitId,
    detail,
  };
  return { result: version, audit };
}

async function wasSentBefore(tx: Executor, visitId: Uuid, change: VisitChange): Promise<boolean> {
  const known = await visitVersionById(tx, change.id);
  if (known && (known.id !== visitId || !saysTheSame(known, change))) {
    throw new Problem('id-reused');
  }
  return known !== null;
}

const NOT_SAID: ReadonlySet<string> = new Set(['id', 'basedOn', 'noteConfirmed']);

/** Whether a version holds all that the change says: its fields go by the same names. */
function saysTheSame(known: VisitVersion, change: VisitChange): boolean {
  const said = Object.entries(change).filter(
    ([field, value]) => value !== undefined && !NOT_SAID.has(field),
  );
  const kept = new Map<string, unknown>(Object.entries(known));
  return (
    known.versionNumber === change.basedOn + 1 &&
    said.every(([field, value]) => isDeepStrictEqual(kept.get(field), value))
  );
}

async function changed(
  tx: Executor,
  visit: VisitVersion,
  change: VisitChange,
  circumstances: Circumstances,
): Promise<VisitVersion> {
  const { now } = circumstances;
  refuseIf(visit.voided, VOIDED);
  if ('reason' in change) refusePersonalNote(change.reason, change.noteConfirmed, '/reason');
  switch (change.kind) {
    case 'end':
      refuseIf(visit.endedAt !== null, ENDED);
      refuseBadTimes(visit.startedAt, change.endedAt, now);
      return { ...visit, endedAt: change.endedAt };
    case 'reopen':
      refuseIf(visit.endedAt === null, OPEN);
      refuseIf(doneAt(circumstances) - visit.recordedAt > REOPEN_WITHIN_MS, TOO_LATE_TO_REOPEN);
      await refuseSecondOpen(tx, visit);
      return { ...visit, endedAt: null };
    case 'tally':
      refusePersonalNote(change.note, change.noteConfirmed);
      return { ...visit, outcome: change.outcome, note: change.note };
    case 'correct':
      return correct(tx, visit, change, now);
    default:
      return { ...visit, voided: true };
  }
}

async function correct(
  tx: Executor,
  visit: VisitVersion,
  change: Correction & { readonly noteConfirmed: boolean },
  now: EpochMs,
): Promise<VisitVersion> {
  const startedAt = change.startedAt ?? visit.startedAt;
  const endedAt = change.endedAt ?? visit.endedAt;
  const hotSpotId = change.hotSpotId ?? visit.hotSpotId;
  refuseBadTimes(startedAt, endedAt, now);
  if (change.note !== undefined) refusePersonalNote(change.note, change.noteConfirmed);
  return {
    ...visit,
    startedAt,
    endedAt,
    hotSpotId,
    hotSpotVersionId: await borderOrProblem(tx, hotSpotId, startedAt),
    slotId: hotSpotId === visit.hotSpotId ? visit.slotId : null,
    officers: change.officers ?? visit.officers,
    outcome: change.outcome ?? visit.outcome,
    note: change.note ?? visit.note,
  };
}

/** @throws Problem not-acceptable-state where `wrong` holds. */
function refuseIf(wrong: boolean, said: Said): void {
  if (wrong) throw fieldProblem('not-acceptable-state', '/kind', said);
}
