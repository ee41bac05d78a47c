/** Saves a plan changed by hand, checked by the same rules as the browser checked it by. */
import type { Uuid } from '#core/model.ts';
import { notFound, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { latestPlan, type StoredPlan, savePlan } from '../../store/plans.ts';
import { shiftById } from '../../store/shifts.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refuseOtherRevision, refuseTakenPlanId } from './plan-identity.ts';
import type { PlanningWorld } from './planning-basis.ts';
import { type DraftInput, draftAudit, writtenDraft } from './write-draft.ts';

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
  const latest = await latestPlan(tx, shiftId);
  refuseOtherRevision(latest, ifRevision);
  await refuseTakenPlanId(tx, input.planId, latest);
  const place = { shift, latest };
  const { plan, faults } = await writtenDraft(tx, place, input, circumstances, network);
  if (faults.length > 0) throw new Problem('invalid-plan', faults);
  await savePlan(tx, plan);
  return { result: plan, audit: draftAudit(plan, input.search) };
}
