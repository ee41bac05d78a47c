/** Borders for the tests, all near the centre of Flen unless told otherwise. */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from '#core/model.ts';

/** The town's centroid in the police's public event feed (flen/README.md). */
export const FLEN: LonLat = [16.587912, 59.057938];

/** Anywhere in the world, nothing else about. */
export const ANYWHERE = { center: null, others: [] };
export const IN_FLEN = { center: FLEN, others: [] };

/** One step of the drawing grid: 0.001 degrees, some 57 m east and 111 m north in Flen. */
const at = ([x, y]: readonly [number, number]): Position => [
  Math.round((16.58 + x / 1000) * 1e7) / 1e7,
  Math.round((59.05 + y / 1000) * 1e7) / 1e7,
];

/** A ring through points of the drawing grid, closed here. */
export function ring(...points: [number, number][]): Position[] {
  const positions = points.map(at);
  return [...positions, ...positions.slice(0, 1)];
}

/** An upright rectangle, counter-clockwise. */
export const box = (west: number, south: number, east: number, north: number) =>
  ring([west, south], [east, south], [east, north], [west, north]);

/** The same as a hole, clockwise. */
export const holeBox = (west: number, south: number, east: number, north: number) =>
  box(west, south, east, north).toReversed();

export const polygon = (...coordinates: Position[][]): Polygon => ({
  type: 'Polygon',
  coordinates,
});

export const multiPolygon = (...coordinates: Position[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates,
});
