/** Whether half of a hot spot would have done: the half that was densest in the earlier months, judged by the later. */
import type { Metres } from '../model.ts';
import {
  cellAt,
  countInCells,
  densityOf,
  gridOver,
  type PlanePoint,
  topCells,
} from './density-grid.ts';
import { liesIn, type PlaneArea } from './plane-area.ts';
import { catchOf, type HeldEvent } from './score.ts';

/** A kernel of 25 m on cells of 20 m: finer than a house tells nothing. Ours. */
const CELL_M: Metres = 20;
const BANDWIDTH_M: Metres = 25;
const FEWEST_CELLS = 4;

/** What that half caught of the months held out, whole, and its share of the area; null for a place too small to halve. */
export function denseHalf(
  area: PlaneArea,
  train: readonly PlanePoint[],
  held: readonly HeldEvent[],
): { readonly inside: number; readonly share: number } | null {
  const grid = gridOver(area, CELL_M);
  const cells = grid.inside.length;
  if (cells < FEWEST_CELLS) return null;
  const density = densityOf(grid, countInCells(grid, train), BANDWIDTH_M);
  const half = new Set(topCells(grid, density, Math.ceil(cells / 2)));
  const isInHalf = (x: number, y: number) => liesIn(area, x, y) && half.has(cellAt(grid, x, y));
  return { inside: catchOf(held, isInHalf).whole, share: half.size / cells };
}
