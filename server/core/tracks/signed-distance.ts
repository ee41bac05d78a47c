/** How deep inside a hot spot a point is, or how far outside. */
import { boundsOf } from '../geo/measure.ts';
import { polygonsOf } from '../geo/polygons.ts';
import type { HotSpotGeometry, Metres } from '../model.ts';
import { degreeLengths } from './degree-lengths.ts';

/** Metres to the border: positive inside, negative outside and in a hole. At most `mostM` outside, `FAR_M` if not given. */
export type SignedDistance = (lon: number, lat: number, mostM?: Metres) => Metres;

/** Further out no border is measured: five minutes' walk, more than a gap that is bridged leaves for both ways. Ours. */
export const FAR_M: Metres = 400;

/** Numbers that a side takes: where it begins, where it goes from there, and one over its squared length. */
const SIDE_NUMBERS = 5;

type Plane = (position: readonly number[]) => readonly [x: Metres, y: Metres];

/** All rings, side by side. */
function sidesOf(geometry: HotSpotGeometry, plane: Plane): Float64Array {
  const sides = polygonsOf(geometry)
    .flat()
    .flatMap((ring) =>
      ring.slice(1).flatMap((to, index) => sideOf(plane(ring[index] ?? to), plane(to))),
    );
  return Float64Array.from(sides);
}

function sideOf(
  [x1, y1]: readonly [Metres, Metres],
  [x2, y2]: readonly [Metres, Metres],
): number[] {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  return [x1, y1, dx, dy, length2 === 0 ? 0 : 1 / length2];
}

/** Even-odd over all rings, so that holes are outside. One straight loop: it is run for every point near a hot spot. */
function distanceIn(sides: Float64Array, x: Metres, y: Metres): Metres {
  let least = Infinity;
  let inside = false;
  for (let side = 0; side < sides.length; side += SIDE_NUMBERS) {
    const fromX = x - (sides[side] as number);
    const fromY = y - (sides[side + 1] as number);
    const dx = sides[side + 2] as number;
    const dy = sides[side + 3] as number;
    const along = (fromX * dx + fromY * dy) * (sides[side + 4] as number);
    const share = along < 0 ? 0 : along > 1 ? 1 : along;
    const offX = fromX - share * dx;
    const offY = fromY - share * dy;
    const squared = offX * offX + offY * offY;
    if (squared < least) least = squared;
    // A ray to the east crosses the side.
    if (fromY < 0 !== fromY < dy && fromX < (fromY / dy) * dx) inside = !inside;
  }
  return inside ? Math.sqrt(least) : -Math.sqrt(least);
}

/** Wants a valid geometry of at most a few kilometres. */
export function signedDistanceTo(geometry: HotSpotGeometry): SignedDistance {
  const { west, south, east, north } = boundsOf(geometry);
  const { lonM, latM } = degreeLengths((south + north) / 2);
  const sides = sidesOf(geometry, ([lon = 0, lat = 0]) => [
    (lon - west) * lonM,
    (lat - south) * latM,
  ]);
  const width = (east - west) * lonM;
  const height = (north - south) * latM;
  return (lon, lat, mostM = FAR_M) => {
    const x = (lon - west) * lonM;
    const y = (lat - south) * latM;
    const isFar = x < -mostM || y < -mostM || x > width + mostM || y > height + mostM;
    return isFar ? -mostM : Math.max(-mostM, distanceIn(sides, x, y));
  };
}
