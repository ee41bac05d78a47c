/**
 * Plans the open shifts of a week together, in order of start and in two passes:
 *
 *   share   each shift with its part of the windows that several see, around all that is fixed or planned so far
 *   fill    each shift once more with what it has as it stands, and all that is still unmet anywhere
 *
 * Where that breaks a rule on a day on which a shift is planned (more than three days without, a wanted gap not held), the
 * week is planned once more with those that can wait no longer first and the gaps held, and the plans that break fewer
 * rules are kept. Not at once: both cost freedom, and a plan that is free is harder to predict.
 *
 * Only what is promised is planned: a dose more here is a patrol less where the next day wants one, and a shift lead who
 * has the time adds it in the shift. The budget is counted in rounds, so that a week can be planned again from its seed.
 */
import type { LocalDate, Uuid } from '../../model.ts';
import type { PlanContent } from '../bridge/plan-from-solution.ts';
import { commonSpacing } from './common-spacing.ts';
import {
  fillPlan,
  type PlannedWeek,
  planShare,
  toldUnmet,
  type WeekFrame,
  type WeekSearch,
} from './plan-shift.ts';
import { breaksFewer, needsRelief } from './relief.ts';
import { sharedTargets } from './shared-targets.ts';
import type { WeekPlans } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';
import { type WeekConflict, whatIsOpen } from './what-is-open.ts';

export type { PlannedWeek, WeekConflict };

/** Told before each search: what is searched for next, and what there is so far. */
export interface WeekStep {
  readonly pass: 'share' | 'fill';
  readonly shiftId: Uuid;
  readonly date: LocalDate;
  /** Of the searches of this planning, the share that is done: 0–1. */
  readonly share: number;
  /** The week is planned a second time, since the first has broken a rule; the share begins anew. */
  readonly isSecond: boolean;
  readonly plans: PlannedWeek;
  /** Every shift has a plan of this search. Before that its plans may not fit with drafts that are still to be replaced. */
  readonly isWhole: boolean;
}

export interface WeekResult {
  readonly plans: PlannedWeek;
  readonly conflicts: readonly WeekConflict[];
}

type Steps = Generator<WeekStep, PlannedWeek, undefined>;

/** To be ended at any step: what the last one with `isWhole` told can be kept. Same task and search: same plans. */
export function* planWeek(
  task: WeekTask,
  search: WeekSearch,
): Generator<WeekStep, WeekResult, undefined> {
  const { views, standing, conflicts } = whatIsOpen(task);
  const open = views.map(({ of }) => of);
  const frame: WeekFrame = {
    task,
    standing,
    spacing: commonSpacing(views.map((view) => view.task)),
    shares: sharedTargets(views),
  };
  const all = (plans: PlannedWeek): WeekPlans => new Map([...standing, ...plans]);
  let plans = yield* planOnce(frame, open, search, null);
  if (needsRelief(task, all(plans))) {
    const relieved = yield* planOnce(frame, open, search, plans);
    if (breaksFewer(task, all(relieved), all(plans))) plans = relieved;
  }
  const told = [...plans].flatMap(([id, plan]) => {
    const of = open.find(({ shift }) => shift.id === id);
    return of ? [[id, toldUnmet(frame, of, plans, plan)] as const] : [];
  });
  const left = open.filter(({ shift }) => !plans.has(shift.id));
  const unplanned = left.map(({ shift }) => ({ shiftId: shift.id, conflicts: [] }));
  return { plans: new Map(told), conflicts: [...conflicts, ...unplanned] };
}

const PASSES = ['share', 'fill'] as const;

/**
 * Both passes over all shifts.
 * @param relieves what the week was before, where this is its second planning: told until that is whole
 */
function* planOnce(
  frame: WeekFrame,
  open: readonly WeekShift[],
  search: WeekSearch,
  relieves: PlannedWeek | null,
): Steps {
  const plans = new Map<Uuid, PlanContent>();
  const steps = PASSES.flatMap((pass) => open.map((of) => ({ pass, of })));
  for (const [done, { pass, of }] of steps.entries()) {
    const { id: shiftId, date } = of.shift;
    const share = done / steps.length;
    const told = relieves ?? new Map(plans);
    const isWhole = told.size === open.length;
    yield { pass, shiftId, date, share, isSecond: relieves !== null, plans: told, isWhole };
    const own = { ...search, seed: search.seed + done };
    const plan =
      pass === 'share'
        ? planShare(frame, of, plans, relieves !== null, own)
        : fillPlan(frame, of, plans, own);
    if (plan) plans.set(shiftId, plan);
  }
  return plans;
}
