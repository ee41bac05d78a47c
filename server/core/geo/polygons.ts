/** A Polygon and a MultiPolygon seen alike: as a list of polygons, each a shell followed by its holes. */
import type { Position } from 'geojson';
import type { HotSpotGeometry } from '../model.ts';

export type Ring = Position[];
export type Rings = Ring[];

export function polygonsOf(geometry: HotSpotGeometry): Rings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The same type of geometry with each ring replaced. */
export function mapRings(
  geometry: HotSpotGeometry,
  change: (ring: Ring, place: RingPlace) => Ring,
): HotSpotGeometry {
  const mapPolygon = (rings: Rings, polygon: number) =>
    rings.map((each, ring) => change(each, { polygon, ring }));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: mapPolygon(geometry.coordinates, 0) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(mapPolygon) };
}

/** Which ring: ring 0 of a polygon is its shell, the others are its holes. */
export interface RingPlace {
  readonly polygon: number;
  readonly ring: number;
}

export interface PlacedRing extends RingPlace {
  readonly positions: Ring;
}

export function placedRings(geometry: HotSpotGeometry): PlacedRing[] {
  return polygonsOf(geometry).flatMap((rings, polygon) =>
    rings.map((positions, ring) => ({ polygon, ring, positions })),
  );
}

/** JSON pointer to a ring, or to one of its positions: `/geometry/coordinates/0/3`. */
export function pointerTo(
  geometry: HotSpotGeometry,
  { polygon, ring }: RingPlace,
  position?: number,
): string {
  const steps = geometry.type === 'Polygon' ? [ring] : [polygon, ring];
  return ['/geometry/coordinates', ...steps, ...(position === undefined ? [] : [position])].join(
    '/',
  );
}
