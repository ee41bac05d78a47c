/** What the table of a week shows, of any plans: as they stand, or as a search has left them. */
import type { Uuid } from '../../model.ts';
import { type HotSpotWeek, hotSpotWeek } from './hot-spot-week.ts';
import { type ShiftFigures, shiftFigures } from './shift-figures.ts';
import type { WeekPlans } from './week-plans.ts';
import { newestPlans } from './week-plans.ts';
import type { WeekTask } from './week-task.ts';
import { type WeekTotals, type WeekUnmet, weekUnmet } from './week-unmet.ts';

export interface WeekFigures {
  /** Same order as the task's hot spots. */
  readonly hotSpots: readonly HotSpotWeek[];
  /** Same order as the task's shifts. */
  readonly shifts: readonly ShiftFigures[];
  readonly totals: WeekTotals;
  readonly unmet: readonly WeekUnmet[];
  /** Hot spots that on some day have been more than three days without. */
  readonly withoutTooLong: readonly Uuid[];
  /** Hot spots of which the wanted gap is broken on some day. */
  readonly gapTooLong: readonly Uuid[];
  /** The least and the most loaded patrol, as shares of their time on duty; null: there is none. */
  readonly load: { readonly lowest: number; readonly highest: number } | null;
}

export function weekFigures(task: WeekTask, plans: WeekPlans = newestPlans(task)): WeekFigures {
  const hotSpots = task.hotSpots.map((hotSpot) => hotSpotWeek(task, plans, hotSpot));
  const shifts = task.shifts.map((of) => shiftFigures(task, plans, of));
  const breaking = (rule: 'without' | 'gap') =>
    hotSpots
      .filter(({ days }) => days.some(({ breaks }) => breaks.includes(rule)))
      .map(({ hotSpotId }) => hotSpotId);
  return {
    hotSpots,
    shifts,
    ...weekUnmet(task, plans),
    withoutTooLong: breaking('without'),
    gapTooLong: breaking('gap'),
    load: loadSpread(shifts),
  };
}

function loadSpread(shifts: readonly ShiftFigures[]): WeekFigures['load'] {
  const loads = shifts
    .flatMap(({ patrols }) => patrols)
    .filter(({ onDutyMin }) => onDutyMin > 0)
    .map(({ busyMin, onDutyMin }) => busyMin / onDutyMin);
  if (loads.length === 0) return null;
  return { lowest: Math.min(...loads), highest: Math.max(...loads) };
}
