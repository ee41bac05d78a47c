/** The planner: a problem in, a plan out. Pure; the clock, if any, is the caller's. */
import { evaluatePlan } from './evaluate-plan.ts';
import { explainUnmet } from './explain-unmet.ts';
import { compileProblem } from './instance.ts';
import type { LockedConflict } from './locked-conflicts.ts';
import { lockedConflicts } from './locked-conflicts.ts';
import { planOf } from './plan-items.ts';
import type { PatrolRoute, PlanningProblem, SearchedPlan, SolvedPlan } from './problem.ts';
import type { SearchOptions } from './search.ts';
import { searchRoutes } from './search.ts';
import { shortenForMore } from './shorten.ts';
import { type Variation, varyRoutes } from './vary/vary-plan.ts';

export interface SolveOptions extends Omit<SearchOptions, 'onBetter' | 'heat'> {
  /** How the plan is made hard to predict; absent: the best is given as it is. */
  readonly vary?: Variation | undefined;
  /** Called with the best routes so far, and again when they have become better. */
  readonly onBetter?: ((patrols: readonly PatrolRoute[]) => void) | undefined;
}

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
  return { plan: { ...found, unmet, seed: options.seed, strands: 1 }, conflicts: [] };
}

/** The search alone, without the reasons for what is unmet. Expects a problem without `lockedConflicts` too. */
export function searchPlan(problem: PlanningProblem, options: SolveOptions): SearchedPlan {
  const inst = compileProblem(problem);
  const { vary, onBetter } = options;
  const best = searchRoutes(inst, {
    ...options,
    onBetter: onBetter && ((routes) => onBetter(planOf(inst, routes))),
  });
  const routes = shortenForMore(inst, best.routes);
  const bestPatrols = planOf(inst, routes);
  const bestValue = evaluatePlan(problem, { patrols: bestPatrols }).value;
  const { iterations } = best;
  if (!vary) {
    return { patrols: bestPatrols, iterations, varied: 0, bestValue, repetition: 0 };
  }
  const found = varyRoutes(inst, routes, vary, options.seed);
  const patrols = planOf(inst, found.routes);
  const { repetition, iterations: varied } = found;
  return { patrols, iterations, varied, bestValue, repetition };
}
