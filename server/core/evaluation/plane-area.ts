/**
 * An area laid out on a metric plane, made ready for many points: whether a point lies in it, and how far from its border.
 * Web Mercator would make a ring of 100 m one of 51 m in Flen; SWEREF 99 TM is right to 3 cm.
 */

import { polygonsOf } from '../geo/polygons.ts';
import type { HotSpotGeometry, Metres } from '../model.ts';
import type { Plane } from '../walking/network.ts';

/** x1, y1, x2, y2 in metres. */
export type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

export interface PlaneArea {
  readonly edges: readonly Edge[];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function layArea(geometry: HotSpotGeometry, plane: Plane): PlaneArea {
  const edges = polygonsOf(geometry)
    .flat()
    .flatMap((ring) => edgesOf(ring.map(([lon = 0, lat = 0]) => plane.toXY([lon, lat]))));
  const xs = edges.map(([x]) => x);
  const ys = edges.map(([, y]) => y);
  return {
    edges,
    west: Math.min(...xs),
    south: Math.min(...ys),
    east: Math.max(...xs),
    north: Math.max(...ys),
  };
}

const edgesOf = (points: readonly (readonly [number, number])[]): Edge[] =>
  points.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = points[index] ?? [x2, y2];
    return [x1, y1, x2, y2];
  });

/** By the even–odd rule, which holds for holes and for several polygons alike. */
export function liesIn(
  { edges, west, south, east, north }: PlaneArea,
  x: number,
  y: number,
): boolean {
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  for (const [x1, y1, x2, y2] of edges) {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Whether the point lies in the area or at most so far from its border. */
export function liesWithin(area: PlaneArea, x: number, y: number, reachM: Metres): boolean {
  const { west, south, east, north } = area;
  const isFar = x < west - reachM || x > east + reachM || y < south - reachM || y > north + reachM;
  if (isFar) return false;
  return (
    liesIn(area, x, y) || area.edges.some((edge) => squaredDistance(edge, x, y) <= reachM ** 2)
  );
}

function squaredDistance([x1, y1, x2, y2]: Edge, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return (x1 + share * dx - x) ** 2 + (y1 + share * dy - y) ** 2;
}
