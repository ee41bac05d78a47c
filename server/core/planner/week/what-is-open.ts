/** Which shifts of a week can be planned, and what stands around them. */
import type { Uuid } from '../../model.ts';
import { buildPlanningTask } from '../bridge/build-task.ts';
import type { PlanningWarning } from '../bridge/planning-task.ts';
import { type LockedConflict, lockedConflicts } from '../locked-conflicts.ts';
import type { ShiftView } from './shared-targets.ts';
import { shiftInput } from './shift-input.ts';
import { pinnedIn, type WeekPlans } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

/**
 * A shift whose pinned visits contradict each other or a rule, or stand where its hot spot has no window any more
 * (`pin-dropped`); its plan is left as it is. None told: they contradict what was planned before it.
 */
export interface WeekConflict {
  readonly shiftId: Uuid;
  readonly conflicts: readonly (LockedConflict | PlanningWarning)[];
}

export interface OpenWeek {
  /** The shifts to be planned, in order of start, each as it is while no other is planned. */
  readonly views: readonly ShiftView[];
  /** What stands: the plans of all other shifts, and what is pinned in these. */
  readonly standing: WeekPlans;
  readonly conflicts: readonly WeekConflict[];
}

/** A shift that is left as it is may bring another into conflict: asked until no more are. */
export function whatIsOpen(task: WeekTask): OpenWeek {
  const conflicts: WeekConflict[] = [];
  for (;;) {
    const isLeft = (id: Uuid) => conflicts.some(({ shiftId }) => shiftId === id);
    const open = task.shifts.filter(({ isOpen, shift }) => isOpen && !isLeft(shift.id));
    const standing = standingPlans(task, open);
    const views = open.map((of) => ({
      of,
      task: buildPlanningTask(shiftInput(task, of, standing)),
    }));
    const found = views.flatMap(conflictOf);
    if (found.length === 0) return { views, standing, conflicts };
    conflicts.push(...found);
  }
}

const standingPlans = ({ shifts }: WeekTask, open: readonly WeekShift[]): WeekPlans =>
  new Map(
    shifts.flatMap((of) => {
      const pinned = { visits: pinnedIn(of), breaks: [], unmet: [] };
      const plan = open.includes(of) ? pinned : of.plan;
      return plan ? [[of.shift.id, plan] as const] : [];
    }),
  );

function conflictOf({ of, task: { problem, warnings } }: ShiftView): WeekConflict[] {
  const lost = warnings.filter(({ code }) => code === 'pin-dropped');
  const conflicts = [...lockedConflicts(problem), ...lost];
  return conflicts.length > 0 ? [{ shiftId: of.shift.id, conflicts }] : [];
}
