/** Making, changing and deleting a shift with its patrols. */
import { isDeepStrictEqual } from 'node:util';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { Shift, Uuid } from '#core/model.ts';
import { type ShiftFault, shiftFaults } from '#core/shift-faults.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { plansOfShift } from '../../store/plans.ts';
import {
  deleteShift,
  insertShift,
  patrolsElsewhere,
  replaceShift,
  type StoredShift,
  shiftById,
} from '../../store/shifts.ts';
import { visitsOfPatrol } from '../../store/visits.ts';
import { knownMunicipality } from '../known-municipality.ts';
import type { Circumstances, Done } from '../use-case.ts';

export type ShiftInput = Omit<Shift, 'id' | 'date'>;

/** Sending the same shift twice makes one. @throws Problem invalid-shift; id-reused */
export async function createShift(
  tx: Executor,
  id: Uuid,
  input: ShiftInput,
  { calendar }: Circumstances,
): Promise<Done<StoredShift>> {
  await refuseFaults(tx, id, input);
  const date = operationalDateOf(calendar, input.startsAt);
  const shift: StoredShift = { ...input, id, date, revision: 1 };
  const known = await shiftById(tx, id);
  if (known) {
    if (!isDeepStrictEqual(known, shift)) throw new Problem('id-reused', [], known);
    return { result: known, audit: [] };
  }
  await insertShift(tx, shift);
  const detail = { date, patrols: shift.patrols.length };
  return {
    result: shift,
    audit: { action: 'shift.create', entity: 'shift', entityId: id, detail },
  };
}

/** @throws Problem not-found; changed-meanwhile with the shift as it stands; invalid-shift */
export async function updateShift(
  tx: Executor,
  id: Uuid,
  input: ShiftInput,
  ifRevision: number,
  { calendar }: Circumstances,
): Promise<Done<StoredShift>> {
  const known = await unchangedShift(tx, id, ifRevision);
  await refuseFaults(tx, id, input);
  await refuseLosingPatrolWithVisits(tx, known, input);
  const date = operationalDateOf(calendar, input.startsAt);
  const shift: StoredShift = { ...input, id, date, revision: known.revision + 1 };
  await replaceShift(tx, shift);
  const detail = { date, patrols: shift.patrols.length };
  return {
    result: shift,
    audit: { action: 'shift.update', entity: 'shift', entityId: id, detail },
  };
}

/** Only a shift that nothing has come of can be deleted: a published plan or a visit is history. */
export async function removeShift(tx: Executor, id: Uuid, ifRevision: number): Promise<Done<null>> {
  const shift = await unchangedShift(tx, id, ifRevision);
  const published = (await plansOfShift(tx, id)).some((plan) => plan.status !== 'draft');
  if (published) {
    throw fieldProblem('not-acceptable-state', ':id', {
      sv: 'Passets plan är publicerad: passet blir kvar.',
      en: 'Its plan has been published: the shift stays.',
    });
  }
  await refuseLosingPatrolWithVisits(tx, shift, { ...shift, patrols: [] });
  await deleteShift(tx, id);
  return { result: null, audit: { action: 'shift.delete', entity: 'shift', entityId: id } };
}

async function unchangedShift(tx: Executor, id: Uuid, ifRevision: number): Promise<StoredShift> {
  const known = await shiftById(tx, id);
  if (!known) throw notFound('shift', id);
  if (known.revision !== ifRevision) throw new Problem('changed-meanwhile', [], known);
  return known;
}

async function refuseFaults(tx: Executor, id: Uuid, input: ShiftInput): Promise<void> {
  await knownMunicipality(tx, input.municipality, 'invalid-shift');
  const faults: ShiftFault[] = shiftFaults(input);
  if (faults.length > 0) throw new Problem('invalid-shift', faults);
  const ids = input.patrols.map((patrol) => patrol.id);
  const [elsewhere] = await patrolsElsewhere(tx, ids, id);
  if (elsewhere) {
    throw fieldProblem('id-reused', '/patrols', {
      sv: `${elsewhere} är en patrull i ett annat pass.`,
      en: `${elsewhere} is a patrol of another shift.`,
    });
  }
}

async function refuseLosingPatrolWithVisits(
  tx: Executor,
  before: Shift,
  after: ShiftInput,
): Promise<void> {
  const kept = new Set(after.patrols.map((patrol) => patrol.id));
  for (const patrol of before.patrols) {
    if (kept.has(patrol.id) || (await visitsOfPatrol(tx, patrol.id)).length === 0) continue;
    throw fieldProblem('not-acceptable-state', '/patrols', {
      sv: `${patrol.callSign} har loggat besök: den blir kvar.`,
      en: `${patrol.callSign} has logged visits: it stays.`,
    });
  }
}
