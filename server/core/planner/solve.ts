/** The planner: a problem in, a plan out. Pure; the clock, if any, is the caller's. */
import { explainUnmet } from './explain-unmet.ts';
import { compileProblem } from './instance.ts';
import type { LockedConflict } from './locked-conflicts.ts';
import { lockedConflicts } from './locked-conflicts.ts';
import { planOf } from './plan-items.ts';
import type { PlanningProblem, SolvedPlan } from './problem.ts';
import type { SearchOptions } from './search.ts';
import { searchRoutes } from './search.ts';

export type SolveOptions = SearchOptions;

/** A plan, or the contradictions that stand in the way of any. */
export type SolveResult =
  | { readonly plan: SolvedPlan; readonly conflicts: readonly [] }
  | { readonly plan: null; readonly conflicts: readonly LockedConflict[] };

/**
 * Plans the shift. Expects a problem without `problemFaults`. The plan keeps every rule of `checkPlan`, every locked visit
 * among them, and names for every unmet target the first reason that holds. Same problem, seed and rounds: same plan.
 */
export function solve(problem: PlanningProblem, options: SolveOptions): SolveResult {
  const conflicts = lockedConflicts(problem);
  if (conflicts.length > 0) return { plan: null, conflicts };
  const found = searchPlan(problem, options);
  const unmet = explainUnmet(problem, found);
  return { plan: { ...found, unmet, seed: options.seed }, conflicts: [] };
}

/** The search alone, without the reasons for what is unmet. Expects a problem without `lockedConflicts` too. */
export function searchPlan(
  problem: PlanningProblem,
  options: SolveOptions,
): Pick<SolvedPlan, 'patrols' | 'iterations'> {
  const inst = compileProblem(problem);
  const { routes, iterations } = searchRoutes(inst, options);
  return { patrols: planOf(inst, routes), iterations };
}
