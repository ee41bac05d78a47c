/** Filling a plan: the visit that brings most for its minutes goes in first, until none fits. */
import { openPlace, settleRoute } from './edit-route.ts';
import type { Insertion } from './insertion.ts';
import { findInsertion } from './insertion.ts';
import type { Instance } from './instance.ts';
import { NEVER } from './instance.ts';
import type { RouteState } from './routes.ts';

/** The cheapest place of each window in each route, kept until the route or the hot spot changes. */
export interface InsertionCache {
  readonly routeStamp: Int32Array;
  readonly spotStamp: Int32Array;
  readonly cost: Float64Array;
  readonly position: Int32Array;
  readonly split: Int32Array;
  readonly start: Int32Array;
  /** Windows that one more visit may still fit in, in order; only fewer while a plan is filled. */
  readonly open: Int32Array;
  readonly scratch: Insertion;
}

export function emptyCache(inst: Instance): InsertionCache {
  const size = inst.windows * inst.patrols;
  return {
    routeStamp: new Int32Array(size).fill(-1),
    spotStamp: new Int32Array(size).fill(-1),
    cost: new Float64Array(size),
    position: new Int32Array(size),
    split: new Int32Array(size),
    start: new Int32Array(size),
    open: new Int32Array(inst.windows),
    scratch: { cost: NEVER, position: 0, split: 0, start: 0 },
  };
}

/** Gives the next stamp; stamps are never used twice in a search. */
export type NextStamp = () => number;

/** What a round favours: by how much the worth of a visit is lessened in choosing, by window and by route; 0–1. */
export interface Favour {
  readonly window: Float64Array;
  readonly route: Float64Array;
}

/** Puts visits in, best first by favoured worth for its minutes, until none fits. */
export function fillRoutes(
  inst: Instance,
  routes: RouteState,
  cache: InsertionCache,
  favour: Favour,
  nextStamp: NextStamp,
): void {
  let opened = inst.windows;
  for (let window = 0; window < opened; window += 1) cache.open[window] = window;
  for (;;) {
    const best = bestInsertion(inst, routes, cache, favour, opened);
    opened = best.opened;
    if (best.entry < 0) return;
    const route = best.entry % inst.patrols;
    const window = (best.entry - route) / inst.patrols;
    insertCached(inst, routes, cache, window, route, nextStamp());
  }
}

function insertCached(
  inst: Instance,
  routes: RouteState,
  cache: InsertionCache,
  window: number,
  route: number,
  stamp: number,
): void {
  const entry = window * inst.patrols + route;
  const position = cache.position[entry]!;
  const placement = {
    window,
    route,
    position,
    split: cache.split[entry]!,
    start: cache.start[entry]!,
    dwell: inst.spotDwell[inst.windowSpot[window]!]!,
    locked: false,
  };
  openPlace(inst, routes, placement, stamp);
  if (!settleRoute(inst, routes, route, position, position, stamp))
    throw new Error(`window ${window} was said to fit in route ${route} and does not`);
}

interface Found {
  /** Window × patrols + route of the insertion that brings most for its minutes, or −1. */
  readonly entry: number;
  /** How many windows are still open: those in which nothing fits any more are taken off the list. */
  readonly opened: number;
}

function bestInsertion(
  inst: Instance,
  routes: RouteState,
  cache: InsertionCache,
  favour: Favour,
  opened: number,
): Found {
  let best = -1;
  let bestRate = 0;
  let kept = 0;
  for (let n = 0; n < opened; n += 1) {
    const window = cache.open[n]!;
    const spot = inst.windowSpot[window]!;
    if (routes.spotCount[spot]! >= inst.spotMost[spot]!) continue;
    const worth = inst.worth[window * inst.spotRoom + routes.windowCount[window]!]!;
    const wanted = worth * favour.window[window]!;
    if (wanted <= 0) continue;
    cache.open[kept] = window;
    kept += 1;
    if (wanted <= bestRate * inst.spotDwell[spot]!) continue;
    const spotStamp = routes.spotStamp[spot]!;
    let isOpen = false;
    for (let route = 0; route < inst.patrols; route += 1) {
      const entry = window * inst.patrols + route;
      const isKnown =
        cache.routeStamp[entry] === routes.routeStamp[route] &&
        cache.spotStamp[entry] === spotStamp;
      if (!isKnown) renew(inst, routes, cache, entry, window, route, spotStamp);
      const cost = cache.cost[entry]!;
      if (cost === NEVER) continue;
      isOpen = true;
      const wantedHere = wanted * favour.route[route]!;
      if (wantedHere <= bestRate * cost) continue;
      bestRate = wantedHere / cost;
      best = entry;
    }
    if (!isOpen) kept -= 1;
  }
  return { entry: best, opened: kept };
}

/** Looks for the window's cheapest place in the route anew. */
function renew(
  inst: Instance,
  routes: RouteState,
  cache: InsertionCache,
  entry: number,
  window: number,
  route: number,
  spotStamp: number,
): void {
  const routeStamp = routes.routeStamp[route]!;
  const { scratch } = cache;
  if (inst.serves[entry] && !stillFitsNowhere(routes, cache, entry, routeStamp, spotStamp))
    findInsertion(inst, routes, window, route, scratch);
  else scratch.cost = NEVER;
  cache.routeStamp[entry] = routeStamp;
  cache.spotStamp[entry] = spotStamp;
  cache.cost[entry] = scratch.cost;
  cache.position[entry] = scratch.position;
  cache.split[entry] = scratch.split;
  cache.start[entry] = scratch.start;
}

/** Whether the window was found to fit nowhere in the route, and both have only become fuller since. */
function stillFitsNowhere(
  routes: RouteState,
  cache: InsertionCache,
  entry: number,
  routeStamp: number,
  spotStamp: number,
): boolean {
  if (cache.cost[entry] !== NEVER) return false;
  const since = routes.loosened[0]!;
  const atRoute = cache.routeStamp[entry]!;
  const atSpot = cache.spotStamp[entry]!;
  const isRouteFuller = atRoute === routeStamp || (atRoute >= since && atRoute <= routeStamp);
  const isSpotFuller = atSpot === spotStamp || (atSpot >= since && atSpot <= spotStamp);
  return isRouteFuller && isSpotFuller;
}
