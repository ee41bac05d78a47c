/** Publishes a draft: from then on it is what officers follow and what delivery is measured against. */
import type { Uuid } from '#core/model.ts';
import { fieldProblem, notFound } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { planById, publishedPlan, type StoredPlan, setPlanStatus } from '../../store/plans.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refuseOtherRevision } from './plan-identity.ts';

/**
 * Publishing twice is publishing once.
 * @param field that names the plan, where the request holds several
 * @throws Problem not-found; changed-meanwhile with the plan as it stands; not-acceptable-state (superseded)
 */
export async function publishPlan(
  tx: Executor,
  id: Uuid,
  ifRevision: number,
  { now }: Circumstances,
  field?: string,
): Promise<Done<StoredPlan>> {
  const plan = await planById(tx, id);
  if (!plan) throw notFound('plan', id);
  if (plan.status === 'published') return { result: plan, audit: [] };
  if (plan.status === 'superseded') {
    throw fieldProblem('not-acceptable-state', field ?? ':id', {
      sv: 'En senare plan har tagit dess plats.',
      en: 'A later plan has taken its place.',
    });
  }
  refuseOtherRevision(plan, ifRevision, field);
  const before = await publishedPlan(tx, plan.shiftId);
  if (before) await setPlanStatus(tx, before.id, 'superseded', before.publishedAt);
  await setPlanStatus(tx, id, 'published', now);
  const detail = { number: plan.number, visits: plan.visits.length, seed: plan.seed };
  const audit: AuditEntry = { action: 'plan.publish', entity: 'plan', entityId: id, detail };
  const result = {
    ...plan,
    status: 'published',
    publishedAt: now,
    revision: plan.revision + 1,
  } as const;
  return { result, audit };
}
