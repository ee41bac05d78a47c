/** Mends what can be mended without guessing: elevation, repeated points, needless decimals, winding. */
import type { Position } from 'geojson';
import type { HotSpotGeometry } from '../model.ts';
import { findInvalidity, isCounterClockwise } from './jts.ts';
import { mapRings, placedRings, type Ring, type RingPlace } from './polygons.ts';

const DECIMALS = 1e7;

const sameXY = (one: Position | undefined, other: Position) =>
  one !== undefined && one[0] === other[0] && one[1] === other[1];

const withoutRepeats = (ring: Ring): Ring =>
  ring.filter((position, index) => index === 0 || !sameXY(ring[index - 1], position));

/** Longitude and latitude only, and no point twice in a row: what the topology is judged on. */
export function flatten(geometry: HotSpotGeometry): HotSpotGeometry {
  return mapRings(geometry, (ring) => withoutRepeats(ring.map(([lon = 0, lat = 0]) => [lon, lat])));
}

/** To seven decimals: 11 mm or less on the ground. */
export const roundDegrees = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

const roundRing = (ring: Ring): Ring =>
  withoutRepeats(ring.map(([lon = 0, lat = 0]) => [roundDegrees(lon), roundDegrees(lat)]));

/** Rings that touch in a point may come apart or cross by a few millimetres: then all decimals are kept. */
function rounded(flat: HotSpotGeometry): HotSpotGeometry {
  const candidate = mapRings(flat, roundRing);
  const isWhole = placedRings(candidate).every(({ positions }) => positions.length >= 4);
  return isWhole && findInvalidity(candidate) === null ? candidate : flat;
}

const isWrongWay = (positions: Ring, { ring }: RingPlace) =>
  isCounterClockwise(positions) !== (ring === 0);

export interface Tidied {
  readonly geometry: HotSpotGeometry;
  /** How many rings were turned. */
  readonly turned: number;
}

/** Wants a flattened, valid geometry; the answer is valid too, and says the same within a centimetre. */
export function tidyGeometry(flat: HotSpotGeometry): Tidied {
  const short = rounded(flat);
  const turned = placedRings(short).filter((each) => isWrongWay(each.positions, each)).length;
  const geometry = mapRings(short, (ring, place) =>
    isWrongWay(ring, place) ? ring.toReversed() : ring,
  );
  return { geometry, turned };
}
