/** A density surface as contours to look at and to draw from. It is no hot spot: somebody who knows the place draws that. */
import { contours } from 'd3-contour';
import type { MultiPolygon } from 'geojson';
import { M2_PER_HA } from '../geo/measure.ts';
import type { Metres } from '../model.ts';
import type { Plane } from '../walking/network.ts';
import { countInCells, densityOf, gridOver, type PlanePoint } from './density-grid.ts';
import type { PlaneArea } from './plane-area.ts';

export interface Contour {
  /** Of the peak: 0.2 … 0.8. */
  readonly level: number;
  readonly geometry: MultiPolygon;
}

export interface DensitySurface {
  readonly contours: readonly Contour[];
  /** Events by hectare where it is densest. */
  readonly peakPerHa: number;
}

/** Fewer make an island each. Ours. */
export const FEWEST_FOR_SURFACE = 20;

const CELL_M: Metres = 25;
const LEVELS = [0.2, 0.4, 0.6, 0.8];
const DECIMALS = 1e6;

const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** Wants at least one point with weight in the extent. */
export function densitySurface(
  points: readonly PlanePoint[],
  extent: PlaneArea,
  plane: Plane,
  bandwidthM: Metres,
): DensitySurface {
  const grid = gridOver(extent, CELL_M);
  const { columns, rows, cellM, west, south } = grid;
  const values = densityOf(grid, countInCells(grid, points), bandwidthM);
  const peak = values.reduce((most, one) => Math.max(most, one), 0);
  const toLonLat = ([column = 0, row = 0]: readonly number[]) =>
    plane.toLonLat(west + column * cellM, south + row * cellM).map(rounded);
  const drawn = contours()
    .size([columns, rows])
    .thresholds(LEVELS.map((level) => level * peak))([...values]);
  return {
    peakPerHa: (peak / cellM ** 2) * M2_PER_HA,
    contours: drawn.map(({ coordinates }, index) => ({
      level: LEVELS[index] ?? 0,
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map(toLonLat))),
      },
    })),
  };
}
