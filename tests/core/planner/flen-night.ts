/** The reference night of the domain brief, 4.6: six spots of Flen, Friday 21–07, five minutes' walk between any two. */
import type { PlanningProblem } from '#core/planner/problem.ts';

export const SPOTS = ['R1', 'R2', 'C1', 'C2', 'S1', 'B1'] as const;
const START = 21 * 60;
const END = 31 * 60;

/** `units` patrols with a ceiling of half their minutes; each spot wants `doses` in the night. */
export function flenNight(units: number, doses: number): PlanningProblem {
  const places = Array.from({ length: SPOTS.length + 1 }, (_, x) => ({ x, y: 0 }));
  return {
    places,
    walk: places.map((_, i) => places.map((_, j) => (i === j ? 0 : 5))),
    hotspots: SPOTS.map((id, i) => ({
      id,
      place: i + 1,
      dwell: 15,
      spacing: 75,
      maxDoses: doses,
      windows: [{ open: START, close: END, target: doses, weight: 50 - i }],
    })),
    patrols: Array.from({ length: units }, (_, i) => ({
      id: `P${i + 1}`,
      start: START,
      end: END,
      from: 0,
      to: 0,
      break: null,
      maxBusy: 300,
    })),
    locked: [],
    gamma: 0.9,
    beyond: 0.3,
  };
}
