/** Patrols that are alike, as one flow of so many: which of them makes a visit is no matter to the plan's value. */
import type { PlanningProblem, ProblemPatrol } from '#core/planner/problem.ts';

export interface PatrolClass {
  readonly patrol: ProblemPatrol;
  readonly count: number;
}

export function patrolClasses({ patrols }: PlanningProblem): PatrolClass[] {
  const byLikeness = new Map<string, PatrolClass>();
  for (const patrol of patrols) {
    const likeness = JSON.stringify({ ...patrol, id: '' });
    const known = byLikeness.get(likeness);
    byLikeness.set(likeness, { patrol, count: (known?.count ?? 0) + 1 });
  }
  return [...byLikeness.values()];
}
