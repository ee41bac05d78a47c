import type { PlanningProblem } from './problem.ts';

/** What a round of search takes, in microseconds: measured at 6 to 60 hot spots on one core of 2026, and two thirds added for slower ones. */
const ROUND_US = 40;
const WINDOW_US = 2;

/**
 * Rounds of search that an ordinary machine makes in the time. With this budget, and the clock as a cap only, a plan can be
 * made again from its seed and its rounds.
 */
export function roundsFor(problem: PlanningProblem, timeMs: number): number {
  const windows = problem.hotspots.reduce((sum, spot) => sum + spot.windows.length, 0);
  return Math.max(1, Math.round((timeMs * 1000) / (ROUND_US + WINDOW_US * windows)));
}
