/** What is other in a plan than in the one before it, visit by visit. */
import type { EpochMs, PlannedVisit } from '../../model.ts';

export type PlanChange =
  | { readonly kind: 'removed'; readonly before: PlannedVisit }
  | { readonly kind: 'added'; readonly after: PlannedVisit }
  | { readonly kind: 'moved'; readonly before: PlannedVisit; readonly after: PlannedVisit };

/** In order of time. A visit is the same through its slot; one that starts before `from` is past. */
export function planChanges(
  before: readonly PlannedVisit[],
  after: readonly PlannedVisit[],
  from: EpochMs = Number.NEGATIVE_INFINITY,
): PlanChange[] {
  const isAhead = ({ startsAt }: PlannedVisit) => startsAt >= from;
  const old = new Map(before.filter(isAhead).map((visit) => [visit.slotId, visit]));
  const slots = new Set(after.map(({ slotId }) => slotId));
  const removed = [...old.values()]
    .filter(({ slotId }) => !slots.has(slotId))
    .map((visit): PlanChange => ({ kind: 'removed', before: visit }));
  const others = after.filter(isAhead).flatMap((visit): PlanChange[] => {
    const stood = old.get(visit.slotId);
    if (!stood) return [{ kind: 'added', after: visit }];
    return isSame(stood, visit) ? [] : [{ kind: 'moved', before: stood, after: visit }];
  });
  return [...removed, ...others].sort((a, b) => timeOf(a) - timeOf(b));
}

const isSame = (a: PlannedVisit, b: PlannedVisit): boolean =>
  a.patrolId === b.patrolId && a.startsAt === b.startsAt && a.endsAt === b.endsAt;

const timeOf = (change: PlanChange): EpochMs =>
  change.kind === 'removed' ? change.before.startsAt : change.after.startsAt;
