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
import type { NetworkPoint, Plane, WalkNetwork } from './network.ts';

/** A hot spot's area, or a point such as the patrols' base. */
export type WalkPlace = { readonly geometry: HotSpotGeometry } | { readonly lonLat: LonLat };

/** Further from the network than this, and the network says nothing of the place. */
export const FAR_FROM_NETWORK_M: Metres = 250;

type XY = readonly [x: number, y: number];
type Segment = readonly [XY, XY];

/** The points at which a place is entered from the network; none if it lies too far from it. */
export function entrancesOf(network: WalkNetwork, place: WalkPlace, plane: Plane): NetworkPoint[] {
  const sides = 'geometry' in place ? sidesOf(place.geometry, plane) : [];
  const touching = 'geometry' in place ? touchingPoints(network, place.geometry, sides, plane) : [];
  if (touching.length > 0) return touching;
  const nearest = nearestPoint(network, targetsOf(place, sides, plane), plane);
  return nearest && nearest.offset <= FAR_FROM_NETWORK_M ? [nearest] : [];
}

function sidesOf(geometry: HotSpotGeometry, plane: Plane): Segment[] {
  return polygonsOf(geometry).flatMap((rings) =>
    rings.flatMap((ring) =>
      ring.slice(1).map((to, index): Segment => {
        const from = ring[index] ?? to;
        return [plane.toXY([from[0] ?? 0, from[1] ?? 0]), plane.toXY([to[0] ?? 0, to[1] ?? 0])];
      }),
    ),
  );
}

function targetsOf(place: WalkPlace, sides: readonly Segment[], plane: Plane): readonly Segment[] {
  if ('geometry' in place) return sides;
  const at = plane.toXY(place.lonLat);
  return [[at, at]];
}

function touchingPoints(
  network: WalkNetwork,
  geometry: HotSpotGeometry,
  sides: readonly Segment[],
  plane: Plane,
): NetworkPoint[] {
  const box = boxOf(sides);
  return network.edges.flatMap(([a, b], edge) => {
    const way = segmentOf(network, a, b, plane);
    if (!meets(boxOf([way]), box)) return [];
    const inside = [a, b].flatMap((node, share) => {
      const at = network.nodes[node];
      return at && contains(geometry, at) ? [share] : [];
    });
    const crossings = sides.flatMap((side) => crossingShare(way, side) ?? []);
    return [...inside, ...crossings].map((share) => ({ edge, share, offset: 0 }));
  });
}

function nearestPoint(
  network: WalkNetwork,
  targets: readonly Segment[],
  plane: Plane,
): NetworkPoint | null {
  let best: NetworkPoint | null = null;
  for (const [edge, [a, b]] of network.edges.entries()) {
    const way = segmentOf(network, a, b, plane);
    for (const target of targets) {
      const found = nearestOnWay(way, target);
      if (!best || found.offset < best.offset) best = { edge, ...found };
    }
  }
  return best;
}

function segmentOf(network: WalkNetwork, a: number, b: number, plane: Plane): Segment {
  return [plane.toXY(network.nodes[a] ?? [0, 0]), plane.toXY(network.nodes[b] ?? [0, 0])];
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

const meets = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
