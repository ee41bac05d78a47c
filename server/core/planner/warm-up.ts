/**
 * An engine runs code slowly until it has seen what it is used for: of the first tenth of a second of a search, two thirds
 * go to that. So whoever will be asked for a plan searches a shift of no account first, before anybody waits.
 */
import type { PlanningProblem } from './problem.ts';
import { searchPlan } from './solve.ts';

/** Under V8 a search that follows is no quicker for more. */
const ROUNDS = 800;
const SPOTS = 12;
const LAP_MIN = 36;
const FIRST_MIN = 1080;
const LAST_MIN = 1560;

/** Makes ready for a search. Takes about a tenth of a second, and leaves nothing behind. */
export function warmUp(): void {
  searchPlan(shiftOnARing(), { seed: 1, iterations: ROUNDS });
}

/** Three patrols with a break each, and places in a ring, some of them wanted early and some late. */
function shiftOnARing(): PlanningProblem {
  const spots = Array.from({ length: SPOTS }, (_, spot) => spot);
  const pause = { dur: 30, earliest: 1230, latest: 1380 };
  return {
    places: spots.map((spot) => ({ x: spot, y: 0 })),
    walk: spots.map((from) => spots.map((to) => walkMinutes(from, to))),
    hotspots: spots.map((place) => {
      const open = FIRST_MIN + 15 * (place % 5);
      const early = { open, close: open + 180, target: 2, weight: 10 + 7 * place };
      const late = { open: early.close + 60, close: LAST_MIN, target: 1, weight: 20 + 3 * place };
      return { id: `${place}`, place, dwell: 15, spacing: 60, windows: [early, late] };
    }),
    patrols: ['1', '2', '3'].map((id) => ({
      id,
      start: FIRST_MIN,
      end: LAST_MIN,
      from: 0,
      to: 0,
      break: pause,
    })),
    gamma: 0.6,
    beyond: 0.3,
  };
}

function walkMinutes(from: number, to: number): number {
  const apart = Math.abs(from - to);
  return Math.ceil((LAP_MIN * Math.min(apart, SPOTS - apart)) / SPOTS);
}
