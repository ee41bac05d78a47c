/**
 * Large neighbourhood search: take a few visits out, fill up again with a little noise, keep what is better and sometimes
 * what is a little worse. Shaw 1998; Pisinger and Ropke 2007.
 *
 * What is found depends on problem, seed and budget in rounds alone: no clock, no transcendental function. So a budget
 * gives the same plan everywhere; only a run that the clock cuts short cannot be made again.
 */
import { lockedRoutes } from './construct.ts';
import { coolingLengths } from './coolings.ts';
import { beginSearch, disturb, type Search, startAnew } from './disturb.ts';
import type { Instance } from './instance.ts';
import type { RouteState } from './routes.ts';
import { copyRoutes, visitsIn } from './routes.ts';
import { scoreRoutes } from './score.ts';

export interface SearchOptions {
  readonly seed: number;
  /** Rounds of the search; how it cools is laid out by them. */
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

/** Where a search stands: the plan it goes on from, and the best that it has met. */
interface Standing {
  readonly kept: RouteState;
  readonly best: RouteState;
  keptScore: number;
  bestScore: number;
}

/** Rounds of disturbance, cooled again and again, from where the search stands. */
export function anneal(search: Search, aim: Aim, options: SearchOptions): SearchResult {
  const { inst, routes } = search;
  const score = aim.score(routes);
  const standing = {
    kept: copyRoutes(inst, routes),
    best: copyRoutes(inst, routes),
    keptScore: score,
    bestScore: score,
  };
  const tell = teller(standing, options);
  let iterations = 0;
  const coolings = coolingLengths(options.iterations, visitsIn(routes), inst.taste);
  for (const [cooling, length] of coolings.entries()) {
    if (cooling > 0) beginCooling(search, aim, standing, cooling);
    const end = Math.min(options.iterations, iterations + length);
    const begin = iterations;
    for (; iterations < end; iterations += 1) {
      if (options.shouldStop?.()) return { routes: standing.best, iterations };
      tryRound(
        search,
        aim,
        standing,
        (options.heat ?? 1) * heatAt(inst, (iterations - begin) / length),
      );
      tell(iterations);
    }
  }
  return { routes: standing.best, iterations };
}

/** Share of the score by which a worse plan may be kept when a cooling has come so far, 0–1. */
const heatAt = ({ taste: { hot, cold } }: Instance, cooled: number): number =>
  hot + (cold - hot) * cooled;

/** Every other cooling begins at the best; those between begin elsewhere, so that no one place is the only one searched. */
function beginCooling(search: Search, aim: Aim, standing: Standing, cooling: number): void {
  const { inst, routes } = search;
  if (cooling % 2 === 0) {
    routes.data.set(standing.best.data);
    standing.keptScore = standing.bestScore;
  } else if (inst.taste.startsAnew && startAnew(search)) {
    standing.keptScore = aim.score(routes);
  } else {
    routes.data.set(standing.kept.data);
  }
  standing.kept.data.set(routes.data);
}

function tryRound(search: Search, aim: Aim, standing: Standing, heat: number): void {
  const { routes, random } = search;
  const slack = random.share() * random.share() * heat * aim.scale(standing.bestScore);
  const score = disturb(search) ? aim.score(routes) : Number.NEGATIVE_INFINITY;
  if (score <= standing.keptScore - slack) {
    routes.data.set(standing.kept.data);
    return;
  }
  standing.keptScore = score;
  standing.kept.data.set(routes.data);
  if (score <= standing.bestScore) return;
  standing.bestScore = score;
  standing.best.data.set(routes.data);
}

/** Tells now and then how far the search has come, and of the best when it has become better since. */
function teller(standing: Standing, { onProgress, onBetter }: SearchOptions) {
  let told = Number.NEGATIVE_INFINITY;
  return (iterations: number): void => {
    if (iterations % PROGRESS_EVERY > 0) return;
    onProgress?.(iterations);
    if (standing.bestScore > told) onBetter?.(standing.best);
    told = standing.bestScore;
  };
}
