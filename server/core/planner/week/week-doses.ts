/** The doses of a hot spot in a week: those made, and those that the shifts' plans have ahead. */
import type { EpochMs, PlannedVisit, TimeSpan, Uuid } from '../../model.ts';
import type { WeekPlans } from './week-plans.ts';
import type { WeekTask } from './week-task.ts';

/** A visit that a shift of the week has ahead. */
export interface AheadVisit extends Pick<PlannedVisit, 'slotId' | 'startsAt' | 'endsAt'> {
  readonly shiftId: Uuid;
}

export interface WeekDoses {
  /** In order of start. */
  readonly made: readonly TimeSpan[];
  readonly ahead: readonly AheadVisit[];
}

export function weekDoses(task: WeekTask, plans: WeekPlans, hotSpotId: Uuid): WeekDoses {
  const made = task.made
    .filter((visit) => visit.isDose && visit.hotSpotId === hotSpotId)
    .map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt ?? task.now }))
    .sort((a, b) => a.from - b.from);
  const ahead = task.shifts
    .flatMap(({ shift }) =>
      (plans.get(shift.id)?.visits ?? [])
        .filter((visit) => visit.hotSpotId === hotSpotId && visit.startsAt > task.now)
        .map(({ slotId, startsAt, endsAt }) => ({ shiftId: shift.id, slotId, startsAt, endsAt })),
    )
    .sort((a, b) => a.startsAt - b.startsAt);
  return { made, ahead };
}

/** All as spans, in order of start. */
export const doseSpans = ({ made, ahead }: WeekDoses): TimeSpan[] =>
  [...made, ...ahead.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }))].sort(
    (a, b) => a.from - b.from,
  );

/** How many begin in the span. */
export const startingIn = (doses: readonly TimeSpan[], from: EpochMs, to: EpochMs): number =>
  doses.filter((dose) => dose.from >= from && dose.from < to).length;
