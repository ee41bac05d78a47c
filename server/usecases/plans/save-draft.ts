/** Saves a plan changed by hand, checked by the same rules as the browser checked it by. */
import { v7 as uuid } from 'uuid';
import {
  NOT_SEARCHED,
  type PlannedBreak,
  type PlannedVisit,
  type PlanSearch,
  type Uuid,
} from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { checkChange } from '#core/planner/bridge/check-change.ts';
import { unmetOf } from '#core/planner/bridge/plan-from-solution.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { type EditedRoutes, solutionFromPlan } from '#core/planner/bridge/solution-from-plan.ts';
import { visitReasons } from '#core/planner/bridge/visit-reasons.ts';
import { isBreak } from '#core/planner/problem.ts';
import { notFound, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { type StoredPlan, savePlan } from '../../store/plans.ts';
import { shiftById } from '../../store/shifts.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refuseTakenPlanId, withoutAuthor } from './plan-identity.ts';
import { type PlanningWorld, planningBasis } from './planning-basis.ts';
import { draftAfter } from './propose-plan.ts';

export type DraftVisit = Omit<PlannedVisit, 'reasons'>;

export interface DraftInput {
  readonly planId: Uuid;
  readonly visits: readonly DraftVisit[];
  readonly breaks: readonly PlannedBreak[];
  /** Of a proposal made on the device; absent: a change by hand. */
  readonly search?: PlanSearch | undefined;
}

/**
 * @throws Problem not-found; changed-meanwhile with the plan as it stands; id-reused; invalid-plan with each broken rule
 *   and its visit
 */
export async function saveDraft(
  tx: Executor,
  shiftId: Uuid,
  input: DraftInput,
  ifRevision: number,
  circumstances: Circumstances,
  network: PlanningWorld['network'],
): Promise<Done<StoredPlan>> {
  const shift = await shiftById(tx, shiftId);
  if (!shift) throw notFound('shift', shiftId);
  const world = { now: circumstances.now, calendar: circumstances.calendar, network };
  const basis = await planningBasis(tx, shift, world, false);
  const { latest } = basis;
  if ((latest?.revision ?? 0) !== ifRevision) {
    throw new Problem('changed-meanwhile', [], latest && withoutAuthor(latest));
  }
  await refuseTakenPlanId(tx, input.planId, latest);
  const task = buildPlanningTask(basis.input);
  const { breaks, value } = checked(task, latest, input);
  const routes = solutionFromPlan(task, input.visits, breaks);
  const plan: StoredPlan = {
    ...draftAfter(latest, shiftId, input.planId, circumstances),
    ...(input.search ?? searchOf(latest)),
    value,
    visits: withReasons(task, routes, input.visits, latest),
    breaks,
    unmet: unmetOf(task, routes),
  };
  await savePlan(tx, plan);
  return { result: plan, audit: auditOf(plan, input.search) };
}

function auditOf({ id, number, visits }: StoredPlan, search: PlanSearch | undefined): AuditEntry {
  const action = search ? 'plan.propose' : 'plan.edit';
  const detail = { number, visits: visits.length, ...search };
  return { action, entity: 'plan', entityId: id, detail };
}

/** A plan changed by hand is still what its search made of the night. */
function searchOf(latest: StoredPlan | null): PlanSearch {
  const { seed, iterations, varied, strands, bestValue } = latest ?? NOT_SEARCHED;
  return { seed, iterations, varied, strands, bestValue };
}

/** What a call has broken can be put right one visit at a time: only what the change itself breaks is refused. */
function checked(task: PlanningTask, latest: StoredPlan | null, input: DraftInput) {
  const check = checkChange(task, latest ?? { visits: [], breaks: [] }, input);
  const errors = check.violations.map(({ code, values, visit }) => ({
    field: visit === undefined ? '/visits' : `/visits/${visit}`,
    code,
    values,
  }));
  if (errors.length > 0) throw new Problem('invalid-plan', errors);
  return { breaks: check.breaks, value: check.figures.value };
}

/** Reasons are told anew for what is ahead; what is past keeps those it was planned with. */
function withReasons(
  task: PlanningTask,
  routes: EditedRoutes,
  visits: readonly DraftVisit[],
  latest: StoredPlan | null,
): PlannedVisit[] {
  return visits.map((visit, source) => {
    const route = routes.patrols.find(({ sources }) => sources.includes(source));
    const item = route?.items[route.sources.indexOf(source)];
    const known = latest?.visits.find(({ slotId }) => slotId === visit.slotId)?.reasons ?? [];
    const reasons = item && !isBreak(item) ? visitReasons(task, routes, item, visit.pinned) : known;
    // Rows are the version's own; what a visit is through all versions is its slot.
    return { ...visit, id: uuid(), reasons };
  });
}
