/**
 * Saves drafts of several shifts at once. They were planned around each other, so all are put in place before any is held
 * against the rules: the first of them may fit only with the last.
 */
import { addDays } from '#core/calendar/calendar-date.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { latestPlan, type StoredPlan, savePlan } from '../../store/plans.ts';
import { type StoredShift, shiftsBetween } from '../../store/shifts.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refuseOtherRevision, refuseTakenPlanId } from './plan-identity.ts';
import type { PlanningWorld } from './planning-basis.ts';
import {
  type DraftInput,
  type DraftPlace,
  draftAudit,
  unheldDraft,
  writtenDraft,
} from './write-draft.ts';

export interface ShiftDraft extends DraftInput {
  readonly shiftId: Uuid;
  /** Of the shift's newest plan; 0: there was none. */
  readonly ifRevision: number;
}

interface PlacedDraft extends DraftPlace {
  readonly input: ShiftDraft;
}

/**
 * The plans in the order of the drafts. All of them are saved, or none.
 * @throws Problem not-found (no such shift in the week); changed-meanwhile with the plan as it stands; id-reused;
 *   invalid-plan with each broken rule and its visit
 */
export async function saveWeek(
  tx: Executor,
  from: LocalDate,
  drafts: readonly ShiftDraft[],
  circumstances: Circumstances,
  network: PlanningWorld['network'],
): Promise<Done<readonly StoredPlan[]>> {
  const shifts = await shiftsBetween(tx, from, addDays(from, 6));
  const placed: PlacedDraft[] = [];
  for (const [index, input] of drafts.entries()) {
    placed.push(await placeDraft(tx, shifts, input, `/shifts/${index}`, circumstances));
  }
  const written = [];
  for (const draft of placed) {
    written.push(await writtenDraft(tx, draft, draft.input, circumstances, network));
  }
  const faults = written.flatMap((one, index) =>
    one.faults.map((fault) => ({ ...fault, field: `/shifts/${index}${fault.field}` })),
  );
  if (faults.length > 0) throw new Problem('invalid-plan', faults);
  const plans = written.map(({ plan }) => plan);
  for (const plan of plans) await savePlan(tx, plan);
  return { result: plans, audit: plans.map((plan, p) => draftAudit(plan, drafts[p]?.search)) };
}

async function placeDraft(
  tx: Executor,
  shifts: readonly StoredShift[],
  input: ShiftDraft,
  field: string,
  circumstances: Circumstances,
): Promise<PlacedDraft> {
  const shift = shifts.find(({ id }) => id === input.shiftId);
  if (!shift) throw notInWeek(input.shiftId, `${field}/shiftId`);
  const latest = await latestPlan(tx, shift.id);
  refuseOtherRevision(latest, input.ifRevision, field);
  await refuseTakenPlanId(tx, input.planId, latest, `${field}/planId`);
  await savePlan(tx, unheldDraft({ shift, latest }, input, circumstances));
  return { shift, latest, input };
}

const notInWeek = (shiftId: Uuid, field: string): Problem =>
  fieldProblem('not-found', field, {
    sv: `Passet ${shiftId} finns inte i veckan.`,
    en: `The week has no shift ${shiftId}.`,
  });
