/** One round of the search: visits are taken out, breaks moved now and then, and the plan is filled up again. */
import { breakPlaces, putInBreak, takeOutBreak } from './break-place.ts';
import { isOffDuty, NO_EARLY_STOP } from './construct.ts';
import { closePlace, settleRoute } from './edit-route.ts';
import { type Instance, MOST_WORTH } from './instance.ts';
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';
import { markRemovals } from './removal.ts';
import type { Favour, InsertionCache, NextStamp } from './repair.ts';
import { emptyCache, fillRoutes } from './repair.ts';
import type { RouteState } from './routes.ts';
import { copyRoutes } from './routes.ts';

/** How often the break of a patrol that loses visits is moved, and that of one that does not. */
const BREAK_MOVES = 0.4;
const IDLE_BREAK_MOVES = 0.03;
/** What all stamps begin at: those of an earlier search would be taken for later ones of this. */
const FIRST_STAMP = 1;

/** The routes that are searched on, and what belongs to them. */
export interface Search {
  readonly inst: Instance;
  readonly routes: RouteState;
  readonly cache: InsertionCache;
  readonly favour: Favour;
  /** How far chance may favour one patrol over another, 0–1. */
  readonly routeNoise: number;
  readonly marks: Uint8Array;
  readonly random: Random;
  readonly nextStamp: NextStamp;
}

/** A search that begins with a copy of the routes, filled up. */
export function beginSearch(
  inst: Instance,
  from: RouteState,
  seed: number,
  routeNoise = 0,
): Search {
  const routes = copyRoutes(inst, from);
  for (const stamps of [routes.routeStamp, routes.spotStamp, routes.loosened])
    stamps.fill(FIRST_STAMP);
  let stamp = FIRST_STAMP;
  const search: Search = {
    inst,
    routes,
    cache: emptyCache(inst),
    favour: {
      window: new Float64Array(inst.windows).fill(1),
      route: new Float64Array(inst.patrols).fill(1),
    },
    routeNoise,
    marks: new Uint8Array(inst.patrols * inst.routeRoom),
    random: seededRandom(seed),
    nextStamp: () => (stamp += 1),
  };
  fillRoutes(inst, routes, search.cache, search.favour, search.nextStamp);
  return search;
}

/** Takes visits out and fills up again. False: the routes are to be restored. */
export function disturb(search: Search): boolean {
  const { inst, routes, marks, random } = search;
  markRemovals(inst, routes, random, marks);
  return refill(search);
}

/** Takes out all visits that are not locked and fills up again. False: the routes are to be restored. */
export function startAnew(search: Search): boolean {
  const { routes, marks } = search;
  for (let at = 0; at < marks.length; at += 1) marks[at] = 1 - routes.locked[at]!;
  return refill(search);
}

function refill(search: Search): boolean {
  const { inst, routes, cache, favour, nextStamp } = search;
  if (!removeMarked(search)) return false;
  drawFavour(search);
  fillRoutes(inst, routes, cache, favour, nextStamp);
  return true;
}

/** What this round favours when filling up: chance, and now and then worth by its square. */
function drawFavour({ inst, random, favour, routeNoise }: Search): void {
  const { noises, squareShare } = inst.taste;
  const bySquare = random.share() < squareShare;
  const noise = noises[random.below(noises.length)] ?? 0;
  for (let w = 0; w < inst.windows; w += 1) {
    favour.window[w] = 1 - noise * random.share();
    if (bySquare) favour.window[w]! *= inst.worth[w * inst.spotRoom]! / MOST_WORTH;
  }
  if (routeNoise === 0) return;
  for (let route = 0; route < inst.patrols; route += 1)
    favour.route[route] = 1 - routeNoise * random.share();
}

/** False: the routes cannot be kept without the marked visits, where a walk is longer than by way of another place. */
function removeMarked(search: Search): boolean {
  const { inst, routes, random, nextStamp } = search;
  const stamp = nextStamp();
  routes.loosened[0] = stamp;
  const firsts = closeMarked(search, stamp);
  for (let route = 0; route < inst.patrols; route += 1) {
    const first = firsts[route]!;
    const isTouched = first >= 0;
    if (isTouched && !settleRoute(inst, routes, route, first, NO_EARLY_STOP, stamp)) return false;
    const chance = isTouched ? BREAK_MOVES : IDLE_BREAK_MOVES;
    if (inst.breakPause[route]! < 0 || isOffDuty(inst, route) || random.share() >= chance) continue;
    if (!moveBreak(search, route)) return false;
  }
  return true;
}

/** Takes the marked visits out; gives the first position that it took out of each route, or −1. */
function closeMarked({ inst, routes, marks }: Search, stamp: number): Int32Array {
  const firsts = new Int32Array(inst.patrols).fill(-1);
  for (let route = 0; route < inst.patrols; route += 1) {
    const base = route * inst.routeRoom;
    for (let i = routes.length[route]! - 1; i >= 0; i -= 1) {
      if (!marks[base + i]) continue;
      closePlace(inst, routes, route, i, stamp);
      firsts[route] = i;
    }
  }
  return firsts;
}

/** Moves the patrol's break to some other place where it fits. */
function moveBreak({ inst, routes, random, nextStamp }: Search, route: number): boolean {
  const stamp = nextStamp();
  takeOutBreak(inst, routes, route);
  if (!settleRoute(inst, routes, route, 0, NO_EARLY_STOP, stamp)) return false;
  const places = breakPlaces(inst, routes, route);
  const place = places[random.below(places.length)];
  if (!place) return false;
  putInBreak(inst, routes, route, place);
  return settleRoute(inst, routes, route, 0, NO_EARLY_STOP, stamp);
}
