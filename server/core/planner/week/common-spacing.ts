/**
 * Two shifts may see different windows of one hot spot, one with a longer gap or visit than the other. A visit must keep the
 * gap by the rules of both, so each is planned by the longest.
 */
import type { Minutes, Uuid } from '../../model.ts';
import type { PlanningTask } from '../bridge/planning-task.ts';
import { lockedConflicts } from '../locked-conflicts.ts';

/** By hot spot, the most minutes from start to start that any of the tasks asks for. */
export type CommonSpacing = ReadonlyMap<Uuid, Minutes>;

export function commonSpacing(tasks: readonly PlanningTask[]): CommonSpacing {
  const longest = new Map<Uuid, Minutes>();
  for (const { id, spacing } of tasks.flatMap(({ problem }) => problem.hotspots))
    longest.set(id, Math.max(spacing, longest.get(id) ?? 0));
  return longest;
}

/** What a person has pinned at the shift's own, shorter gap stays: then the shift keeps that. */
export function withCommonSpacing(task: PlanningTask, common: CommonSpacing): PlanningTask {
  const hotspots = task.problem.hotspots.map((spot) => ({
    ...spot,
    spacing: Math.max(spot.spacing, common.get(spot.id) ?? 0),
  }));
  const problem = { ...task.problem, hotspots };
  return lockedConflicts(problem).length > 0 ? task : { ...task, problem };
}
