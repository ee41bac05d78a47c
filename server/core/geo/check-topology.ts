/**
 * Whether the rings make an area by OGC's Simple Features, and, where they do not, which rings are at fault and where.
 *
 * One question to JTS settles the common case, a valid area. Only then are rings asked one by one and two by two, so
 * that "self-intersection" becomes "hole 2 crosses the shell here".
 */
import type { HotSpotGeometry } from '../model.ts';
import type { GeometryProblem, GeometryProblemCode } from './finding.ts';
import { findInvalidity, type Invalidity, type InvalidKind } from './jts.ts';
import { boundsMeet, boundsOf } from './measure.ts';
import { nearestEdge } from './nearest-edge.ts';
import {
  type PlacedRing,
  placedRings,
  pointerTo,
  polygonsOf,
  type RingPlace,
  type Rings,
} from './polygons.ts';
import { flatten, roundDegrees } from './tidy-geometry.ts';

/** A fault between rings, before it is put at its place in the coordinates. */
interface Fault {
  readonly code: GeometryProblemCode;
  readonly at: Invalidity['at'];
  /** The rings on which the place is to be shown. */
  readonly rings: readonly RingPlace[];
  readonly numbers: Readonly<Record<string, number>>;
}

const HOLE_CODES: Readonly<Record<InvalidKind, GeometryProblemCode>> = {
  'hole-outside': 'hole-outside',
  'interior-disconnected': 'interior-disconnected',
  crossing: 'hole-crosses-shell',
  'too-few-points': 'hole-crosses-shell',
};

const asPolygon = (coordinates: Rings): HotSpotGeometry => ({ type: 'Polygon', coordinates });

const numbersOf = ({ polygon, ring }: RingPlace) => ({ polygon: polygon + 1, ring: ring + 1 });

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));
}

function invalidPair(one: Rings, other: Rings): Invalidity | null {
  if (!boundsMeet(boundsOf(asPolygon(one)), boundsOf(asPolygon(other)))) return null;
  return findInvalidity({ type: 'MultiPolygon', coordinates: [one, other] });
}

function selfIntersections(rings: readonly PlacedRing[]): Fault[] {
  return rings.flatMap((each) => {
    const found = findInvalidity(asPolygon([each.positions]));
    if (!found) return [];
    return [{ code: 'self-intersection', at: found.at, rings: [each], numbers: numbersOf(each) }];
  });
}

function holesAgainstShell(shell: PlacedRing, holes: readonly PlacedRing[]): Fault[] {
  return holes.flatMap((hole) => {
    const found = findInvalidity(asPolygon([shell.positions, hole.positions]));
    if (!found) return [];
    const { kind, at } = found;
    return [{ code: HOLE_CODES[kind], at, rings: [hole], numbers: numbersOf(hole) }];
  });
}

function holesAgainstEachOther(holes: readonly PlacedRing[]): Fault[] {
  return pairs(holes).flatMap(([one, other]) => {
    const found = invalidPair([one.positions], [other.positions]);
    if (!found) return [];
    const numbers = { ...numbersOf(other), otherRing: one.ring + 1 };
    return [{ code: 'holes-overlap', at: found.at, rings: [other], numbers }];
  });
}

function faultsOfHoles(polygons: readonly PlacedRing[][]): Fault[] {
  return polygons.flatMap(([shell, ...holes]) =>
    shell ? [...holesAgainstShell(shell, holes), ...holesAgainstEachOther(holes)] : [],
  );
}

function faultsOfPolygons(polygons: readonly PlacedRing[][]): Fault[] {
  const coordinates = (rings: PlacedRing[]) => rings.map(({ positions }) => positions);
  return pairs([...polygons.entries()]).flatMap(([[first, one], [second, other]]) => {
    const found = invalidPair(coordinates(one), coordinates(other));
    if (!found) return [];
    const numbers = { polygon: second + 1, otherPolygon: first + 1 };
    return [{ code: 'polygons-overlap', at: found.at, rings: other, numbers }];
  });
}

/** What shows only when all rings are seen together, such as three holes that cut off a corner. */
function faultOfWhole(rings: readonly PlacedRing[], { kind, at }: Invalidity): Fault {
  const code = kind === 'interior-disconnected' ? kind : 'self-intersection';
  return { code, at, rings, numbers: numbersOf(nearestEdge(rings, at).place) };
}

function faultsOf(rings: PlacedRing[], polygons: PlacedRing[][], found: Invalidity): Fault[] {
  const ofRings = selfIntersections(rings);
  if (ofRings.length > 0) return ofRings;
  const ofHoles = faultsOfHoles(polygons);
  if (ofHoles.length > 0) return ofHoles;
  const ofPolygons = faultsOfPolygons(polygons);
  return ofPolygons.length > 0 ? ofPolygons : [faultOfWhole(rings, found)];
}

function locate(received: HotSpotGeometry, { code, at, rings, numbers }: Fault): GeometryProblem {
  const asReceived = placedRings(received).filter((each) =>
    rings.some(({ polygon, ring }) => polygon === each.polygon && ring === each.ring),
  );
  const { place, index } = nearestEdge(asReceived, at);
  const [lon, lat] = [roundDegrees(at[0]), roundDegrees(at[1])];
  return { code, path: pointerTo(received, place, index), values: { lon, lat, ...numbers } };
}

/** Wants closed rings with four or more positions of finite coordinates. */
export function topologyProblems(geometry: HotSpotGeometry): GeometryProblem[] {
  const flat = flatten(geometry);
  const invalidity = findInvalidity(flat);
  if (!invalidity) return [];
  const rings = placedRings(flat);
  const polygons = polygonsOf(flat).map((_, index) =>
    rings.filter(({ polygon }) => polygon === index),
  );
  return faultsOf(rings, polygons, invalidity).map((fault) => locate(geometry, fault));
}
