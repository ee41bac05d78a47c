/**
 * What a hot spot is measured against: the densest cells of the same area by the earlier months (what a machine would
 * have drawn), and the cells that in the end held most (what nobody could have beaten, for PEI).
 */
import type { Metres } from '../model.ts';
import {
  cellAt,
  countInCells,
  densityOf,
  type Grid,
  gridOver,
  type PlanePoint,
  sumIn,
  topCells,
} from './density-grid.ts';
import type { PlaneArea } from './plane-area.ts';
import type { HeldEvent } from './score.ts';

export interface YardstickOptions {
  readonly cellM: Metres;
  /** The standard deviation of the Gaussian kernel. */
  readonly bandwidthM: Metres;
}

/** A town's: cells of 50 m, a kernel of 75 m, about a block. Ours. */
export const TOWN_YARDSTICK: YardstickOptions = { cellM: 50, bandwidthM: 75 };

export interface Yardstick {
  readonly grid: Grid;
  /** Cells of the density of the earlier months, as many as have the hot spots' area. */
  readonly cells: readonly number[];
  readonly isInside: (x: number, y: number) => boolean;
  /** The most events of the months held out that so many cells hold. */
  readonly mostPossible: number;
}

export function yardstickOf(
  extent: PlaneArea,
  train: readonly PlanePoint[],
  held: readonly HeldEvent[],
  areaM2: number,
  { cellM, bandwidthM }: YardstickOptions = TOWN_YARDSTICK,
): Yardstick {
  const grid = gridOver(extent, cellM);
  const count = cellsFor(grid, areaM2);
  const density = densityOf(grid, countInCells(grid, train), bandwidthM);
  const cells = topCells(grid, density, count);
  const chosen = new Set(cells);
  return {
    grid,
    cells,
    isInside: (x, y) => chosen.has(cellAt(grid, x, y)),
    mostPossible: mostOf(grid, held, count),
  };
}

/** As many cells as come nearest to the area; one at least. */
export const cellsFor = ({ cellM }: Grid, areaM2: number): number =>
  Math.max(1, Math.round(areaM2 / cellM ** 2));

export function mostOf(grid: Grid, held: readonly HeldEvent[], count: number): number {
  const points = held.map(({ x, y, events }) => ({ x, y, weight: events }));
  const counts = countInCells(grid, points);
  return sumIn(counts, topCells(grid, counts, count));
}
