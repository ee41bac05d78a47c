/** What an officer's phone needs to plan the rest of its patrol's shift by itself: asked for while there is network. */
import { isToCome } from '#core/dosage/planned-visit-state.ts';
import type { PlannedBreak, PlannedVisit, TimeSpan, UnmetDemand, Uuid } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { patrolInput } from '#core/planner/bridge/patrol-input.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import type { Executor } from '../../store/database.ts';
import { patrolOfMember } from '../../store/people.ts';
import { publishedPlan } from '../../store/plans.ts';
import { planningBasis } from '../plans/planning-basis.ts';
import { slotOutcomes } from '../plans/slot-outcomes.ts';
import type { Circumstances } from '../use-case.ts';
import { currentShift } from './my-shift.ts';

export interface MyPlanning {
  readonly patrolId: Uuid | null;
  /** null: no plan is published, so there is nothing to mend. */
  readonly planId: Uuid | null;
  readonly unavailable: readonly TimeSpan[];
  readonly visits: readonly PlannedVisit[];
  readonly breaks: readonly PlannedBreak[];
  readonly unmet: readonly UnmetDemand[];
  readonly task: PlanningTask | null;
}

const NOTHING: MyPlanning = {
  patrolId: null,
  planId: null,
  unavailable: [],
  visits: [],
  breaks: [],
  unmet: [],
  task: null,
};

export async function myPlanning(
  db: Executor,
  { by, now, calendar }: Circumstances,
  network: WalkNetwork | null,
): Promise<MyPlanning> {
  const shift = await currentShift(db, now, calendar);
  const patrolId = shift && (await patrolOfMember(db, shift.id, by.id));
  const patrol = shift?.patrols.find(({ id }) => id === patrolId);
  const plan = shift && (await publishedPlan(db, shift.id));
  if (!shift || !patrol) return NOTHING;
  const { unavailable } = patrol;
  if (!plan) return { ...NOTHING, patrolId: patrol.id, unavailable };
  const { input, occurrences } = await planningBasis(db, shift, { now, calendar, network });
  const outcomes = await slotOutcomes(db, shift, plan.visits, occurrences, now);
  const ahead = plan.visits.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome !== undefined && isToCome(outcome.state);
  });
  const isOwn = (one: { readonly patrolId: Uuid }) => one.patrolId === patrol.id;
  return {
    patrolId: patrol.id,
    planId: plan.id,
    unavailable,
    visits: plan.visits.filter(isOwn),
    breaks: plan.breaks.filter(isOwn),
    unmet: plan.unmet,
    task: buildPlanningTask(patrolInput(input, patrol.id, ahead)),
  };
}
