import { DOSES_A_DAY_CEILING } from '../../dosage/thresholds.ts';
import { countVisits } from '../evaluate-plan.ts';
import type { Routes } from '../problem.ts';
import type { PlanningTask, PlanningWarning } from './planning-task.ts';
import type { HotSpotTask } from './task-hot-spots.ts';

const warning = (hotSpotId: string, doses: number): PlanningWarning[] =>
  doses > DOSES_A_DAY_CEILING
    ? [{ code: 'dose-ceiling', values: { hotSpotId, doses, most: DOSES_A_DAY_CEILING } }]
    : [];

/** Hot spots whose windows ask for more doses in a day than do good. */
export const doseCeilingWarnings = (hotSpots: readonly HotSpotTask[]): PlanningWarning[] =>
  hotSpots.flatMap(({ problem, task }) => {
    const wanted = problem.windows.reduce((sum, { target }) => sum + target, 0);
    return warning(problem.id, wanted + task.dosesToday);
  });

/** Hot spots that the plan would give more doses in a day than do good. */
export function planDoseWarnings(task: PlanningTask, plan: Routes): PlanningWarning[] {
  return countVisits(task.problem, plan).flatMap((byWindow, h) => {
    const hotSpot = task.hotSpots[h];
    const planned = byWindow.reduce((sum, count) => sum + count, 0);
    return hotSpot ? warning(hotSpot.hotSpotId, planned + hotSpot.dosesToday) : [];
  });
}
