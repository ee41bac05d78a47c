/** A draft as it was sent, held against the rules and made whole: breaks, value, reasons, and what it leaves unmet. */
import { v7 as uuid } from 'uuid';
import type { FieldError } from '#contract/problem.ts';
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
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import type { StoredPlan } from '../../store/plans.ts';
import type { StoredShift } from '../../store/shifts.ts';
import type { Circumstances } from '../use-case.ts';
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

/** Whose plan a draft changes. */
export interface DraftPlace {
  readonly shift: StoredShift;
  /** The newest plan as it stood before the change. */
  readonly latest: StoredPlan | null;
}

export interface WrittenDraft {
  readonly plan: StoredPlan;
  /** Rules that the change itself breaks, by visit: with any of them the plan is not to be kept. */
  readonly faults: readonly FieldError[];
}

/** What a call has broken can be put right one visit at a time: only what the change itself breaks is a fault. */
export async function writtenDraft(
  tx: Executor,
  { shift, latest }: DraftPlace,
  input: DraftInput,
  circumstances: Circumstances,
  network: PlanningWorld['network'],
): Promise<WrittenDraft> {
  const { now, calendar } = circumstances;
  const basis = await planningBasis(tx, shift, { now, calendar, network }, false);
  const task = buildPlanningTask(basis.input);
  const check = checkChange(task, latest ?? { visits: [], breaks: [] }, input);
  const { breaks, figures } = check;
  const routes = solutionFromPlan(task, input.visits, breaks);
  const faults = check.violations.map(({ code, values, visit }) => ({
    field: visit === undefined ? '/visits' : `/visits/${visit}`,
    code,
    values,
  }));
  const plan = {
    ...unheldDraft({ shift, latest }, input, circumstances),
    value: figures.value,
    visits: withReasons(task, routes, input.visits, latest),
    breaks,
    unmet: faults.length > 0 ? [] : unmetOf(task, routes),
  };
  return { plan, faults };
}

/** The draft as it was sent, not yet held against anything. */
export function unheldDraft(
  { shift, latest }: DraftPlace,
  { planId, visits, breaks, search }: DraftInput,
  circumstances: Circumstances,
): StoredPlan {
  return {
    ...draftAfter(latest, shift.id, planId, circumstances),
    ...(search ?? searchOf(latest)),
    value: 0,
    visits: visits.map((visit) => ({ ...visit, id: uuid(), reasons: [] })),
    breaks,
    unmet: [],
  };
}

export function draftAudit(
  { id, number, visits }: StoredPlan,
  search: PlanSearch | undefined,
): AuditEntry {
  const action = search ? 'plan.propose' : 'plan.edit';
  const detail = { number, visits: visits.length, ...search };
  return { action, entity: 'plan', entityId: id, detail };
}

/** A plan changed by hand is still what its search made of the night. */
function searchOf(latest: StoredPlan | null): PlanSearch {
  const { seed, iterations, varied, strands, bestValue } = latest ?? NOT_SEARCHED;
  return { seed, iterations, varied, strands, bestValue };
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
