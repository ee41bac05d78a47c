/** Finds the side of a border that a point on it belongs to, so that a fault can be shown in the coordinates. */
import type { Position } from 'geojson';
import type { LonLat } from '../model.ts';
import type { PlacedRing, RingPlace } from './polygons.ts';

export interface EdgePlace {
  readonly place: RingPlace;
  /** Of the position where the side begins. */
  readonly index: number;
}

/** Squared distance in degrees: only for comparing sides that all but pass through the point. */
function squaredDistance([x, y]: LonLat, from: Position, to: Position): number {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return (x1 + share * dx - x) ** 2 + (y1 + share * dy - y) ** 2;
}

/** The side nearest to the point; the first of several. Wants at least one ring. */
export function nearestEdge(rings: readonly PlacedRing[], at: LonLat): EdgePlace {
  let nearest: EdgePlace = { place: { polygon: 0, ring: 0 }, index: 0 };
  let least = Infinity;
  for (const { polygon, ring, positions } of rings) {
    for (const [index, from] of positions.slice(0, -1).entries()) {
      const distance = squaredDistance(at, from, positions[index + 1] ?? from);
      if (distance < least) {
        least = distance;
        nearest = { place: { polygon, ring }, index };
      }
    }
  }
  return nearest;
}
