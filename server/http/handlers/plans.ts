/** Plans: the planning page's data, proposals, drafts, publication, and what was lost. */
import type { Plan, PlannedVisit, Uuid } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import type { PlanningInput } from '#core/planner/bridge/planning-input.ts';
import { shiftDemands } from '#core/planner/bridge/task-hot-spots.ts';
import { notFound, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { plansOfShift, publishedSlot, type StoredPlan } from '../../store/plans.ts';
import { type StoredShift, shiftById } from '../../store/shifts.ts';
import type { Touch } from '../../usecases/coverage/coverage-memory.ts';
import { planningBasis } from '../../usecases/plans/planning-basis.ts';
import { keepProposal, type Proposal } from '../../usecases/plans/propose-plan.ts';
import { publishPlan } from '../../usecases/plans/publish-plan.ts';
import { recordLoss, withdrawLoss } from '../../usecases/plans/record-loss.ts';
import { saveDraft } from '../../usecases/plans/save-draft.ts';
import { slotOutcomes } from '../../usecases/plans/slot-outcomes.ts';
import { type WeekBefore, weekBefore } from '../../usecases/plans/week-before.ts';
import { planInWorkers, strandsHere } from '../../workers/plan-in-workers.ts';
import { answer, type Call, circumstances, type Handler } from '../call.ts';

type WithShift = 'getPlanning' | 'getWeekBefore' | 'proposePlan';

export function planReply({ createdBy: _createdBy, ...plan }: StoredPlan) {
  return {
    ...plan,
    visits: plan.visits.map((visit) => ({ ...visit, reasons: visit.reasons.map(reasonReply) })),
    breaks: plan.breaks.map((rest) => ({ ...rest })),
    unmet: plan.unmet.map((demand) => ({ ...demand, reason: reasonReply(demand.reason) })),
  };
}

export const reasonReply = ({ code, values }: Plan['unmet'][number]['reason']) => ({
  code,
  values: { ...values },
});

async function shiftOf<N extends WithShift>(db: Executor, call: Call<N>): Promise<StoredShift> {
  const { id } = call.params;
  const shift = await shiftById(db, id);
  if (!shift) throw notFound('shift', id);
  return shift;
}

const worldOf = ({ now, services }: Pick<Call<WithShift>, 'now' | 'services'>) => ({
  now,
  calendar: services.calendar,
  network: services.map.network,
});

const getPlanning: Handler<'getPlanning'> = {
  run: async (db, call) => {
    const shift = await shiftOf(db, call);
    const basis = await planningBasis(db, shift, worldOf(call));
    const task = buildPlanningTask(basis.input);
    const { latest, occurrences } = basis;
    const planned = latest?.visits ?? [];
    const outcomes = await slotOutcomes(db, shift, planned, occurrences, call.now);
    return {
      reply: {
        shiftId: shift.id,
        plan: latest && planReply(latest),
        task: { ...task },
        demands: demandsOf(basis.input),
        outcomes: outcomes.map(({ slotId, state, loss, visitId }) => ({
          slotId,
          state,
          loss,
          visitId,
        })),
      },
      ...(latest && { etag: latest.revision }),
    };
  },
};

const demandsOf = (input: PlanningInput) =>
  shiftDemands(input).map(({ occurrence, delivered, elsewhere }) => {
    const { hotSpotId, windowId, date, opens, closes, doses } = occurrence;
    return { hotSpotId, windowId, date, opens, closes, doses, delivered, elsewhere };
  });

const getWeekBefore: Handler<'getWeekBefore'> = {
  run: async (db, call) => {
    const { now, services } = call;
    const shift = await shiftOf(db, call);
    const before = await weekBefore(db, shift, { now, calendar: services.calendar });
    return { reply: { shift: before.shift && shiftSpan(before.shift), visits: visitsOf(before) } };
  },
};

const shiftSpan = ({ id, date, startsAt, endsAt }: StoredShift) => ({ id, date, startsAt, endsAt });

function visitsOf({ plan, outcomes, hotSpots }: WeekBefore) {
  if (!plan) return null;
  const places = new Map(hotSpots.map((place) => [place.id, place]));
  const states = new Map(outcomes.map(({ slotId, state }) => [slotId, state]));
  return plan.visits.map(({ slotId, patrolId, hotSpotId, startsAt, endsAt }) => {
    const { code = '', name = '' } = places.get(hotSpotId) ?? {};
    const state = states.get(slotId) ?? ('planned' as const);
    return { slotId, patrolId, hotSpotId, code, name, startsAt, endsAt, state };
  });
}

const listPlans: Handler<'listPlans'> = {
  run: async (db, { params }) => {
    if (!(await shiftById(db, params.id))) throw notFound('shift', params.id);
    const plans = await plansOfShift(db, params.id);
    return {
      reply: {
        plans: plans.map(({ id, number, status, createdAt, publishedAt, visits }) => ({
          id,
          number,
          status,
          createdAt,
          publishedAt,
          visits: visits.length,
        })),
      },
    };
  },
};

const proposePlan: Handler<'proposePlan', Proposal> = {
  prepare: async (call) => {
    const { body, services, signal } = call;
    const db = services.db.reader;
    const shift = await shiftOf(db, call);
    const basis = await planningBasis(db, shift, worldOf(call), body.keepPinned);
    const task = buildPlanningTask(basis.input);
    const { seed, timeMs, tolerance } = body;
    const { problem, past } = task;
    const unlike = { past, tolerance };
    const order = { problem, seed, timeMs, strands: strandsHere(), unlike };
    const { plan, conflicts } = await planInWorkers(order, { signal });
    if (!plan) throw conflictProblem(conflicts);
    return { task, solved: plan, basedOn: basis.latest };
  },
  run: async (tx, call, proposal) => {
    const { params, body } = call;
    const done = await keepProposal(tx, params.id, body.planId, proposal, circumstances(call));
    return { reply: planReply(done.result), audit: done.audit, etag: done.result.revision };
  },
};

interface Conflict {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Pinned visits that contradict each other or a rule: named, never dropped in silence. */
function conflictProblem(conflicts: readonly Conflict[]): Problem {
  const errors = conflicts.map(({ code, values }) => ({ field: '', code, values }));
  return new Problem('invalid-plan', errors);
}

const save: Handler<'saveDraft'> = {
  run: async (tx, call) => {
    const { params, body, ifRevision, services } = call;
    const by = circumstances(call);
    const done = await saveDraft(tx, params.id, body, ifRevision, by, services.map.network);
    return { reply: planReply(done.result), audit: done.audit, etag: done.result.revision };
  },
};

const publish: Handler<'publishPlan'> = {
  run: async (tx, call) => {
    const { result, audit } = await publishPlan(
      tx,
      call.params.id,
      call.ifRevision,
      circumstances(call),
    );
    const touches = await publicationTouches(tx, result.shiftId);
    return { reply: planReply(result), audit, etag: result.revision, touches };
  },
};

/** A publication changes what was planned in the shift: what all its versions say. */
export async function publicationTouches(tx: Executor, shiftId: Uuid): Promise<readonly Touch[]> {
  const versions = await plansOfShift(tx, shiftId);
  return versions.flatMap((plan) => plan.visits.map(timeOfPlanned));
}

const timeOfPlanned = ({ hotSpotId, startsAt, endsAt }: PlannedVisit): Touch => ({
  hotSpotId,
  span: { from: startsAt, to: endsAt },
});

async function timeOfSlot(tx: Executor, slotId: Uuid): Promise<readonly Touch[]> {
  const slot = await publishedSlot(tx, slotId);
  return slot ? [timeOfPlanned(slot.visit)] : [];
}

const lose: Handler<'recordLoss'> = {
  run: async (tx, call) => {
    const { id } = call.params;
    const done = await recordLoss(tx, id, call.body.reason, circumstances(call));
    return { ...answer(done), touches: await timeOfSlot(tx, id) };
  },
};

const unlose: Handler<'withdrawLoss'> = {
  run: async (tx, call) => {
    const { id } = call.params;
    const done = await withdrawLoss(tx, id);
    return { ...answer(done), touches: await timeOfSlot(tx, id) };
  },
};

export const planHandlers = {
  getPlanning,
  getWeekBefore,
  listPlans,
  proposePlan,
  saveDraft: save,
  publishPlan: publish,
  recordLoss: lose,
  withdrawLoss: unlose,
};
