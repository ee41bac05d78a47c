/** Publishes the drafts of a week: all of them, or none. */
import { addDays } from '#core/calendar/calendar-date.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { fieldProblem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { planById, type StoredPlan } from '../../store/plans.ts';
import { shiftsBetween } from '../../store/shifts.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { publishPlan } from './publish-plan.ts';

export interface SeenPlan {
  readonly id: Uuid;
  readonly ifRevision: number;
}

/**
 * The plans in the order in which they were named; one that is published already stays as it is.
 * @throws Problem not-found (no such plan in the week); changed-meanwhile with the plan as it stands;
 *   not-acceptable-state (superseded)
 */
export async function publishWeek(
  tx: Executor,
  from: LocalDate,
  plans: readonly SeenPlan[],
  circumstances: Circumstances,
): Promise<Done<readonly StoredPlan[]>> {
  const shifts = new Set((await shiftsBetween(tx, from, addDays(from, 6))).map(({ id }) => id));
  const published: StoredPlan[] = [];
  const audit: AuditEntry[] = [];
  for (const [index, { id, ifRevision }] of plans.entries()) {
    const field = `/plans/${index}`;
    const plan = await planById(tx, id);
    if (!plan || !shifts.has(plan.shiftId)) throw notInWeek(id, field);
    const done = await publishPlan(tx, id, ifRevision, circumstances, field);
    published.push(done.result);
    audit.push(...[done.audit].flat());
  }
  return { result: published, audit };
}

const notInWeek = (id: Uuid, field: string) =>
  fieldProblem('not-found', `${field}/id`, {
    sv: `Planen ${id} finns inte i veckan.`,
    en: `The week has no plan ${id}.`,
  });
