import type { PlanningProblem } from './problem.ts';
import { tasteFor } from './taste.ts';

/**
 * Rounds of search that an ordinary machine makes in the time, once it is warm (`warm-up.ts`). With this budget, and the clock as a cap only, a plan can be
 * made again from its seed and its rounds.
 */
export function roundsFor({ hotspots, patrols }: PlanningProblem, timeMs: number): number {
  const windows = hotspots.reduce((sum, spot) => sum + spot.windows.length, 0);
  const mostVisits = hotspots.map(({ maxDoses = Number.POSITIVE_INFINITY }) => maxDoses);
  const roundUs = tasteFor(mostVisits).roundUs(windows, patrols.length);
  return Math.max(1, Math.round((timeMs * 1000) / roundUs));
}
