/** Which visits a round of the search takes out: few, and such that may take each other's place. */
import type { Instance } from './instance.ts';
import type { Random } from './random.ts';
import type { RouteState } from './routes.ts';

/** Marks visits at route × routeRoom + position in `marks`; returns how many. Locked visits are never marked. */
export function markRemovals(
  inst: Instance,
  routes: RouteState,
  random: Random,
  marks: Uint8Array,
): number {
  marks.fill(0);
  const movable = movableVisits(inst, routes);
  const seed = movable[random.below(movable.length)];
  if (seed === undefined) return 0;
  const { mostRemoved, visitsPerRemoved } = inst.taste;
  const most = Math.min(
    movable.length,
    mostRemoved + Math.floor(movable.length / visitsPerRemoved),
  );
  const wanted = 1 + random.below(most);
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return markSegments(inst, routes, random, marks, seed, wanted);
    case 3:
      return markSlice(inst, routes, random, marks, movable, seed);
    case 4:
    case 5:
      return markRelated(inst, routes, random, marks, movable, seed, wanted);
    case 6:
      return markRandom(random, marks, movable, wanted);
    default:
      return markWorst(inst, routes, random, marks, movable, wanted);
  }
}

function movableVisits(inst: Instance, routes: RouteState): number[] {
  const movable: number[] = [];
  for (let route = 0; route < inst.patrols; route += 1) {
    const base = route * inst.routeRoom;
    for (let at = base; at < base + routes.length[route]!; at += 1)
      if (!routes.locked[at]) movable.push(at);
  }
  return movable;
}

const mark = (routes: RouteState, marks: Uint8Array, at: number): number => {
  if (routes.locked[at] || marks[at]) return 0;
  marks[at] = 1;
  return 1;
};

/** A stretch of one route, and of the other routes around the same time. */
function markSegments(
  inst: Instance,
  routes: RouteState,
  random: Random,
  marks: Uint8Array,
  seed: number,
  wanted: number,
): number {
  const strings = 1 + random.below(Math.min(3, inst.patrols));
  const length = Math.max(1, Math.floor(wanted / strings));
  const first = Math.floor(seed / inst.routeRoom);
  const time = routes.start[seed]!;
  const skip = random.below(inst.patrols);
  let count = 0;
  for (let n = 0; n < strings; n += 1) {
    const route = n === 0 ? first : (first + skip + n) % inst.patrols;
    const base = route * inst.routeRoom;
    const end = routes.length[route]!;
    let near = 0;
    while (near < end - 1 && routes.start[base + near]! < time) near += 1;
    const from = Math.max(0, near - random.below(length));
    for (let i = from; i < Math.min(end, from + length); i += 1)
      count += mark(routes, marks, base + i);
  }
  return count;
}

/** A slice of time is at least this share of the whole, and as much more as this, shared by the patrols. */
const SLICE_LEAST = 0.04;
const SLICE_ROOM = 0.5;

/** All visits in a slice of time, whoever makes them. */
function markSlice(
  inst: Instance,
  routes: RouteState,
  random: Random,
  marks: Uint8Array,
  movable: readonly number[],
  seed: number,
): number {
  const from = routes.start[seed]!;
  const share = SLICE_LEAST + (SLICE_ROOM * random.share()) / inst.patrols;
  const until = from + Math.floor(share * inst.horizon);
  let count = 0;
  for (const at of movable)
    if (routes.start[at]! >= from && routes.start[at]! <= until) count += mark(routes, marks, at);
  return count;
}

/** The visits nearest to one in time and place. */
function markRelated(
  inst: Instance,
  routes: RouteState,
  random: Random,
  marks: Uint8Array,
  movable: readonly number[],
  seed: number,
  wanted: number,
): number {
  const place = (at: number) => inst.spotPlace[inst.windowSpot[routes.window[at]!]!]!;
  const home = place(seed) * inst.places;
  const ranked = movable
    .map((at) => {
      const apart = Math.abs(routes.start[at]! - routes.start[seed]!);
      const distance = inst.walk[home + place(at)]! * 4 + apart;
      return { at, distance: distance * (0.5 + random.share()) };
    })
    .sort((a, b) => a.distance - b.distance);
  let count = 0;
  for (const { at } of ranked.slice(0, wanted)) count += mark(routes, marks, at);
  return count;
}

function markRandom(random: Random, marks: Uint8Array, movable: readonly number[], wanted: number) {
  let count = 0;
  for (let n = 0; n < wanted; n += 1) {
    const at = movable[random.below(movable.length)]!;
    count += marks[at] ? 0 : 1;
    marks[at] = 1;
  }
  return count;
}

/** Those that bring least for the minutes they take. */
function markWorst(
  inst: Instance,
  routes: RouteState,
  random: Random,
  marks: Uint8Array,
  movable: readonly number[],
  wanted: number,
): number {
  const ranked = movable
    .map((at) => ({ at, rate: rateOf(inst, routes, at) * (0.5 + random.share()) }))
    .sort((a, b) => a.rate - b.rate);
  let count = 0;
  for (const { at } of ranked.slice(0, wanted)) count += mark(routes, marks, at);
  return count;
}

function rateOf(inst: Instance, routes: RouteState, at: number): number {
  const route = Math.floor(at / inst.routeRoom);
  const position = at - route * inst.routeRoom;
  const window = routes.window[at]!;
  const spot = inst.windowSpot[window]!;
  const place = inst.spotPlace[spot]!;
  const placeAt = (i: number) => inst.spotPlace[inst.windowSpot[routes.window[i]!]!]!;
  const before = position === 0 ? inst.from[route]! : placeAt(at - 1);
  const next = position + 1 === routes.length[route] ? inst.to[route]! : placeAt(at + 1);
  const walk = (a: number, b: number) => inst.walk[inst.legs[route]! + a * inst.places + b]!;
  const minutes = walk(before, place) + walk(place, next) - walk(before, next) + routes.dwell[at]!;
  const worth = inst.worth[window * inst.spotRoom + routes.windowCount[window]! - 1]!;
  return worth / Math.max(1, minutes);
}
