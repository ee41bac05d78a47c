/** How much of a patrol's time a plan takes. */

import type { Minutes } from '../model.ts';
import { walkMinutes } from './evaluate-plan.ts';
import type { PlanningProblem, Routes } from './problem.ts';
import { isBreak } from './problem.ts';

export interface PatrolLoad {
  readonly patrol: string;
  /** Minutes of walking and dwelling. */
  readonly busy: Minutes;
  /** The load ceiling; null: none. */
  readonly most: Minutes | null;
}

/** One a patrol, in the problem's order. */
export function patrolLoads(problem: PlanningProblem, plan: Routes): PatrolLoad[] {
  const dwellOf = new Map(problem.hotspots.map(({ id, dwell }) => [id, dwell]));
  return problem.patrols.map((patrol) => {
    const items = plan.patrols.find(({ id }) => id === patrol.id)?.items ?? [];
    const dwell = items.reduce(
      (sum, item) => (isBreak(item) ? sum : sum + (item.dwell ?? dwellOf.get(item.hotspot) ?? 0)),
      0,
    );
    return {
      patrol: patrol.id,
      busy: walkMinutes(problem, patrol, items) + dwell,
      most: patrol.maxBusy ?? null,
    };
  });
}
