/** Why a planned visit did not come about, as a coded reason. */

import type { LossReason, Uuid } from '#core/model.ts';
import { notFound } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { deleteLoss, publishedSlot, saveLoss } from '../../store/plans.ts';
import type { Circumstances, Done } from '../use-case.ts';

/** @throws Problem not-found: no published plan has the slot */
export async function recordLoss(
  tx: Executor,
  slotId: Uuid,
  reason: LossReason,
  { by, now }: Circumstances,
): Promise<Done<null>> {
  if (!(await publishedSlot(tx, slotId))) throw notFound('planned visit', slotId);
  await saveLoss(tx, slotId, reason, by.id, now);
  const audit: AuditEntry = {
    action: 'plan.loss',
    entity: 'planned-visit',
    entityId: slotId,
    detail: { reason },
  };
  return { result: null, audit };
}

/** @throws Problem not-found: no loss is recorded for the slot */
export async function withdrawLoss(tx: Executor, slotId: Uuid): Promise<Done<null>> {
  if (!(await deleteLoss(tx, slotId))) throw notFound('loss of planned visit', slotId);
  const audit: AuditEntry = {
    action: 'plan.loss-withdrawn',
    entity: 'planned-visit',
    entityId: slotId,
  };
  return { result: null, audit };
}
