/** A patrol is called away: the rest of its shift as its own phone has planned it, published at once. */
import type { PlannedBreak, TimeSpan, Uuid } from '#core/model.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { patrolOfMember } from '../../store/people.ts';
import {
  latestPlan,
  planById,
  publishedPlan,
  type StoredPlan,
  savePlan,
  setPlanStatus,
} from '../../store/plans.ts';
import { replaceShift, type StoredShift, shiftOfPatrol } from '../../store/shifts.ts';
import { type Circumstances, type Done, doneAt } from '../use-case.ts';
import { withoutAuthor } from './plan-identity.ts';
import type { PlanningWorld } from './planning-basis.ts';
import { type DraftVisit, writtenDraft } from './write-draft.ts';

export interface Replanned {
  readonly planId: Uuid;
  readonly basedOn: Uuid;
  readonly patrolId: Uuid;
  readonly away: TimeSpan | null;
  readonly back: TimeSpan | null;
  readonly visits: readonly DraftVisit[];
  readonly breaks: readonly PlannedBreak[];
}

/**
 * The other patrols' visits stay as they are. What the patrol no longer gives is unmet in the new version, where the shift
 * lead sees it; a draft that the shift lead has open is superseded, and they are told when they save it.
 * @throws Problem invalid-input (not the officer's own patrol); changed-meanwhile, with the published plan as it stands: the
 *   phone mends that one instead; invalid-plan with each broken rule
 */
export async function replanPatrol(
  tx: Executor,
  input: Replanned,
  circumstances: Circumstances,
  network: PlanningWorld['network'],
): Promise<Done<StoredPlan>> {
  const known = await planById(tx, input.planId);
  if (known?.replannedBy === input.patrolId) return { result: known, audit: [] };
  if (known) throw new Problem('id-reused');
  const before = await ownShift(tx, input.patrolId, circumstances);
  const published = await publishedPlan(tx, before.id);
  if (published?.id !== input.basedOn) {
    throw new Problem('changed-meanwhile', [], published && withoutAuthor(published));
  }
  const shift = withCalls(before, input);
  const plan = await heldAgainstRules(tx, { shift, published }, input, circumstances, network);
  await replaceShift(tx, shift);
  await publishInstead(tx, plan, published);
  const { number } = plan;
  const { patrolId, away, back } = input;
  const audit: AuditEntry = {
    action: 'plan.replan',
    entity: 'plan',
    entityId: plan.id,
    detail: { number, patrolId, away, back },
  };
  return { result: plan, audit };
}

async function ownShift(tx: Executor, patrolId: Uuid, { by }: Circumstances): Promise<StoredShift> {
  const shift = await shiftOfPatrol(tx, patrolId);
  const own = shift && (await patrolOfMember(tx, shift.id, by.id));
  if (shift && own === patrolId) return shift;
  throw fieldProblem('invalid-input', '/patrolId', {
    sv: 'Det är inte er patrull: välj patrull i Mitt pass först.',
    en: 'It is not your patrol: choose it in My shift first.',
  });
}

function withCalls(shift: StoredShift, { patrolId, away, back }: Replanned): StoredShift {
  const isBack = ({ from, to }: TimeSpan) => from === back?.from && to === back.to;
  const patrols = shift.patrols.map((patrol) =>
    patrol.id === patrolId
      ? {
          ...patrol,
          unavailable: [
            ...patrol.unavailable.filter((span) => !isBack(span)),
            ...(away ? [away] : []),
          ],
        }
      : patrol,
  );
  return { ...shift, patrols, revision: shift.revision + 1 };
}

interface Before {
  readonly shift: StoredShift;
  readonly published: StoredPlan;
}

/** By the rules as they stood when the officers pressed the button: what was ahead then may be past when the phone is heard. */
async function heldAgainstRules(
  tx: Executor,
  { shift, published }: Before,
  input: Replanned,
  circumstances: Circumstances,
  network: PlanningWorld['network'],
): Promise<StoredPlan> {
  const now = doneAt(circumstances);
  const { patrolId } = input;
  const isOthers = (one: { readonly patrolId: Uuid }) => one.patrolId !== patrolId;
  const isOwn = (one: { readonly patrolId: Uuid }) => !isOthers(one);
  const draft = {
    planId: input.planId,
    visits: [...published.visits.filter(isOthers), ...input.visits.filter(isOwn)],
    breaks: [...published.breaks.filter(isOthers), ...input.breaks.filter(isOwn)],
  };
  const written = await writtenDraft(
    tx,
    { shift, latest: published },
    draft,
    { ...circumstances, now },
    network,
  );
  if (written.faults.length > 0) throw new Problem('invalid-plan', written.faults);
  const latest = (await latestPlan(tx, shift.id)) ?? published;
  return {
    ...written.plan,
    number: latest.number + 1,
    revision: latest.revision + 1,
    status: 'published',
    publishedAt: circumstances.now,
    replannedBy: patrolId,
  };
}

async function publishInstead(
  tx: Executor,
  plan: StoredPlan,
  published: StoredPlan,
): Promise<void> {
  const latest = await latestPlan(tx, plan.shiftId);
  if (latest?.status === 'draft') await setPlanStatus(tx, latest.id, 'superseded', null);
  await setPlanStatus(tx, published.id, 'superseded', published.publishedAt);
  await savePlan(tx, plan);
}
