/** How deep inside a hot spot a point is, or how far outside. */
import { boundsOf } from '../geo/measure.ts';
import { polygonsOf } from '../geo/polygons.ts';
import type { HotSpotGeometry, LonLat, Metres } from '../model.ts';
import { degreeLengths } from './degree-lengths.ts';

/** Metres to the border: positive inside, negative outside and in a hole. At most `FAR_M` outside. */
export type SignedDistance = (lonLat: LonLat) => Metres;

/** Further out no border is measured: nothing that is decided depends on it. Ours. */
export const FAR_M: Metres = 400;

type Side = readonly [x1: number, y1: number, x2: number, y2: number];

function squaredDistance([x1, y1, x2, y2]: Side, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return (x1 + share * dx - x) ** 2 + (y1 + share * dy - y) ** 2;
}

/** Whether a ray to the east crosses the side. */
const isCrossed = ([x1, y1, x2, y2]: Side, x: number, y: number): boolean =>
  y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);

/** Even-odd over all rings, so that holes are outside. */
function distanceIn(sides: readonly Side[], x: number, y: number): Metres {
  let least = Infinity;
  let inside = false;
  for (const side of sides) {
    least = Math.min(least, squaredDistance(side, x, y));
    if (isCrossed(side, x, y)) inside = !inside;
  }
  return inside ? Math.sqrt(least) : Math.max(-FAR_M, -Math.sqrt(least));
}

/** Wants a valid geometry of at most a few kilometres. */
export function signedDistanceTo(geometry: HotSpotGeometry): SignedDistance {
  const { west, south, east, north } = boundsOf(geometry);
  const { lonM, latM } = degreeLengths((south + north) / 2);
  const plane = ([lon = 0, lat = 0]: readonly number[]) =>
    [(lon - west) * lonM, (lat - south) * latM] as const;
  const sides = polygonsOf(geometry)
    .flat()
    .flatMap((ring) =>
      ring.slice(1).map((to, index): Side => [...plane(ring[index] ?? to), ...plane(to)]),
    );
  const [width, height] = plane([east, north]);
  const isFar = (x: number, y: number) =>
    x < -FAR_M || y < -FAR_M || x > width + FAR_M || y > height + FAR_M;
  return (lonLat) => {
    const [x, y] = plane(lonLat);
    return isFar(x, y) ? -FAR_M : distanceIn(sides, x, y);
  };
}
