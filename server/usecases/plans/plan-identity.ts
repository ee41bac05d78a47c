/** What a plan may be called, and what of it leaves the server. */
import type { Uuid } from '#core/model.ts';
import { fieldProblem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { planById, type StoredPlan } from '../../store/plans.ts';

/** Who made a plan is in the audit log, for the auditor, and nowhere else. */
export function withoutAuthor({ createdBy: _createdBy, ...plan }: StoredPlan) {
  return plan;
}

/**
 * A new draft must not take the place of a plan that is there: a published one is history, another shift's is another's.
 * @throws Problem id-reused
 */
export async function refuseTakenPlanId(
  tx: Executor,
  planId: Uuid,
  latest: StoredPlan | null,
): Promise<void> {
  if (latest?.status === 'draft') return;
  if (!(await planById(tx, planId))) return;
  throw fieldProblem('id-reused', '/planId', {
    sv: 'Id:t tillhör en plan som redan finns: skapa ett nytt.',
    en: 'The id is that of a plan that is there already: make a new one.',
  });
}
