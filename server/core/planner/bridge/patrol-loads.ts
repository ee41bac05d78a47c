/** How much of each patrol's time a plan takes, against its ceiling. */
import type { Minutes, Uuid } from '../../model.ts';
import { routeWalkMinutes } from '../evaluate-plan.ts';
import type { PlanItem, PlanningProblem, Routes } from '../problem.ts';
import { isBreak } from '../problem.ts';
import { loadCeiling } from './dose-worth.ts';
import type { PlanningTask } from './planning-task.ts';

export interface PatrolLoad {
  readonly patrolId: Uuid;
  /** Visits made, and the walking and the visits that are planned ahead. */
  readonly busyMin: Minutes;
  readonly mostMin: Minutes;
  readonly onDutyMin: Minutes;
}

/** Of the patrols that still have time on duty. Pinned visits may take one over its ceiling. */
export function patrolLoads({ problem, patrols }: PlanningTask, plan: Routes): PatrolLoad[] {
  return problem.patrols.map((patrol, index) => {
    const { onDutyMin = 0, madeMin = 0 } = patrols[index] ?? {};
    const items = plan.patrols.find(({ id }) => id === patrol.id)?.items ?? [];
    const aheadMin = routeWalkMinutes(problem, patrol, items) + dwellMinutes(problem, items);
    const mostMin = loadCeiling(onDutyMin);
    return { patrolId: patrol.id, busyMin: madeMin + aheadMin, mostMin, onDutyMin };
  });
}

const dwellMinutes = ({ hotspots }: PlanningProblem, items: readonly PlanItem[]): Minutes =>
  items.reduce((sum, item) => {
    if (isBreak(item)) return sum;
    return sum + (item.dwell ?? hotspots.find(({ id }) => id === item.hotspot)?.dwell ?? 0);
  }, 0);
