/**
 * One search in several strands, one a core: each seeks by itself, and the best of what they find is the plan. Which is
 * best depends on what was found and never on who was first, so that the same order gives the same plan on every machine.
 */
import { roundsFor } from './budget.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import type { PatrolRoute, PlanningProblem, SolvedPlan } from './problem.ts';
import { type SolveResult, solve } from './solve.ts';
import type { PastRoute } from './vary/past.ts';

/** What a plan is asked by; the same again gives the same plan. */
export interface PlanningOrder {
  readonly problem: PlanningProblem;
  readonly seed: number;
  readonly strands: number;
  /** Cap on the time of all strands; the budget is counted in rounds. */
  readonly timeMs: number;
  /** Rounds for the greatest value in each strand; absent: what an ordinary machine makes in its share of the time. */
  readonly iterations?: number | undefined;
  /** What the plan should not repeat; absent: the best plan found is given as it is. */
  readonly unlike?: Unlike | undefined;
}

export interface Unlike {
  readonly past: readonly PastRoute[];
  /** Share of the best value that may be given for it, 0–1. */
  readonly tolerance: number;
}

export type StrandMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'better'; readonly patrols: readonly PatrolRoute[]; readonly value: number }
  | { readonly kind: 'done'; readonly result: SolveResult };

/** Share of time and rounds that goes to being hard to predict. */
const VARY_SHARE = 0.4;
const GOLDEN = 0x9e3779b1;

/**
 * Runs one strand of an order to its end.
 * @param clock milliseconds from any beginning
 * @param isCalledOff asked often; once true, the search ends with what it has
 */
export function runStrand(
  order: PlanningOrder,
  strand: number,
  clock: () => number,
  say: (message: StrandMessage) => void,
  isCalledOff: () => boolean = () => false,
): void {
  const { problem, timeMs, unlike } = order;
  const begin = clock();
  const bestShare = unlike ? 1 - VARY_SHARE : 1;
  const iterations = order.iterations ?? roundsFor(problem, timeMs * bestShare);
  const isOver = (share: number) => isCalledOff() || clock() - begin >= timeMs * share;
  const result = solve(problem, {
    seed: strandSeed(order.seed, strand),
    iterations,
    shouldStop: () => isOver(bestShare),
    onProgress: (made) => {
      const share = bestShare * Math.max(made / iterations, (clock() - begin) / timeMs / bestShare);
      say({ kind: 'progress', share: Math.min(1, share) });
    },
    onBetter: (patrols) =>
      say({ kind: 'better', patrols, value: evaluatePlan(problem, { patrols }).value }),
    vary: unlike && {
      ...unlike,
      iterations: Math.round((iterations * VARY_SHARE) / bestShare),
      shouldStop: () => isOver(1),
    },
  });
  say({ kind: 'done', result });
}

/** The first strand searches as a lone one with the order's seed does. */
const strandSeed = (seed: number, strand: number): number =>
  (seed ^ Math.imul(strand, GOLDEN)) & 0x7fffffff;

/**
 * The plan of all strands: of those within the tolerance of the greatest value found by any, the one that repeats the past
 * least; without a past, the one of greatest value. Equals: the first. Contradictory locks are the same in all.
 */
export function bestOfStrands(
  results: readonly SolveResult[],
  { problem, seed, unlike }: PlanningOrder,
): SolveResult {
  const plans = results.flatMap(({ plan }) => (plan ? [plan] : []));
  const [first] = plans;
  if (!first) return results[0] ?? { plan: null, conflicts: [] };
  const bestValue = Math.max(...plans.map((plan) => plan.bestValue));
  const least = bestValue * (1 - (unlike?.tolerance ?? 1));
  const ranked = plans
    .map((plan) => ({ plan, value: evaluatePlan(problem, plan).value }))
    .filter(({ value }) => value >= least - ROUNDING)
    .sort((a, b) => a.plan.repetition - b.plan.repetition || b.value - a.value);
  const chosen: SolvedPlan = ranked[0]?.plan ?? first;
  return { plan: { ...chosen, seed, bestValue, strands: plans.length }, conflicts: [] };
}

/** Values are sums of shares: equal plans may differ in the last digits. */
const ROUNDING = 1e-6;
