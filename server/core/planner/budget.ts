import type { PlanningProblem } from './problem.ts';

/** Rounds in a second, times windows: measured at 6 to 60 hot spots on one core of 2026, less two fifths for slower ones. */
const ROUNDS_TIMES_WINDOWS = 200_000;

/**
 * Rounds of search that an ordinary machine makes in the time. With this budget, and the clock as a cap only, a plan can be
 * made again from its seed and its rounds.
 */
export function roundsFor(problem: PlanningProblem, timeMs: number): number {
  const windows = problem.hotspots.reduce((sum, spot) => sum + spot.windows.length, 0);
  return Math.max(1, Math.round((ROUNDS_TIMES_WINDOWS / Math.max(1, windows)) * (timeMs / 1000)));
}
