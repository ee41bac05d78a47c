/** Whether the coordinates mean a place in the area, and, where they do not, the mistake that they look like. */
import type { HotSpotGeometry, LonLat } from '../model.ts';
import type { GeometryProblem } from './finding.ts';
import { distanceM } from './measure.ts';
import { placedRings, pointerTo } from './polygons.ts';

const FURTHEST_KM = 50;

/** SWEREF 99 TM (EPSG:3006) in Sweden, metres: the ranges of northing and easting do not meet. */
const SWEREF_NORTH = [6_100_000, 7_700_000] as const;
const SWEREF_EAST = [200_000, 1_000_000] as const;

interface Vertex {
  readonly lonLat: LonLat;
  readonly path: string;
}

function verticesOf(geometry: HotSpotGeometry): Vertex[] {
  return placedRings(geometry).flatMap((each) =>
    each.positions.map(([lon = 0, lat = 0], index) => ({
      lonLat: [lon, lat] as const,
      path: pointerTo(geometry, each, index),
    })),
  );
}

const isBetween = (value: number, [low, high]: readonly [number, number]) =>
  low <= value && value <= high;

function asSweref([x, y]: LonLat): { north: number; east: number } | null {
  if (isBetween(y, SWEREF_NORTH) && isBetween(x, SWEREF_EAST)) return { north: y, east: x };
  if (isBetween(x, SWEREF_NORTH) && isBetween(y, SWEREF_EAST)) return { north: x, east: y };
  return null;
}

const isOnEarth = ([lon, lat]: LonLat) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function rangeProblem({ lonLat, path }: Vertex): GeometryProblem {
  const sweref = asSweref(lonLat);
  if (sweref) return { code: 'metres-not-degrees', path, values: sweref };
  const [lon, lat] = lonLat;
  return { code: 'out-of-range', path, values: { lon, lat } };
}

const swapped = ([first, second]: LonLat): LonLat => [second, first];

const kmBetween = (one: LonLat, other: LonLat) => distanceM(one, other) / 1000;

const isNear = (lonLat: LonLat, center: LonLat) =>
  isOnEarth(lonLat) && kmBetween(lonLat, center) <= FURTHEST_KM;

function swapProblem(vertices: readonly Vertex[]): GeometryProblem[] {
  const [first] = vertices;
  if (!first) return [];
  const [lon, lat] = swapped(first.lonLat);
  return [{ code: 'swapped', path: first.path, values: { lon, lat, vertices: vertices.length } }];
}

function distanceProblem(vertices: readonly Vertex[], center: LonLat): GeometryProblem[] {
  const [first] = vertices;
  if (!first) return [];
  const km = Math.round(Math.max(...vertices.map(({ lonLat }) => kmBetween(lonLat, center))));
  return [{ code: 'too-far', path: first.path, values: { km, limit: FURTHEST_KM } }];
}

/** Findings about the place, one of each kind, at the first vertex that has it. Without a centre any place will do. */
export function placeProblems(geometry: HotSpotGeometry, center: LonLat | null): GeometryProblem[] {
  const vertices = verticesOf(geometry);
  const offEarth = vertices.find(({ lonLat }) => !isOnEarth(lonLat));
  const isTurned = (vertex: Vertex) => center !== null && isNear(swapped(vertex.lonLat), center);
  if (offEarth && !isTurned(offEarth)) return [rangeProblem(offEarth)];
  if (center === null) return [];
  const far = vertices.filter(({ lonLat }) => !isNear(lonLat, center));
  const turned = far.filter(isTurned);
  const lost = far.filter((vertex) => !isTurned(vertex));
  return [...swapProblem(turned), ...distanceProblem(lost, center)];
}
