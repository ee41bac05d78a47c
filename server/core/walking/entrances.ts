/**
 * Where a place meets the network. A hot spot is entered wherever a way crosses its border or runs inside it; one that no way touches
 * is entered from the nearest point of the network, straight across.
 *
 *   ──way──┬────────┐        ┌────────┐
 *          │ place  │        │ place  │· · · nearest point of a way
 *          └────────┘        └────────┘
 */
import { contains } from '../geo/contains.ts';
import { polygonsOf } from '../geo/polygons.ts';
import type { HotSpotGeometry, LonLat, Metres } from '../model.ts';
import type { LaidNetwork, NetworkPoint, Plane } from './network.ts';

/** A hot spot's area, or a point such as the patrols' base. */
export type WalkPlace = { readonly geometry: HotSpotGeometry } | { readonly lonLat: LonLat };

/** Further from the network than this, and the network says nothing of the place. */
export const FAR_FROM_NETWORK_M: Metres = 250;

type XY = readonly [x: number, y: number];
type Segment = readonly [XY, XY];

/** The points at which a place is entered from the network; none if it lies too far from it. */
export function entrancesOf(network: LaidNetwork, place: WalkPlace): NetworkPoint[] {
  const sides = sidesOf(place, network.plane);
  const box = boxOf(sides);
  const touching = 'geometry' in place ? touchingPoints(network, place.geometry, sides, box) : [];
  if (touching.length > 0) return touching;
  const nearest = nearestPoint(network, sides, box);
  return nearest ? [nearest] : [];
}

/** A point is a side without length. */
function sidesOf(place: WalkPlace, { toXY }: Plane): Segment[] {
  if ('lonLat' in place) return [[toXY(place.lonLat), toXY(place.lonLat)]];
  return polygonsOf(place.geometry)
    .flat()
    .flatMap((ring) => {
      const corners = ring.map(([lon = 0, lat = 0]) => toXY([lon, lat]));
      return corners.slice(1).map((to, index): Segment => [corners[index] ?? to, to]);
    });
}

function touchingPoints(
  network: LaidNetwork,
  geometry: HotSpotGeometry,
  sides: readonly Segment[],
  box: Box,
): NetworkPoint[] {
  const points: NetworkPoint[] = [];
  for (const [edge, [a, b]] of network.edges.entries()) {
    if (boxDistance(network, a, b, box) > 0) continue;
    const way = segmentOf(network, a, b);
    for (const [share, node] of [a, b].entries()) {
      const at = network.nodes[node];
      if (at && contains(geometry, at)) points.push({ edge, share, offset: 0 });
    }
    for (const side of sides) {
      const share = crossingShare(way, side);
      if (share !== null) points.push({ edge, share, offset: 0 });
    }
  }
  return points;
}

function nearestPoint(
  network: LaidNetwork,
  sides: readonly Segment[],
  box: Box,
): NetworkPoint | null {
  let best: NetworkPoint | null = null;
  let limit = FAR_FROM_NETWORK_M;
  for (const [edge, [a, b]] of network.edges.entries()) {
    if (boxDistance(network, a, b, box) > limit) continue;
    const way = segmentOf(network, a, b);
    for (const side of sides) {
      const found = nearestOnWay(way, side);
      if (found.offset > limit || (best && found.offset === limit)) continue;
      best = { edge, ...found };
      limit = found.offset;
    }
  }
  return best;
}

function segmentOf({ x, y }: LaidNetwork, a: number, b: number): Segment {
  return [
    [x[a] ?? 0, y[a] ?? 0],
    [x[b] ?? 0, y[b] ?? 0],
  ];
}

/**
 * At least this far from the box is everything on the edge: what spares looking closer at most edges.
 * Asked for each edge and place, so it makes no arrays.
 */
function boxDistance({ x, y }: LaidNetwork, a: number, b: number, box: Box): Metres {
  const xa = x[a] ?? 0;
  const xb = x[b] ?? 0;
  const ya = y[a] ?? 0;
  const yb = y[b] ?? 0;
  const aside = Math.max(box.west - Math.max(xa, xb), Math.min(xa, xb) - box.east, 0);
  const up = Math.max(box.south - Math.max(ya, yb), Math.min(ya, yb) - box.north, 0);
  return Math.max(aside, up);
}

/** Two segments that do not cross are nearest at an end of one of them. */
function nearestOnWay(way: Segment, target: Segment): { share: number; offset: Metres } {
  const candidates = [
    ...target.map((end) => projection(end, way)),
    ...way.map((end, share) => ({ share, offset: projection(end, target).offset })),
  ];
  return candidates.reduce((best, one) => (one.offset < best.offset ? one : best));
}

function projection(
  [px, py]: XY,
  [[ax, ay], [bx, by]]: Segment,
): { share: number; offset: Metres } {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return { share, offset: Math.hypot(px - ax - share * dx, py - ay - share * dy) };
}

/** The share of `way` at which it crosses `side`; null where it does not. */
function crossingShare(
  [[ax, ay], [bx, by]]: Segment,
  [[cx, cy], [dx, dy]]: Segment,
): number | null {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (turn === 0) return null;
  const onWay = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
  const onSide = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
  const crosses = onWay >= 0 && onWay <= 1 && onSide >= 0 && onSide <= 1;
  return crosses ? onWay : null;
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function boxOf(segments: readonly Segment[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of segments.flat()) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}
