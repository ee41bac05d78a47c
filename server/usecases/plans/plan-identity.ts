/** What a plan may be called, and what of it leaves the server. */
import type { Uuid } from '#core/model.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { planById, type StoredPlan } from '../../store/plans.ts';

/** Who made a plan is in the audit log, for the auditor, and nowhere else. */
export function withoutAuthor({ createdBy: _createdBy, ...plan }: StoredPlan) {
  return plan;
}

/**
 * A plan that was changed after it was seen must not be written over.
 * @param ifRevision of the plan as it was seen; 0: there was none
 * @param field that names the plan, where the request holds several
 * @throws Problem changed-meanwhile with the plan as it stands
 */
export function refuseOtherRevision(
  latest: StoredPlan | null,
  ifRevision: number,
  field?: string,
): void {
  if ((latest?.revision ?? 0) === ifRevision) return;
  const errors = field === undefined ? [] : [{ field, said: CHANGED }];
  throw new Problem('changed-meanwhile', errors, latest && withoutAuthor(latest));
}

const CHANGED = {
  sv: 'Planen är en annan än den som visades.',
  en: 'The plan is another than the one that was shown.',
};

/**
 * A new draft must not take the place of a plan that is there: a published one is history, another shift's is another's.
 * @throws Problem id-reused
 */
export async function refuseTakenPlanId(
  tx: Executor,
  planId: Uuid,
  latest: StoredPlan | null,
  field = '/planId',
): Promise<void> {
  if (latest?.status === 'draft') return;
  if (!(await planById(tx, planId))) return;
  throw fieldProblem('id-reused', field, {
    sv: 'Id:t tillhör en plan som redan finns: skapa ett nytt.',
    en: 'The id is that of a plan that is there already: make a new one.',
  });
}
