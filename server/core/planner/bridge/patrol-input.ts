/** One patrol planned by itself: what the others have ahead stands where it is. */
import type { PlannedVisit, Uuid } from '../../model.ts';
import type { PlanningInput } from './planning-input.ts';

/**
 * @param ahead what the shift's plan still has to come: the others' visits keep the gap and count in their windows as those
 *   of other shifts do
 */
export function patrolInput(
  input: PlanningInput,
  patrolId: Uuid,
  ahead: readonly PlannedVisit[],
): PlanningInput {
  const isOwn = (one: { readonly patrolId: Uuid }) => one.patrolId === patrolId;
  return {
    ...input,
    shift: { ...input.shift, patrols: input.shift.patrols.filter(({ id }) => id === patrolId) },
    elsewhere: [...input.elsewhere, ...ahead.filter((visit) => !isOwn(visit))],
    pinned: input.pinned.filter(isOwn),
    breaksTaken: input.breaksTaken.filter(isOwn),
  };
}
