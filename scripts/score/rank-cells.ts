/** Sets of cells that a machine would have drawn by the earlier months, scored on the months held out. */
import {
  cellAt,
  countInCells,
  densityOf,
  type Grid,
  gridOver,
  type PlanePoint,
  topCells,
} from '#core/evaluation/density-grid.ts';
import { type Incident, middleOf, shareWithin } from '#core/evaluation/incident.ts';
import { liesIn } from '#core/evaluation/plane-area.ts';
import { predictionEfficiencyIndex } from '#core/evaluation/precision.ts';
import { catchOf, type HeldEvent, type Score, scoreOf } from '#core/evaluation/score.ts';
import type { StudyArea } from '#core/evaluation/score-card.ts';
import { mostOf } from '#core/evaluation/yardstick.ts';
import type { EpochMs } from '#core/model.ts';

/** About a block, and the size of the hot spots of the trials (Birmingham, Peterborough). */
export const CELL_M = 150;
const BANDWIDTHS_M = [75, 150, 225, 300, 450, 600];

export interface Parts {
  readonly train: readonly PlanePoint[];
  readonly held: readonly HeldEvent[];
}

/** Cut at an instant; what lies outside the study area counts in neither part. */
export function partsAt(
  incidents: readonly Incident[],
  { plane, extent }: StudyArea,
  split: EpochMs,
  until: EpochMs,
): Parts {
  const train: PlanePoint[] = [];
  const held: HeldEvent[] = [];
  for (const incident of incidents) {
    const [x, y] = plane.toXY(incident.lonLat);
    if (!liesIn(extent, x, y)) continue;
    const before = shareWithin(incident, { from: Number.NEGATIVE_INFINITY, to: split });
    const after = shareWithin(incident, { from: split, to: until }) * incident.count;
    if (before > 0) train.push({ x, y, weight: before * incident.count });
    const isHeld = middleOf(incident) >= split && middleOf(incident) < until;
    if (after > 0)
      held.push({ x, y, events: after, harm: after, whole: isHeld ? incident.count : 0 });
  }
  return { train, held };
}

export const gridOf = ({ extent }: StudyArea): Grid => gridOver(extent, CELL_M);

export const byCount = (grid: Grid, train: readonly PlanePoint[]) => countInCells(grid, train);

export const byDensity = (grid: Grid, train: readonly PlanePoint[], bandwidthM: number) =>
  densityOf(grid, countInCells(grid, train), bandwidthM);

/** The bandwidth whose cells catch most of the last third of the earlier part: nothing of the months held out is seen. */
export function chosenBandwidth(
  incidents: readonly Incident[],
  study: StudyArea,
  from: EpochMs,
  split: EpochMs,
  share: number,
): number {
  const grid = gridOf(study);
  const inner = partsAt(incidents, study, from + ((split - from) * 2) / 3, split);
  const cells = Math.max(1, Math.round(grid.inside.length * share));
  const caught = (bandwidthM: number) =>
    catchOf(inner.held, isIn(grid, topCells(grid, byDensity(grid, inner.train, bandwidthM), cells)))
      .events;
  return BANDWIDTHS_M.reduce((best, one) => (caught(one) > caught(best) ? one : best));
}

function isIn(grid: Grid, cells: readonly number[]): (x: number, y: number) => boolean {
  const chosen = new Set(cells);
  return (x, y) => chosen.has(cellAt(grid, x, y));
}

export interface CellScore extends Score {
  readonly cells: number;
  readonly pei: number | null;
}

/** The so large share of the area that ranks highest by `values`. */
export function scoreCells(
  grid: Grid,
  values: Float64Array,
  share: number,
  held: readonly HeldEvent[],
  study: StudyArea,
): CellScore {
  const cells = topCells(grid, values, Math.max(1, Math.round(grid.inside.length * share)));
  const caught = catchOf(held, isIn(grid, cells));
  const all = catchOf(held, () => true);
  const size = { areaM2: cells.length * grid.cellM ** 2, streetM: null };
  const whole = { areaM2: study.areaM2, streetM: null };
  const pei = predictionEfficiencyIndex(caught.events, mostOf(grid, held, cells.length));
  return {
    ...scoreOf(caught, size, all, whole),
    cells: cells.length,
    pei: pei.known ? pei.value : null,
  };
}
