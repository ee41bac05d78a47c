/**
 * Of the plans nearly as good as the best, one that repeats the past least. A new seed a day is not enough: the best plan
 * looks alike every day. So the search goes on among the plans that lose no more than a set share of the best value and no
 * target, and seeks the least repetition there, and work shared by all patrols; then the starts are spread within the room
 * that is left.
 */
import { beginSearch } from '../disturb.ts';
import type { Instance } from '../instance.ts';
import { seededRandom } from '../random.ts';
import type { RouteState } from '../routes.ts';
import { copyRoutes } from '../routes.ts';
import { metTargets, planValue } from '../score.ts';
import { type Aim, anneal, type SearchResult } from '../search.ts';
import type { PastRoute } from './past.ts';
import { type Repetition, repetitionIn, repetitionOf } from './repetition.ts';
import { spreadStarts } from './spread-starts.ts';

export interface Variation {
  readonly past: readonly PastRoute[];
  /** Share of the best value that the plan may lose, 0–1. */
  readonly tolerance: number;
  /** Rounds of search at most. */
  readonly iterations: number;
  /** Asked between rounds; true ends the search with the best so far. */
  readonly shouldStop?: (() => boolean) | undefined;
}

export interface VariedRoutes extends SearchResult {
  readonly repetition: number;
}

/** What being hard to predict may cost, where nobody has said otherwise. */
export const USUAL_TOLERANCE = 0.02;
/** A minute of the mean minute's load weighs so much, beside 1000 for a visit at the very minute of yesterday's. */
const FAIRNESS = 30;
/** A patrol that is near already is cheapest for each next visit too: chance must let others have some. */
const ROUTE_NOISE = 0.5;
/** What a round is hot by, beside one for value: a single visit moved changes repetition by several percent. */
const HEAT = 4;

/** Searches on from the best routes, which are left as they are. */
export function varyRoutes(
  inst: Instance,
  best: RouteState,
  { past, tolerance, iterations, shouldStop }: Variation,
  seed: number,
): VariedRoutes {
  const known = repetitionOf(inst, past);
  const aim = leastRepetition(inst, best, known, tolerance);
  const found = anneal(beginSearch(inst, best, seed, ROUTE_NOISE), aim, {
    seed,
    iterations,
    shouldStop,
  });
  const routes = copyRoutes(inst, found.routes);
  spreadStarts(inst, routes, known, seededRandom(seed));
  return { ...found, routes, repetition: repetitionIn(inst, routes, known) };
}

function leastRepetition(
  inst: Instance,
  best: RouteState,
  known: Repetition,
  tolerance: number,
): Aim {
  const least = planValue(inst, best) * (1 - tolerance);
  const met = metTargets(inst, best);
  const cost = (routes: RouteState) => repetitionIn(inst, routes, known) + unevenness(inst, routes);
  const before = cost(best);
  return {
    score: (routes) => {
      const isGood = planValue(inst, routes) >= least && metTargets(inst, routes) >= met;
      return isGood ? -cost(routes) : Number.NEGATIVE_INFINITY;
    },
    scale: () => HEAT * before,
  };
}

/** How unfairly the work is shared: the mean minute's load of the patrol that has it, in the scale of repetition. */
function unevenness(inst: Instance, routes: RouteState): number {
  let squares = 0;
  let sum = 0;
  for (let route = 0; route < inst.patrols; route += 1) {
    squares += routes.busy[route]! * routes.busy[route]!;
    sum += routes.busy[route]!;
  }
  return sum > 0 ? Math.round((FAIRNESS * squares) / sum) : 0;
}
