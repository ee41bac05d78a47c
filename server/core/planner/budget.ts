import type { PlanningProblem } from './problem.ts';
import { tasteFor } from './taste.ts';

/** A search begins so much slower, before the engine has compiled it; the shorter it is, the more of it that takes. */
const WARM_UP_MS = 40;

/**
 * Rounds of search that an ordinary machine makes in the time. With this budget, and the clock as a cap only, a plan can be
 * made again from its seed and its rounds.
 */
export function roundsFor({ hotspots, patrols }: PlanningProblem, timeMs: number): number {
  const windows = hotspots.reduce((sum, spot) => sum + spot.windows.length, 0);
  const mostVisits = hotspots.map(({ maxDoses = Number.POSITIVE_INFINITY }) => maxDoses);
  const roundUs = tasteFor(mostVisits).roundUs(windows, patrols.length);
  const warmMs = Math.max(timeMs / 2, timeMs - WARM_UP_MS);
  return Math.max(1, Math.round((warmMs * 1000) / roundUs));
}
