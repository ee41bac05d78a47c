/** The second door to jsts, for cutting; apart from the first, because its overlay code is heavy. */
import type { Polygon, Position } from 'geojson';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import Polygonizer from 'jsts/org/locationtech/jts/operation/polygonize/Polygonizer.js';
import UnionOp from 'jsts/org/locationtech/jts/operation/union/UnionOp.js';

interface JtsLine {
  getCoordinates(): readonly { readonly x: number; readonly y: number }[];
}

interface JtsPolygon {
  getExteriorRing(): JtsLine;
  getNumInteriorRing(): number;
  getInteriorRingN(index: number): JtsLine;
}

const factory = new GeometryFactory();

const toLine = (positions: readonly Position[]) =>
  factory.createLineString(positions.map(([lon, lat]) => new Coordinate(lon, lat)));

const positionsOf = (line: JtsLine): Position[] => line.getCoordinates().map(({ x, y }) => [x, y]);

function toGeoJson(polygon: JtsPolygon): Polygon {
  const holes = Array.from({ length: polygon.getNumInteriorRing() }, (_, index) =>
    positionsOf(polygon.getInteriorRingN(index)),
  );
  return { type: 'Polygon', coordinates: [positionsOf(polygon.getExteriorRing()), ...holes] };
}

/** The faces into which rings and a line divide the plane, the outside left out, holes among them. */
export function facesBetween(rings: readonly Position[][], line: readonly Position[]): Polygon[] {
  const noded: unknown = UnionOp.union(
    factory.createMultiLineString(rings.map(toLine)),
    toLine(line),
  );
  const polygonizer = new Polygonizer();
  polygonizer.add(noded);
  const faces: JtsPolygon[] = polygonizer.getPolygons().toArray();
  return faces.map(toGeoJson);
}
