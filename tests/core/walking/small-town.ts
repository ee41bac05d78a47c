/** A made town: streets on a plane of metres round a point in Flen, so that lengths can be told by heart. */
import type { Polygon } from 'geojson';
import { distanceM } from '#core/geo/measure.ts';
import type { LonLat } from '#core/model.ts';
import { planeAt, type WalkNetwork } from '#core/walking/network.ts';

const plane = planeAt([16.59, 59.057]);

/** So many metres east and north of the town's middle. */
export const at = (east: number, north: number): LonLat => plane.toLonLat(east, north);

/** Streets by their corners; streets meet where they share one. Edges are as long as the ground between. */
export function town(...streets: (readonly [east: number, north: number])[][]): WalkNetwork {
  const corners = new Map<string, number>();
  const nodes: LonLat[] = [];
  const edges: [number, number, number][] = [];
  const indexOf = ([east, north]: readonly [number, number]): number => {
    const key = `${east} ${north}`;
    if (!corners.has(key)) corners.set(key, nodes.push(at(east, north)) - 1);
    return corners.get(key)!;
  };
  for (const street of streets) {
    const path = street.map(indexOf);
    for (const [i, to] of path.slice(1).entries()) {
      edges.push([path[i]!, to, distanceM(nodes[path[i]!]!, nodes[to]!)]);
    }
  }
  return { nodes, edges };
}

/** A rectangle as a hot spot. */
export function block(west: number, south: number, east: number, north: number): Polygon {
  const corners = [at(west, south), at(east, south), at(east, north), at(west, north)];
  const ring = [...corners, corners[0]!].map((corner) => [...corner]);
  return { type: 'Polygon', coordinates: [ring] };
}
