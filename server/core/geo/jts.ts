/**
 * The one door to jsts, the JavaScript port of JTS, on whose algorithms GEOS (and so PostGIS and QGIS) rests: what it
 * calls valid, they call valid. Nothing outside this file sees its loosely typed classes.
 */
import type { Polygon, Position } from 'geojson';
import InteriorPointArea from 'jsts/org/locationtech/jts/algorithm/InteriorPointArea.js';
import Orientation from 'jsts/org/locationtech/jts/algorithm/Orientation.js';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import TopologyValidationError from 'jsts/org/locationtech/jts/operation/valid/TopologyValidationError.js';
import type { HotSpotGeometry, LonLat } from '../model.ts';

/** Why OGC's Simple Features calls an area invalid, as far as JTS tells it apart. */
export type InvalidKind = 'hole-outside' | 'interior-disconnected' | 'too-few-points' | 'crossing';

export interface Invalidity {
  readonly kind: InvalidKind;
  readonly at: LonLat;
}

interface JtsPoint {
  readonly x: number;
  readonly y: number;
}

const KINDS: ReadonlyMap<number, InvalidKind> = new Map([
  [TopologyValidationError.HOLE_OUTSIDE_SHELL, 'hole-outside'],
  [TopologyValidationError.DISCONNECTED_INTERIOR, 'interior-disconnected'],
  [TopologyValidationError.TOO_FEW_POINTS, 'too-few-points'],
]);

const factory = new GeometryFactory();

const toCoordinates = (ring: readonly Position[]) =>
  ring.map(([lon, lat]) => new Coordinate(lon, lat));

const toRing = (ring: readonly Position[]) => factory.createLinearRing(toCoordinates(ring));

function toPolygon([shell = [], ...holes]: Polygon['coordinates']) {
  return factory.createPolygon(toRing(shell), holes.map(toRing));
}

function toJts(geometry: HotSpotGeometry) {
  return geometry.type === 'Polygon'
    ? toPolygon(geometry.coordinates)
    : factory.createMultiPolygon(geometry.coordinates.map(toPolygon));
}

/**
 * The first reason why the area is not valid by OGC's Simple Features, or null. Rings may touch in points.
 * Wants closed rings of finite coordinates.
 */
export function findInvalidity(geometry: HotSpotGeometry): Invalidity | null {
  const error = new IsValidOp(toJts(geometry)).getValidationError();
  if (!error) return null;
  const { x, y }: JtsPoint = error.getCoordinate();
  return { kind: KINDS.get(error.getErrorType()) ?? 'crossing', at: [x, y] };
}

/** Whether a simple ring runs counter-clockwise, as RFC 7946 wants of a shell. Exact, however thin the ring. */
export function isCounterClockwise(ring: readonly Position[]): boolean {
  return Orientation.isCCW(toCoordinates(ring));
}

/** A point well inside a valid area: the middle of the widest stretch of a line through its middle. */
export function interiorPoint(geometry: HotSpotGeometry): LonLat {
  const { x, y }: JtsPoint = InteriorPointArea.getInteriorPoint(toJts(geometry));
  return [x, y];
}
