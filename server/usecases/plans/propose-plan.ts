/** Keeps a proposal of the planner as the shift's draft. The search itself has run before the transaction opened. */
import { v7 as uuid } from 'uuid';
import type { Uuid } from '#core/model.ts';
import { type PlanContent, planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import type { SolvedPlan } from '#core/planner/problem.ts';
import { Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { latestPlan, type StoredPlan, savePlan } from '../../store/plans.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refuseTakenPlanId, withoutAuthor } from './plan-identity.ts';

export interface Proposal {
  readonly task: PlanningTask;
  readonly solved: SolvedPlan;
  /** The plan that the search started from; another one meanwhile is a conflict. */
  readonly basedOn: StoredPlan | null;
}

/** @throws Problem changed-meanwhile with the plan as it stands; id-reused */
export async function keepProposal(
  tx: Executor,
  shiftId: Uuid,
  planId: Uuid,
  { task, solved, basedOn }: Proposal,
  circumstances: Circumstances,
): Promise<Done<StoredPlan>> {
  const latest = await latestPlan(tx, shiftId);
  if (latest?.id !== basedOn?.id || latest?.revision !== basedOn?.revision) {
    throw new Problem('changed-meanwhile', [], latest && withoutAuthor(latest));
  }
  await refuseTakenPlanId(tx, planId, latest);
  const content = planFromSolution(task, solved, uuid, latest ?? undefined);
  const plan = { ...draftAfter(latest, shiftId, planId, circumstances), ...content };
  await savePlan(tx, plan);
  const { number, seed, iterations, varied, strands } = plan;
  const detail = { number, seed, iterations, varied, strands };
  const audit: AuditEntry = { action: 'plan.propose', entity: 'plan', entityId: plan.id, detail };
  return { result: plan, audit };
}

type Frame = Omit<StoredPlan, keyof PlanContent>;

/**
 * The draft that is open, or a new one after the last published plan. The revision counts on through all versions of a
 * shift's plan, so that what was seen of one can never pass for the next.
 */
export function draftAfter(
  latest: StoredPlan | null,
  shiftId: Uuid,
  planId: Uuid,
  { by, now }: Circumstances,
): Frame {
  const open = latest?.status === 'draft' ? latest : null;
  return {
    id: open?.id ?? planId,
    shiftId,
    number: open?.number ?? (latest?.number ?? 0) + 1,
    status: 'draft',
    createdBy: by.id,
    createdAt: open?.createdAt ?? now,
    publishedAt: null,
    revision: (latest?.revision ?? 0) + 1,
    replannedBy: null,
  };
}
