/** Logging a visit: the first version. Sending it twice is one visit. */
import { isDeepStrictEqual } from 'node:util';
import { type EpochMs, NO_OUTCOME, type Uuid, type Visit, type VisitOutcome } from '#core/model.ts';
import { looksPersonal } from '#core/note-warning.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { borderAt, hotSpotById } from '../../store/hot-spots.ts';
import { type PlannedSlot, publishedSlot, publishedSlots } from '../../store/plans.ts';
import { shiftOfPatrol } from '../../store/shifts.ts';
import {
  appendVisitVersion,
  LONGEST_VISIT_MS,
  type VisitVersion,
  visitById,
  visitsOfSlots,
  visitVersions,
} from '../../store/visits.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { openVisitOf, refuseSecondOpen, refuseTwice } from './conflicting-visit.ts';
import { endIfForgotten } from './end-forgotten.ts';

export interface NewVisit {
  readonly id: Uuid;
  readonly hotSpotId: Uuid;
  readonly patrolId: Uuid | null;
  readonly slotId: Uuid | null;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly officers: number;
  readonly late: boolean;
  readonly outcome: VisitOutcome;
  readonly note: string;
  readonly noteConfirmed: boolean;
  /** Another visit than the one it overlaps, says the writer. */
  readonly separate: boolean;
}

/** A phone's clock may run a little ahead of the server's. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Whoever begins a visit has left the one before: where that was forgotten it ends, as estimated.
 * @throws Problem invalid-input (times, place, patrol), personal-data-in-note, visit-open (the patrol has another open
 *   visit, given as `current`), visit-twice (it has logged this presence already, as `current`), id-reused (the id is
 *   another visit's)
 */
export async function logVisit(
  tx: Executor,
  input: NewVisit,
  circumstances: Circumstances,
): Promise<Logged> {
  const known = await visitById(tx, input.id);
  if (known) {
    return { result: await sameVisit(tx, known, input), audit: [], isNew: false, ended: [] };
  }
  refuseBadTimes(input.startedAt, input.endedAt, circumstances.now);
  refusePersonalNote(input.note, input.noteConfirmed);
  const before = await endForgottenBefore(tx, input, circumstances.now);
  const version = await firstVersion(tx, input, circumstances);
  await appendVisitVersion(tx, version);
  const detail = { hotSpotId: input.hotSpotId, late: input.late };
  const audit: AuditEntry = { action: 'visit.create', entity: 'visit', entityId: input.id, detail };
  if (!before) return { result: version, audit, isNew: true, ended: [] };
  return { result: version, audit: [before.audit, audit], isNew: true, ended: [before.result] };
}

interface Logged extends Done<Visit> {
  readonly isNew: boolean;
  /** Another visit of the patrol that was forgotten, and has ended with this one's start. */
  readonly ended: readonly Visit[];
}

async function endForgottenBefore(tx: Executor, input: NewVisit, now: EpochMs) {
  if (input.patrolId === null) return null;
  const open = await openVisitOf(tx, input.patrolId);
  return open && endIfForgotten(tx, open, input.startedAt, now);
}

async function firstVersion(
  tx: Executor,
  input: NewVisit,
  { by, now, press }: Circumstances,
): Promise<VisitVersion> {
  const hotSpotVersionId = await borderOrProblem(tx, input.hotSpotId, input.startedAt);
  await refuseUnknownPatrol(tx, input.patrolId);
  const endsAt = input.endedAt ?? press?.endsAt ?? null;
  const span = { from: input.startedAt, to: Math.max(endsAt ?? now, input.startedAt + 1) };
  if (endsAt === null) await refuseSecondOpen(tx, input);
  if (!input.separate) await refuseTwice(tx, { ...input, span }, now);
  return {
    id: input.id,
    versionId: input.id,
    versionNumber: 1,
    kind: 'create',
    reason: '',
    recordedBy: by.id,
    recordedAt: now,
    noted: press ?? null,
    hotSpotId: input.hotSpotId,
    hotSpotVersionId,
    patrolId: input.patrolId,
    slotId: await slotOf(tx, input),
    startedAt: input.startedAt,
    endedAt: input.endedAt,
    officers: input.officers,
    source: 'manual',
    late: input.late,
    outcome: { ...NO_OUTCOME, ...input.outcome },
    note: input.note,
    voided: false,
    confirmedAt: null,
  };
}

/** The same visit sent again is answered as it stands now, whatever has come after; another under its id is refused. */
async function sameVisit(tx: Executor, known: Visit, input: NewVisit): Promise<Visit> {
  const [first] = await visitVersions(tx, known.id);
  if (!first || !isDeepStrictEqual(contentOf(first), contentOf(input))) {
    throw new Problem('id-reused');
  }
  return known;
}

