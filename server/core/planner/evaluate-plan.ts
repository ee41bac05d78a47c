import type { PlanItem, PlanningProblem, ProblemPatrol, Routes } from './problem.ts';
import { isBreak, legMinutes } from './problem.ts';

/** What a plan is worth, and its figures. */
export interface PlanValue {
  readonly value: number;
  readonly targets: number;
  readonly met: number;
  readonly visits: number;
  readonly walkMinutes: number;
}

/**
 * Worth of the k-th visit in a window, as a share of the window's weight: gamma^(k−1), times `beyond` past the target.
 * Multiplied out, since a power is not bit-exact on every engine.
 */
export function visitShare(problem: PlanningProblem, target: number, k: number): number {
  let share = k > target ? problem.beyond : 1;
  for (let i = 1; i < k; i += 1) share *= problem.gamma;
  return share;
}

/** Visits by hot spot and window. */
export function countVisits(problem: PlanningProblem, plan: Routes): number[][] {
  const indexOf = new Map(problem.hotspots.map((spot, i) => [spot.id, i]));
  const counts = problem.hotspots.map((spot) => spot.windows.map(() => 0));
  for (const item of plan.patrols.flatMap((route) => route.items)) {
    if (isBreak(item)) continue;
    const row = counts[indexOf.get(item.hotspot) ?? -1];
    if (row?.[item.window] !== undefined) row[item.window] = (row[item.window] ?? 0) + 1;
  }
  return counts;
}

/** Value and figures of a plan; whether it keeps the rules is `checkPlan`'s to say. */
export function evaluatePlan(problem: PlanningProblem, plan: Routes): PlanValue {
  let value = 0;
  let targets = 0;
  let met = 0;
  let visits = 0;
  const counts = countVisits(problem, plan);
  problem.hotspots.forEach((spot, i) => {
    spot.windows.forEach((window, j) => {
      const count = counts[i]?.[j] ?? 0;
      for (let k = 1; k <= count; k += 1)
        value += window.weight * visitShare(problem, window.target, k);
      targets += window.target;
      met += Math.min(window.target, count);
      visits += count;
    });
  });
  return { value, targets, met, visits, walkMinutes: walkMinutes(problem, plan) };
}

const walkMinutes = (problem: PlanningProblem, plan: Routes): number =>
  problem.patrols.reduce((sum, patrol) => {
    const items = plan.patrols.find((route) => route.id === patrol.id)?.items ?? [];
    return sum + routeWalkMinutes(problem, patrol, items);
  }, 0);

/** On its way from where the patrol is, through its visits in order, and back. */
export function routeWalkMinutes(
  problem: PlanningProblem,
  patrol: ProblemPatrol,
  items: readonly PlanItem[],
): number {
  let at = patrol.from;
  let minutes = 0;
  for (const item of items) {
    const place = isBreak(item) ? undefined : spotPlace(problem, item.hotspot);
    if (place === undefined) continue;
    minutes += legMinutes(problem, patrol, at, place);
    at = place;
  }
  return minutes + legMinutes(problem, patrol, at, patrol.to);
}

const spotPlace = ({ hotspots }: PlanningProblem, hotspot: string): number | undefined =>
  hotspots.find(({ id }) => id === hotspot)?.place;
