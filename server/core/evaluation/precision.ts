/**
 * How well hand-drawn hot spots catch what they are meant to catch. `size` is an area in hectares or a length of
 * street in metres, the same in all arguments. NIJ advises several measures together (White, Hunt & Green 2023).
 */

export type Precision =
  | { readonly known: true; readonly value: number }
  | { readonly known: false; readonly reason: 'no-events' | 'no-size' };

/** Of all events, the share inside the hot spots. */
export function hitRate(eventsInside: number, allEvents: number): Precision {
  if (allEvents <= 0) return { known: false, reason: 'no-events' };
  return { known: true, value: eventsInside / allEvents };
}

export interface Catch {
  readonly eventsInside: number;
  readonly allEvents: number;
  readonly size: number;
  readonly wholeSize: number;
}

/**
 * Predictive accuracy index = (n/N) ÷ (a/A) (Chainey, Tompson & Uhlig 2008): how many times denser than the whole.
 * Check value (ours): Essex, 41 % of harm in 2.6 % of the area → 15.8.
 */
export function predictiveAccuracyIndex(found: Catch): Precision {
  if (found.size <= 0 || found.wholeSize <= 0) return { known: false, reason: 'no-size' };
  if (found.allEvents <= 0) return { known: false, reason: 'no-events' };
  const value = found.eventsInside / found.allEvents / (found.size / found.wholeSize);
  return { known: true, value };
}

/** The most events that so many of the equal cells of a grid could have held. */
export function mostEventsIn(cellCounts: readonly number[], cells: number): number {
  return [...cellCounts]
    .sort((a, b) => b - a)
    .slice(0, cells)
    .reduce((sum, count) => sum + count, 0);
}

/**
 * Prediction efficiency index = PAI ÷ the best PAI possible for the same size = n ÷ the most events that size could
 * hold (Hunt 2016). Given only the cells that can be patrolled, it is PEI*.
 */
export function predictionEfficiencyIndex(eventsInside: number, mostPossible: number): Precision {
  if (mostPossible <= 0) return { known: false, reason: 'no-events' };
  return { known: true, value: eventsInside / mostPossible };
}