/** All that the writer said; the slot is left out, for the server may have found another. */
function contentOf(visit: Omit<NewVisit, 'noteConfirmed' | 'separate'>) {
  const { hotSpotId, patrolId, startedAt, endedAt, officers, late, note } = visit;
  const outcome = { ...NO_OUTCOME, ...visit.outcome };
  return { hotSpotId, patrolId, startedAt, endedAt, officers, late, note, outcome };
}

const OVER_A_DAY = {
  sv: 'Besöket är över 24 timmar: kontrollera datumet.',
  en: 'The visit is over 24 hours: check the date.',
};

export function refuseBadTimes(startedAt: EpochMs, endedAt: EpochMs | null, now: EpochMs): void {
  const latest = now + CLOCK_SKEW_MS;
  if (startedAt > latest) {
    throw fieldProblem('invalid-input', '/startedAt', {
      sv: 'Besöket börjar i framtiden.',
      en: 'The visit starts in the future.',
    });
  }
  if ((endedAt ?? now) - startedAt >= LONGEST_VISIT_MS) {
    throw fieldProblem('invalid-input', endedAt === null ? '/startedAt' : '/endedAt', OVER_A_DAY);
  }
  if (endedAt === null) return;
  if (endedAt <= startedAt) {
    throw fieldProblem('invalid-input', '/endedAt', {
      sv: 'Besöket slutar innan det börjar.',
      en: 'The visit ends before it starts.',
    });
  }
  if (endedAt > latest) {
    throw fieldProblem('invalid-input', '/endedAt', {
      sv: 'Besöket slutar i framtiden.',
      en: 'The visit ends in the future.',
    });
  }
}

/** Of whatever is written freely: it is kept for as long as what it is about. */
export function refusePersonalNote(text: string, confirmed: boolean, field = '/note'): void {
  if (confirmed || !looksPersonal(text)) return;
  throw fieldProblem('personal-data-in-note', field, {
    sv: 'Texten ser ut som uppgifter om en person.',
    en: 'The text looks like data on a person.',
  });
}

/** The border in force when the visit began. */
export async function borderOrProblem(tx: Executor, hotSpotId: Uuid, at: EpochMs): Promise<Uuid> {
  const border = (await hotSpotById(tx, hotSpotId)) ? await borderAt(tx, hotSpotId, at) : null;
  if (border) return border;
  throw fieldProblem('invalid-input', '/hotSpotId', {
    sv: `Det finns ingen hot spot ${hotSpotId}.`,
    en: `There is no hot spot ${hotSpotId}.`,
  });
}

export async function refuseUnknownPatrol(tx: Executor, patrolId: Uuid | null): Promise<void> {
  if (patrolId === null || (await shiftOfPatrol(tx, patrolId))) return;
  throw fieldProblem('invalid-input', '/patrolId', {
    sv: `Det finns ingen patrull ${patrolId}.`,
    en: `There is no patrol ${patrolId}.`,
  });
}

/** A visit that names no planned visit answers its patrol's nearest one in the place, if that began within this. */
const FITS_WITHIN_MS = 60 * 60_000;

type SlotQuestion = Pick<NewVisit, 'slotId' | 'hotSpotId' | 'patrolId' | 'startedAt'>;

/** The planned visit it answers: the one given, where it is of the same place, else the nearest of its patrol that is free. */
export async function slotOf(tx: Executor, visit: SlotQuestion): Promise<Uuid | null> {
  const { slotId, hotSpotId, patrolId } = visit;
  const given = slotId ? await publishedSlot(tx, slotId) : null;
  if (given?.visit.hotSpotId === hotSpotId) return slotId;
  if (patrolId === null) return null;
  const free = await freeSlotsNear(tx, visit);
  return free.find((slot) => slot.patrolId === patrolId)?.slotId ?? null;
}

/** Planned visits of all patrols that a visit may answer, the nearest first. */
export async function freeSlotsNear(
  tx: Executor,
  { hotSpotId, startedAt }: Pick<NewVisit, 'hotSpotId' | 'startedAt'>,
): Promise<PlannedSlot[]> {
  const span = { from: startedAt - FITS_WITHIN_MS, to: startedAt + FITS_WITHIN_MS };
  const near = await publishedSlots(tx, span, [hotSpotId]);
  const taken = await visitsOfSlots(
    tx,
    near.map((slot) => slot.slotId),
  );
  const free = near.filter((slot) => !taken.some((made) => made.slotId === slot.slotId));
  const away = ({ startsAt }: { startsAt: EpochMs }) => Math.abs(startsAt - startedAt);
  return free.sort((a, b) => away(a) - away(b));
}
