/**
 * Makes the rings of an area out of the ways of a multipolygon: end to end, in whatever order and direction they come.
 * https://wiki.openstreetmap.org/wiki/Relation:multipolygon
 */
import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import type { LonLat } from '#core/model.ts';
import type { OsmRelation, OsmWay } from './osm-object.ts';

/** A ring as ids of nodes, the first again at the end. */
export type RefRing = readonly number[];

export interface AreaRings {
  readonly outers: readonly RefRing[];
  readonly inners: readonly RefRing[];
  /** False where part of the border is not in the extract; the rings are then those that could be closed. */
  readonly isWhole: boolean;
}

export function ringsOfRelation(
  { members }: OsmRelation,
  ways: ReadonlyMap<number, OsmWay>,
): AreaRings {
  const lines = (isInner: boolean) =>
    members
      .filter(({ type, role }) => type === 'way' && (role === 'inner') === isInner)
      .map(({ ref }) => ways.get(ref)?.refs ?? []);
  const [outer, inner] = [closeRings(lines(false)), closeRings(lines(true))];
  return { outers: outer.rings, inners: inner.rings, isWhole: outer.isWhole && inner.isWhole };
}

/** A closed way is an area with one ring. */
export function ringsOfWay({ refs }: OsmWay): AreaRings {
  return { outers: isClosed(refs) ? [refs] : [], inners: [], isWhole: isClosed(refs) };
}

export const isClosed = (refs: readonly number[]): boolean =>
  refs.length >= 4 && refs[0] === refs.at(-1);

function closeRings(lines: readonly (readonly number[])[]) {
  const rings = lines.filter(isClosed);
  const open = lines.filter((line) => !isClosed(line));
  let isWhole = true;
  let ring = open.shift();
  while (ring) {
    const end = ring.at(-1);
    const next = open.findIndex((line) => line[0] === end || line.at(-1) === end);
    const [line] = next < 0 ? [] : open.splice(next, 1);
    if (line) ring = ring.concat((line[0] === end ? line : line.toReversed()).slice(1));
    else isWhole = false;
    if (line && !isClosed(ring)) continue;
    if (line) rings.push(ring);
    ring = open.shift();
  }
  return { rings, isWhole };
}

export interface LocatedArea {
  readonly geometry: MultiPolygon;
  /** False where a border has gaps or lacks nodes; what could be drawn is drawn. */
  readonly isWhole: boolean;
}

/** Holes go to the outer ring that they lie in. */
export function locateArea(
  { outers, inners, isWhole }: AreaRings,
  positions: ReadonlyMap<number, LonLat>,
): LocatedArea {
  const [shells, holes] = [locateRings(outers, positions), locateRings(inners, positions)];
  const polygons = shells.map((shell) => [counterclockwise(shell)]);
  for (const hole of holes) {
    const [corner = []] = hole;
    const home = polygons.find(([shell = []]) =>
      booleanPointInPolygon(corner, { type: 'Polygon', coordinates: [shell] }),
    );
    home?.push(counterclockwise(hole).toReversed());
  }
  const isLocated = shells.length === outers.length && holes.length === inners.length;
  return {
    geometry: { type: 'MultiPolygon', coordinates: polygons },
    isWhole: isWhole && isLocated && polygons.length > 0,
  };
}

/** The rings all of whose nodes are there. */
function locateRings(
  rings: readonly RefRing[],
  positions: ReadonlyMap<number, LonLat>,
): Position[][] {
  const located = rings.map((ring) => ring.map((ref) => positions.get(ref)));
  return located.flatMap((ring) => {
    const found = ring.flatMap((at) => (at ? [[...at]] : []));
    return found.length === ring.length ? [found] : [];
  });
}

/** The order of RFC 7946 for outer rings, by the sign of the area (shoelace formula). */
function counterclockwise(ring: Position[]): Position[] {
  const twice = ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[index + 1] ?? ring[0] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice < 0 ? ring.toReversed() : ring;
}
