/** Mends a plan, as Planera and a patrol's phone both do: what holds stays, and what was lost is searched for. */
import type { PlanningProblem, SolvedPlan } from '../problem.ts';
import type { HandPlan } from './check-change.ts';
import { type Dropped, type LeftOut, mendPlan, stillInWant } from './mend-plan.ts';
import type { PlanningTask } from './planning-task.ts';

export interface Mended {
  readonly solved: SolvedPlan;
  /** What was taken out before the search, and why. */
  readonly dropped: readonly Dropped[];
}

/**
 * Only where the gap leaves no time for a lost dose are that hot spot's other visits moved, by a second search.
 * @param search gives null where it was given up or no plan fits; then there is nothing to mend by
 */
export async function mendBySearch(
  task: PlanningTask,
  plan: HandPlan,
  leftOut: readonly LeftOut[],
  search: (problem: PlanningProblem) => Promise<SolvedPlan | null>,
): Promise<Mended | null> {
  const { problem, dropped } = mendPlan(task, plan, leftOut);
  const solved = await search(problem);
  const wanting = solved ? stillInWant(solved) : [];
  if (wanting.length === 0) return solved && { solved, dropped };
  const freer = await search(mendPlan(task, plan, leftOut, wanting).problem);
  const better = freer ?? solved;
  return better && { solved: better, dropped };
}
