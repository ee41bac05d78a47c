/** A grid of square cells over an area, and the density of events on it. */
import type { Metres } from '../model.ts';
import { liesIn, type PlaneArea } from './plane-area.ts';

/** An event on a metric plane; `weight` is how much it counts. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

export interface Grid {
  readonly west: number;
  readonly south: number;
  readonly cellM: Metres;
  readonly columns: number;
  readonly rows: number;
  /** Cells whose middle lies in the area, in order. */
  readonly inside: readonly number[];
}

/** 1.6 km² at 50 m a cell takes 640; a region gets larger cells rather than more. */
const MOST_CELLS = 1_000_000;

export function gridOver(area: PlaneArea, wantedM: Metres): Grid {
  const { west, south, east, north } = area;
  const cellM = Math.max(wantedM, Math.sqrt(((east - west) * (north - south)) / MOST_CELLS));
  const columns = Math.max(1, Math.ceil((east - west) / cellM));
  const rows = Math.max(1, Math.ceil((north - south) / cellM));
  const inside: number[] = [];
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const x = west + ((cell % columns) + 0.5) * cellM;
    const y = south + (Math.floor(cell / columns) + 0.5) * cellM;
    if (liesIn(area, x, y)) inside.push(cell);
  }
  return { west, south, cellM, columns, rows, inside };
}

/** The cell that a point lies in, or -1 outside the grid. */
export function cellAt({ west, south, cellM, columns, rows }: Grid, x: number, y: number): number {
  const column = Math.floor((x - west) / cellM);
  const row = Math.floor((y - south) / cellM);
  const isOutside = column < 0 || row < 0 || column >= columns || row >= rows;
  return isOutside ? -1 : row * columns + column;
}

/** The sum of weights in each cell. */
export function countInCells(grid: Grid, points: readonly PlanePoint[]): Float64Array {
  const counts = new Float64Array(grid.columns * grid.rows);
  for (const { x, y, weight } of points) {
    const cell = cellAt(grid, x, y);
    if (cell >= 0) counts[cell] = (counts[cell] ?? 0) + weight;
  }
  return counts;
}

/**
 * Kernel density with a Gaussian kernel (B. W. Silverman 1986), on the grid: counts blurred along rows, then along
 * columns. `bandwidthM` is the kernel's standard deviation; it is cut at three of them.
 */
export function densityOf(grid: Grid, counts: Float64Array, bandwidthM: Metres): Float64Array {
  const kernel = gaussian(bandwidthM / grid.cellM);
  const { columns, rows } = grid;
  const across = blurred(counts, kernel, {
    lines: rows,
    length: columns,
    step: 1,
    between: columns,
  });
  return blurred(across, kernel, { lines: columns, length: rows, step: columns, between: 1 });
}

function gaussian(sigma: number): readonly number[] {
  const reach = Math.max(1, Math.ceil(3 * sigma));
  const raw = Array.from({ length: reach + 1 }, (_, at) => Math.exp(-0.5 * (at / sigma) ** 2));
  const whole = raw.reduce((sum, one, at) => sum + (at === 0 ? one : 2 * one), 0);
  return raw.map((one) => one / whole);
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  readonly step: number;
  readonly between: number;
}

/** Each count is spread over its neighbours on the line; most cells are empty and cost nothing. */
function blurred(values: Float64Array, kernel: readonly number[], lines: Lines): Float64Array {
  const result = new Float64Array(values.length);
  for (let line = 0; line < lines.lines; line += 1) {
    for (let at = 0; at < lines.length; at += 1) {
      const value = values[line * lines.between + at * lines.step] ?? 0;
      if (value === 0) continue;
      for (let off = 1 - kernel.length; off < kernel.length; off += 1) {
        const to = at + off;
        if (to < 0 || to >= lines.length) continue;
        const cell = line * lines.between + to * lines.step;
        result[cell] = (result[cell] ?? 0) + value * (kernel[Math.abs(off)] ?? 0);
      }
    }
  }
  return result;
}

/** The so many cells of the area that rank highest; of equals the first. */
export function topCells(grid: Grid, values: Float64Array, cells: number): number[] {
  return [...grid.inside]
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, cells);
}

export function sumIn(values: Float64Array, cells: readonly number[]): number {
  return cells.reduce((sum, cell) => sum + (values[cell] ?? 0), 0);
}
