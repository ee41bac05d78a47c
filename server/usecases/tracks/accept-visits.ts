/**
 * Takes visits that were found in a track into the log. What is logged already is confirmed or left alone, so that the same
 * track, a part of it or the track of the patrol's other phone makes nothing twice.
 */
import { v5 as uuidOf } from 'uuid';
import { MINUTE_MS } from '#core/calendar/duration.ts';
import { isSamePresence, overlapMs } from '#core/dosage/same-presence.ts';
import { type EpochMs, NO_OUTCOME, type Uuid, type Visit } from '#core/model.ts';
import { Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  appendVisitVersion,
  type VisitVersion,
  visitById,
  visitsOverlapping,
} from '../../store/visits.ts';
import type { Touch } from '../coverage/coverage-memory.ts';
import type { Circumstances, Done } from '../use-case.ts';
import {
  borderOrProblem,
  refuseBadTimes,
  refuseUnknownPatrol,
  slotOf,
} from '../visits/log-visit.ts';

export interface FoundVisit {
  readonly hotSpotId: Uuid;
  /** null: not known whose track it is. */
  readonly patrolId: Uuid | null;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
  readonly officers: number;
  /** Where the visit was logged by hand too, the track's times replace those of the hand. */
  readonly takeTimes: boolean;
}

export type AcceptedVisit =
  /** `known`: it was in the log already, with GPS behind it or still open, and nothing was written. */
  | { readonly kind: 'created' | 'confirmed' | 'known'; readonly visit: Visit }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface AcceptedVisits extends Done<readonly AcceptedVisit[]> {
  /** Whose coverage has changed. */
  readonly touches: readonly Touch[];
}

interface Outcome {
  readonly answer: AcceptedVisit;
  readonly audit: readonly AuditEntry[];
  readonly touches: readonly Touch[];
}

/** One answer for each visit found, in order; one that is refused keeps none of the others out. */
export async function acceptVisits(
  tx: Executor,
  found: readonly FoundVisit[],
  circumstances: Circumstances,
): Promise<AcceptedVisits> {
  const outcomes: Outcome[] = [];
  for (const one of found) outcomes.push(await acceptOrRefuse(tx, one, circumstances));
  return {
    result: outcomes.map(({ answer }) => answer),
    audit: outcomes.flatMap(({ audit }) => audit),
    touches: outcomes.flatMap(({ touches }) => touches),
  };
}

/** All checks come before the first write: a refusal here leaves nothing half done in the transaction. */
async function acceptOrRefuse(
  tx: Executor,
  found: FoundVisit,
  circumstances: Circumstances,
): Promise<Outcome> {
  try {
    return await accept(tx, found, circumstances);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { answer: { kind: 'refused', problem: error }, audit: [], touches: [] };
  }
}

async function accept(
  tx: Executor,
  found: FoundVisit,
  circumstances: Circumstances,
): Promise<Outcome> {
  refuseBadTimes(found.startedAt, found.endedAt, circumstances.now);
  await refuseUnknownPatrol(tx, found.patrolId);
  const logged = await sameAlready(tx, found);
  if (!logged) return create(tx, found, circumstances);
  const isSettled = logged.endedAt === null || hasGps(logged);
  return isSettled ? unchanged(logged) : confirm(tx, logged, found, circumstances);
}

const unchanged = (visit: Visit): Outcome => ({
  answer: { kind: 'known', visit },
  audit: [],
  touches: [],
});

const hasGps = ({ source }: Visit): boolean => source === 'gps' || source === 'manual+gps';

/** The visit of the log that tells of the same presence: one with GPS behind it before others, then the most alike. */
async function sameAlready(tx: Executor, found: FoundVisit): Promise<VisitVersion | null> {
  const span = { from: found.startedAt, to: found.endedAt };
  const near = await visitsOverlapping(tx, span, { hotSpotIds: [found.hotSpotId] });
  const [best] = near
    .filter((visit) => isSamePresence(visit, found))
    .toSorted(
      (one, other) =>
        Number(hasGps(other)) - Number(hasGps(one)) ||
        overlapMs(other, found) - overlapMs(one, found),
    );
  return best ? visitById(tx, best.id) : null;
}

