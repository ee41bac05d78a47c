/** The plans of a week's shifts, as they stand or as they are tried. */
import type { Plan, PlannedVisit, Uuid } from '../../model.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

export type ShiftPlan = Pick<Plan, 'visits' | 'breaks' | 'unmet'>;

/** By shift; a shift that is not there has no plan. */
export type WeekPlans = ReadonlyMap<Uuid, ShiftPlan>;

/** Every shift's newest plan. */
export const newestPlans = ({ shifts }: WeekTask): WeekPlans =>
  new Map(shifts.flatMap(({ shift, plan }) => (plan ? [[shift.id, plan] as const] : [])));

/** What a person has put where it is. */
export const pinnedIn = ({ plan }: WeekShift): PlannedVisit[] =>
  (plan?.visits ?? []).filter(({ pinned }) => pinned);
