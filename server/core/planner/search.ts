/**
 * Large neighbourhood search: take a few visits out, fill up again with a little noise, keep what is better and sometimes
 * what is a little worse. Shaw 1998; Pisinger and Ropke 2007.
 *
 * What is kept after n rounds depends on problem, seed and n alone: no clock, no transcendental function. So a budget in
 * rounds gives the same plan everywhere, and a run that a clock cut short is repeated by its number of rounds.
 */
import { lockedRoutes } from './construct.ts';
import { beginSearch, disturb, type Search } from './disturb.ts';
import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';
import { copyRoutes } from './routes.ts';
import { scoreRoutes } from './score.ts';

export interface SearchOptions {
  readonly seed: number;
  /** Rounds of the search at most. */
  readonly iterations: number;
  /** Asked between rounds; true ends the search with the best so far. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** Called now and then with the rounds made. */
  readonly onProgress?: ((iterations: number) => void) | undefined;
  /** Called with the best so far when it has become better since the last call, at most every `PROGRESS_EVERY` rounds. */
  readonly onBetter?: ((best: RouteState) => void) | undefined;
  /** Share of the usual heat; 0 keeps nothing that is worse. */
  readonly heat?: number | undefined;
}

export interface SearchResult {
  readonly routes: RouteState;
  readonly iterations: number;
}

/** What a search seeks the most of. */
export interface Aim {
  /** The greater the better; −Infinity: never to be kept. */
  readonly score: (routes: RouteState) => number;
  /** What the heat is a share of. */
  readonly scale: (bestScore: number) => number;
}

/** Each cooling is longer than the one before. */
const CYCLE_GROWTH = 1.5;
const PROGRESS_EVERY = 200;

/** The best routes found for a problem without `lockedConflicts`. */
export function searchRoutes(inst: Instance, options: SearchOptions): SearchResult {
  const routes = lockedRoutes(inst);
  if (typeof routes === 'number') throw new Error(`patrol ${routes} has contradictory locks`);
  return mendRoutes(inst, routes, options);
}

/** The best routes found by searching on from `from`, which is left as it is. */
export function mendRoutes(inst: Instance, from: RouteState, options: SearchOptions): SearchResult {
  return anneal(beginSearch(inst, from, options.seed), mostValue(inst), options);
}

const mostValue = (inst: Instance): Aim => ({
  score: (routes) => scoreRoutes(inst, routes),
  scale: (bestScore) => bestScore,
});

/** Rounds of disturbance, cooled again and again, from where the search stands. */
export function anneal(search: Search, aim: Aim, options: SearchOptions): SearchResult {
  const { inst, routes, random } = search;
  const { heat = 1 } = options;
  const { hot, cold, firstCycle } = inst.taste;
  const kept = copyRoutes(inst, routes);
  const best = copyRoutes(inst, routes);
  let keptScore = aim.score(routes);
  let bestScore = keptScore;
  let iterations = 0;
  let cycles = 0;
  let cycleStart = 0;
  let cycle = firstCycle;
  let isBetter = true;
  for (; iterations < options.iterations && !options.shouldStop?.(); iterations += 1) {
    if (iterations - cycleStart >= cycle) {
      cycleStart = iterations;
      cycle = Math.floor(cycle * CYCLE_GROWTH);
      cycles += 1;
      // Every other cooling begins at the best; those between go on from elsewhere, so that no one place is the only one searched.
      if (cycles % 2 === 0) {
        kept.data.set(best.data);
        routes.data.set(best.data);
        keptScore = bestScore;
      }
    }
    const cooled = (iterations - cycleStart) / cycle;
    const slack =
      heat * random.share() * random.share() * (hot + (cold - hot) * cooled) * aim.scale(bestScore);
    const score = disturb(search) ? aim.score(routes) : Number.NEGATIVE_INFINITY;
    if (score > keptScore - slack) {
      keptScore = score;
      kept.data.set(routes.data);
      if (score > bestScore) {
        bestScore = score;
        best.data.set(routes.data);
        isBetter = true;
      }
    } else {
      routes.data.set(kept.data);
    }
    if (iterations % PROGRESS_EVERY > 0) continue;
    options.onProgress?.(iterations);
    if (isBetter) options.onBetter?.(best);
    isBetter = false;
  }
  return { routes: best, iterations };
}
