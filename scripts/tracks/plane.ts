/** The ground of a simulated town: metres east and north of its middle. Apart from the core, so that it can judge it. */
import type { LonLat, Metres } from '#core/model.ts';
import type { Random } from '#core/planner/random.ts';

export type Place = readonly [eastM: Metres, northM: Metres];
export type Ring = readonly Place[];

/** An area is inside where a ray crosses an odd number of its rings, as with holes and parts. */
export interface Area {
  readonly id: string;
  readonly rings: readonly Ring[];
}

/** Flen's station. */
const MIDDLE: LonLat = [16.5878, 59.0575];
/** Metres to a degree there, by geodesics of WGS 84 (GeographicLib). */
const LON_M = 57_357;
const LAT_M = 111_399;

export const lonLatOf = ([eastM, northM]: Place): LonLat => [
  MIDDLE[0] + eastM / LON_M,
  MIDDLE[1] + northM / LAT_M,
];

export const between = (random: Random, low: number, high: number): number =>
  low + random.share() * (high - low);

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)] as T;
}

export const distanceBetween = (one: Place, other: Place): Metres =>
  Math.hypot(one[0] - other[0], one[1] - other[1]);

/** So far from one place towards another. */
export const onTheWay = (from: Place, to: Place, share: number): Place => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];

/** The sides of a ring, from corner to corner and back to the first. */
export function sidesOf(ring: Ring): (readonly [Place, Place])[] {
  return ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] as Place]);
}

export function isInside({ rings }: Area, [x, y]: Place): boolean {
  let inside = false;
  for (const ring of rings) {
    let [x1, y1] = ring.at(-1) as Place;
    for (const [x2, y2] of ring) {
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      [x1, y1] = [x2, y2];
    }
  }
  return inside;
}

function distanceToSide([from, to]: readonly [Place, Place], place: Place): Metres {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((place[0] - from[0]) * dx + (place[1] - from[1]) * dy) / (dx * dx + dy * dy);
  return distanceBetween(place, onTheWay(from, to, Math.min(1, Math.max(0, along))));
}

/** To the nearest side, whether from inside or from outside. */
export function distanceToBorder({ rings }: Area, place: Place): Metres {
  return Math.min(...rings.flatMap(sidesOf).map((side) => distanceToSide(side, place)));
}

export function placeInside(random: Random, area: Area, borderM: Metres = 0): Place {
  const corners = area.rings.flat();
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  let best: Place = corners[0] as Place;
  let deepest = -1;
  for (let attempt = 0; attempt < 40 || deepest < 0; attempt += 1) {
    const place: Place = [
      between(random, Math.min(...xs), Math.max(...xs)),
      between(random, Math.min(...ys), Math.max(...ys)),
    ];
    if (!isInside(area, place)) continue;
    const depth = distanceToBorder(area, place);
    if (depth >= borderM) return place;
    if (depth > deepest) [best, deepest] = [place, depth];
  }
  return best;
}
