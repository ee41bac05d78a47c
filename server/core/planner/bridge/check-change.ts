/** A change by hand is answerable for what it breaks, not for what a call or the clock had broken before it. */
import type { PlannedBreak, Uuid } from '../../model.ts';
import type { EditedPlanCheck, PlanViolation } from './check-edited-plan.ts';
import { checkEditedPlan } from './check-edited-plan.ts';
import type { PlanningTask } from './planning-task.ts';
import { minuteFrom } from './planning-task.ts';
import type { EditedVisit } from './solution-from-plan.ts';

/** A plan as a hand leaves it. */
export interface HandPlan {
  readonly visits: readonly (EditedVisit & { readonly slotId: Uuid })[];
  readonly breaks: readonly PlannedBreak[];
}

/** Minutes that count the same fault while they do not grow: taking one visit of many away is a step in the right direction. */
const MAY_SHRINK = new Set(['busy', 'back']);

/** A visit that had no time where it stands: which of these is said of it depends on what stands before it. */
const CLASHES: ReadonlySet<string> = new Set(['on-a-call', 'overlaps', 'too-far']);

/** The check of the plan after a change; `violations` holds those alone that the change has brought. */
export function checkChange(
  task: PlanningTask,
  before: HandPlan,
  after: HandPlan,
): EditedPlanCheck {
  const check = checkEditedPlan(task, after.visits, after.breaks);
  const past = putInThePast(task, before, after);
  if (check.violations.length === 0) return { ...check, violations: past };
  const known = checkEditedPlan(task, before.visits, before.breaks).violations;
  const isKnown = (now: PlanViolation) =>
    known.some((then) => {
      if (then.patrol !== now.patrol) return false;
      const [old, visit] = [before.visits[then.visit ?? -1], after.visits[now.visit ?? -1]];
      if (old?.slotId !== visit?.slotId) return false;
      if (CLASHES.has(then.code) && CLASHES.has(now.code)) return old?.startsAt === visit?.startsAt;
      return then.code === now.code && isNoWorse(then.values, now.values);
    });
  return { ...check, violations: [...past, ...check.violations.filter((one) => !isKnown(one))] };
}

/** What is past is left out of the rules, so a visit must not be moved there to escape them. */
function putInThePast(
  { origin, nowMinute }: PlanningTask,
  before: HandPlan,
  { visits }: HandPlan,
): PlanViolation[] {
  if (nowMinute === null) return [];
  return visits.flatMap(({ slotId, startsAt, patrolId }, visit) => {
    const start = minuteFrom(origin, startsAt);
    const stood = before.visits.find((one) => one.slotId === slotId);
    if (start >= nowMinute || (stood?.startsAt === startsAt && stood.patrolId === patrolId))
      return [];
    return [{ code: 'past', patrol: patrolId, visit, values: { start, now: nowMinute } }];
  });
}

type Values = PlanViolation['values'];

const isNoWorse = (then: Values, now: Values): boolean =>
  Object.entries(now).every(([key, value]) => {
    const old = then[key];
    return MAY_SHRINK.has(key) ? Number(value) <= Number(old) : value === old;
  });
