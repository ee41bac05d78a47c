/** Shifts, and who has joined which patrol. */
import type { Patrol } from '#core/model.ts';
import { notFound } from '../../problem.ts';
import { membersOfShift } from '../../store/people.ts';
import { planStatuses } from '../../store/plans.ts';
import { type StoredShift, shiftById, shiftsBetween } from '../../store/shifts.ts';
import { createShift, removeShift, updateShift } from '../../usecases/shifts/edit-shift.ts';
import { circumstances, type Handler } from '../call.ts';

export function shiftReply(shift: StoredShift) {
  return { ...shift, patrols: shift.patrols.map(patrolReply) };
}

function patrolReply(patrol: Patrol) {
  const { name, lonLat } = patrol.base;
  return {
    ...patrol,
    base: { name, lonLat },
    break: patrol.break && { ...patrol.break },
    unavailable: patrol.unavailable.map((span) => ({ ...span })),
  };
}

const listShifts: Handler<'listShifts'> = {
  run: async (db, { query }) => {
    const shifts = await shiftsBetween(db, query.from, query.to);
    const statuses = await planStatuses(
      db,
      shifts.map((shift) => shift.id),
    );
    return { reply: { shifts: shifts.map((shift) => summary(shift, statuses.get(shift.id))) } };
  },
};

function summary(
  { id, date, municipality, startsAt, endsAt, patrols }: StoredShift,
  status?: string,
) {
  const plan = status === 'published' || status === 'draft' ? status : ('none' as const);
  return { id, date, municipality, startsAt, endsAt, patrols: patrols.length, plan } as const;
}

const getShift: Handler<'getShift'> = {
  run: async (db, { params }) => {
    const shift = await shiftById(db, params.id);
    if (!shift) throw notFound('shift', params.id);
    return { reply: shiftReply(shift), etag: shift.revision };
  },
};

const create: Handler<'createShift'> = {
  run: async (tx, call) => {
    const { id, ...input } = call.body;
    const { result, audit } = await createShift(tx, id, input, circumstances(call));
    const wasThere = Array.isArray(audit);
    const etag = result.revision;
    return { reply: shiftReply(result), audit, etag, status: wasThere ? 200 : 201 };
  },
};

const update: Handler<'updateShift'> = {
  run: async (tx, call) => {
    const { params, body, ifRevision } = call;
    const done = await updateShift(tx, params.id, body, ifRevision, circumstances(call));
    return { reply: shiftReply(done.result), audit: done.audit, etag: done.result.revision };
  },
};

const remove: Handler<'deleteShift'> = {
  run: async (tx, { params, ifRevision }) => {
    const { result, audit } = await removeShift(tx, params.id, ifRevision);
    return { reply: result, audit };
  },
};

const getCrew: Handler<'getCrew'> = {
  run: async (db, { params }) => ({ reply: { members: await membersOfShift(db, params.id) } }),
};

export const shiftHandlers = {
  listShifts,
  getShift,
  createShift: create,
  updateShift: update,
  deleteShift: remove,
  getCrew,
};
