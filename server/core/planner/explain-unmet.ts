import { countVisits } from './evaluate-plan.ts';
import type { PlanningProblem, Routes, UnmetTarget } from './problem.ts';

/** The targets that the plan leaves unmet, each with the first reason that holds. */
export function explainUnmet(problem: PlanningProblem, plan: Routes): UnmetTarget[] {
  const counts = countVisits(problem, plan);
  return problem.hotspots.flatMap((spot, h) =>
    spot.windows.flatMap((window, w) => {
      const missing = window.target - (counts[h]?.[w] ?? 0);
      if (missing <= 0) return [];
      const reason = { code: 'no-plan-found', values: {} };
      return [{ hotspot: spot.id, window: w, missing, reason }];
    }),
  );
}
