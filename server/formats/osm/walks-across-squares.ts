/** A square is walked straight across: between the points where ways reach its border, where nothing of the border is in between. */
import type { MultiPolygon, Position } from 'geojson';
import { contains } from '#core/geo/contains.ts';
import type { LonLat } from '#core/model.ts';
import { type AreaRings, locateArea, ringsOfRelation, ringsOfWay } from './assemble-area.ts';
import type { Extract } from './collect.ts';
import type { OsmWay } from './osm-object.ts';
import { isWalkedAcross } from './walkable.ts';

/** More would make a square of a whole pedestrian quarter cost as much as the town. */
const MOST_ENTRIES = 60;

type Pair = readonly [fromRef: number, toRef: number];

/** Pairs of nodes between which one walks across a square. @param walked all ways that are walked along */
export function walksAcrossSquares(extract: Extract, walked: readonly OsmWay[]): Pair[] {
  const uses = new Map<number, number>();
  for (const { refs } of walked) {
    for (const ref of new Set(refs)) uses.set(ref, (uses.get(ref) ?? 0) + 1);
  }
  return squaresOf(extract, walked).flatMap((rings) => {
    const { geometry } = locateArea(rings, extract.positions);
    const border = [...rings.outers, ...rings.inners].flatMap((ring) => ring.slice(0, -1));
    const entries = [...new Set(border)].filter((ref) => (uses.get(ref) ?? 0) > 1);
    return entries.length <= MOST_ENTRIES ? across(geometry, entries, extract) : [];
  });
}

function squaresOf({ areas, ways }: Extract, walked: readonly OsmWay[]): AreaRings[] {
  const relations = areas.filter(({ tags }) => isWalkedAcross(tags));
  return [
    ...walked.filter(({ tags }) => isWalkedAcross(tags)).map(ringsOfWay),
    ...relations.map((relation) => ringsOfRelation(relation, ways)),
  ];
}

function across(area: MultiPolygon, entries: readonly number[], { positions }: Extract): Pair[] {
  const sides = area.coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => [ring[i] ?? to, to] as const));
  return entries.flatMap((fromRef, index) =>
    entries.slice(index + 1).flatMap((toRef): Pair[] => {
      const [from, to] = [positions.get(fromRef), positions.get(toRef)];
      const isFree =
        from && to && liesWithin(area, from, to) && !sides.some(([a, b]) => cross(from, to, a, b));
      return isFree ? [[fromRef, toRef]] : [];
    }),
  );
}

/** Looks at three points between; where the line leaves and comes back, it crosses a side as well. */
function liesWithin(area: MultiPolygon, [x1, y1]: LonLat, [x2, y2]: LonLat): boolean {
  return [0.25, 0.5, 0.75].every((share) =>
    contains(area, [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]),
  );
}

/** Whether two lines cross with each one's ends on either side of the other: ends that touch do not count. */
function cross(a: Position | LonLat, b: Position | LonLat, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(
  [ax = 0, ay = 0]: Position | LonLat,
  [bx = 0, by = 0]: Position | LonLat,
  [px = 0, py = 0]: Position | LonLat,
): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}
