/** What the check of a border finds, as codes and figures: `web/text` and `contract` have the words. */

/** Why a border is refused. */
export const GEOMETRY_PROBLEMS = [
  /** Not a GeoJSON geometry; values.wanted: geometry, type, list, position, number or bbox. */
  'malformed',
  /** geometry, properties or features beside coordinates (RFC 7946, 7.1); values: member. */
  'forbidden-member',
  /** Good GeoJSON, but a point, a line or a collection; values.type. */
  'not-an-area',
  /** A MultiPolygon without polygons or a Polygon without rings. */
  'empty',
  /** values: vertices, limit. */
  'too-many-vertices',
  /** A coordinate is NaN or infinite. */
  'not-finite',
  /** Easting and northing in metres (SWEREF 99 TM) where degrees belong; values: north, east. */
  'metres-not-degrees',
  /** values: lon, lat. */
  'out-of-range',
  /** Latitude stands first; values: lon, lat as they should be, vertices. */
  'swapped',
  /** values: km from the area's centre, limit. */
  'too-far',
  /** The last position is not the first; values: polygon, ring. */
  'ring-not-closed',
  /** values: polygon, ring, positions (without repeated ones), wanted (4). */
  'too-few-positions',
  /** The ring encloses less than a square metre; values: polygon, ring. */
  'zero-area',
  /** A ring crosses or touches itself; values: lon, lat, polygon, ring. */
  'self-intersection',
  /** values: lon, lat, polygon, ring. */
  'hole-outside',
  /** A hole crosses the shell or shares a stretch with it; values: lon, lat, polygon, ring. */
  'hole-crosses-shell',
  /** Two holes overlap, share a stretch or lie in each other; values: lon, lat, polygon, ring, otherRing. */
  'holes-overlap',
  /** Two polygons overlap, share a stretch or lie in each other; values: lon, lat, polygon, otherPolygon. */
  'polygons-overlap',
  /** Touching rings cut the polygon in two; values: lon, lat, polygon. */
  'interior-disconnected',
] as const;
export type GeometryProblemCode = (typeof GEOMETRY_PROBLEMS)[number];

/** What is told of a border that is taken. */
export const GEOMETRY_WARNINGS = [
  /** Under 0.2 ha; values: areaHa, limit. */
  'small',
  /** Over 10 ha; values: areaHa, limit. */
  'large',
  /** More than 5 % of the smaller of the two; values: code of the other, percent. */
  'overlaps',
  /** Shells were turned counter-clockwise, holes clockwise, as RFC 7946 wants; values: rings. */
  'winding-mended',
  /** A third coordinate was left out; values: positions. */
  'elevation-dropped',
] as const;
export type GeometryWarningCode = (typeof GEOMETRY_WARNINGS)[number];

export interface Finding<Code extends string> {
  readonly code: Code;
  /** JSON pointer into what was sent: `/geometry/coordinates/0/3`. Rings and polygons in `values` count from 1. */
  readonly path: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type GeometryProblem = Finding<GeometryProblemCode>;
export type GeometryWarning = Finding<GeometryWarningCode>;