/** For ids that the visit itself decides, so that a second server or a repeated call cannot make another. */
const NAMESPACE = '2f9a1c5e-6d0b-4f43-9e0e-6a3f0f6f7c11';

/** The id of a visit by its place, patrol and minute; struck ones keep theirs, and who accepts the visit anew gets the next. */
async function idOf(tx: Executor, { hotSpotId, patrolId, startedAt }: FoundVisit): Promise<Uuid> {
  const minute = Math.round(startedAt / MINUTE_MS);
  for (let attempt = 0; ; attempt += 1) {
    const id = uuidOf(`${hotSpotId} ${patrolId ?? ''} ${minute} ${attempt}`, NAMESPACE);
    if (!(await visitById(tx, id))?.voided) return id;
  }
}

async function create(
  tx: Executor,
  found: FoundVisit,
  { by, now }: Circumstances,
): Promise<Outcome> {
  const { hotSpotId, patrolId, startedAt, endedAt, officers } = found;
  const hotSpotVersionId = await borderOrProblem(tx, hotSpotId, startedAt);
  const id = await idOf(tx, found);
  const known = await visitById(tx, id);
  if (known) return unchanged(known);
  const version: VisitVersion = {
    id,
    versionId: id,
    versionNumber: 1,
    kind: 'create',
    reason: '',
    recordedBy: by.id,
    recordedAt: now,
    hotSpotId,
    hotSpotVersionId,
    patrolId,
    slotId: await slotOf(tx, { ...found, slotId: null }),
    startedAt,
    endedAt,
    officers,
    source: 'gps',
    late: false,
    outcome: NO_OUTCOME,
    note: '',
    voided: false,
    confirmedAt: null,
  };
  await appendVisitVersion(tx, version);
  const detail = { hotSpotId, source: 'gps' };
  const audit: AuditEntry = { action: 'visit.create', entity: 'visit', entityId: id, detail };
  return written('created', version, audit, [version]);
}

async function confirm(
  tx: Executor,
  logged: VisitVersion,
  found: FoundVisit,
  { by, now }: Circumstances,
): Promise<Outcome> {
  const { startedAt, endedAt } = timesOf(logged, found);
  const patrolId = logged.patrolId ?? found.patrolId;
  const versionNumber = logged.versionNumber + 1;
  const version: VisitVersion = {
    ...logged,
    versionId: uuidOf(`${logged.id} ${versionNumber} confirm`, NAMESPACE),
    versionNumber,
    kind: 'confirm',
    reason: '',
    recordedBy: by.id,
    recordedAt: now,
    hotSpotVersionId: await borderOrProblem(tx, logged.hotSpotId, startedAt),
    patrolId,
    slotId: logged.slotId ?? (await slotOf(tx, { ...logged, patrolId, startedAt })),
    startedAt,
    endedAt,
    source: 'manual+gps',
  };
  await appendVisitVersion(tx, version);
  const detail = { version: versionNumber, takeTimes: found.takeTimes };
  const audit: AuditEntry = {
    action: 'visit.confirm',
    entity: 'visit',
    entityId: logged.id,
    detail,
  };
  return written('confirmed', version, audit, [logged, version]);
}

/** An officer's times stand unless the reader of the track says otherwise; an estimated end was a guess. */
function timesOf(
  { source, startedAt, endedAt }: Visit,
  found: FoundVisit,
): Pick<FoundVisit, 'startedAt' | 'endedAt'> {
  if (found.takeTimes) return found;
  const isGuess = endedAt === null || (source === 'estimated' && found.endedAt > startedAt);
  return { startedAt, endedAt: isGuess ? found.endedAt : endedAt };
}

function written(
  kind: 'created' | 'confirmed',
  visit: Visit,
  audit: AuditEntry,
  versions: readonly Visit[],
): Outcome {
  const touches = versions.map(({ hotSpotId, startedAt: from, endedAt }) => ({
    hotSpotId,
    span: { from, to: endedAt ?? from + 1 },
  }));
  return { answer: { kind, visit }, audit: [audit], touches };
}
