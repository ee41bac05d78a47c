/** Blocks → the figures that a report shows: promised → planned → delivered, in doses and minutes. */
import { HOUR_MS, MINUTE_MS } from '../calendar/duration.ts';
import { LOSS_REASONS, type LossReason, type Minutes, type VisitSource } from '../model.ts';
import type { CoverageBlock, CoverageSums, DosesAndTime, WeekDoses } from './coverage-block.ts';
import { longestGapMs } from './dose-gaps.ts';
import { medianDwellMin } from './dwell-histogram.ts';
import { addUp } from './merge-blocks.ts';

/** Raise it with every change of what a figure means; each report and export carries it. */
export const DEFINITIONS_VERSION = '1';

export interface DosesAndMinutes {
  readonly doses: number;
  readonly minutes: Minutes;
}

/** Seven operational days from Monday × 24 hours from the start of the operational day. */
export type DayHourGrid = number[][];

export interface LossFigures {
  readonly reason: LossReason;
  readonly count: number;
  readonly minutes: Minutes;
}

/** Made afresh for whoever asks, so its lists may be handed to the wire as they are. */
export interface CoverageFigures {
  /** Doses wanted by the windows that have opened. */
  readonly promised: DosesAndMinutes;
  /** Visits of the published plans that should have begun. */
  readonly planned: DosesAndMinutes;
  /** Doses, and patrol minutes: the union of the visits, of short ones too. */
  readonly delivered: DosesAndMinutes;
  /** Minutes × officers. Never in one column with patrol minutes. */
  readonly personMinutes: Minutes;
  /** Of the patrol minutes: beyond each visit's ceiling, so that a long coffee does not look like coverage. */
  readonly minutesAboveCeiling: Minutes;
  readonly visits: CoverageSums['visits'];
  readonly bySource: Readonly<Record<VisitSource, number>>;
  readonly late: number;
  /** Of doses and short visits; null if there are none. */
  readonly medianDwellMin: Minutes | null;
  /** From the end of one dose to the start of the next, the edges of the period counted too. */
  readonly longestGapHours: number | null;
  readonly windows: { readonly kept: number; readonly all: number };
  /** Reasons that occurred, in the order of `LOSS_REASONS`. */
  readonly losses: LossFigures[];
  /** Planned, and no dose came of it: `notOffered` + `missed`. */
  readonly plannedNotDelivered: number;
  readonly notOffered: number;
  readonly missed: number;
  readonly grid: { readonly minutes: DayHourGrid; readonly doses: DayHourGrid };
  readonly weeks: WeekDoses[];
}

const inMinutes = ({ doses, ms }: DosesAndTime) => ({ doses, minutes: ms / MINUTE_MS });

function gridOf(cells: readonly number[], value: (cell: number) => number): DayHourGrid {
  return Array.from({ length: 7 }, (_, day) => cells.slice(day * 24, day * 24 + 24).map(value));
}

function figuresOfSums(sums: CoverageSums, gapMs: number | null): CoverageFigures {
  return {
    promised: inMinutes(sums.promised),
    planned: inMinutes(sums.planned),
    delivered: inMinutes(sums.delivered),
    personMinutes: sums.personMs / MINUTE_MS,
    minutesAboveCeiling: sums.aboveCeilingMs / MINUTE_MS,
    visits: sums.visits,
    bySource: sums.bySource,
    late: sums.late,
    medianDwellMin: medianDwellMin(sums.dwell),
    longestGapHours: gapMs === null ? null : gapMs / HOUR_MS,
    windows: sums.windows,
    losses: LOSS_REASONS.filter((reason) => sums.losses[reason].count > 0).map((reason) => ({
      reason,
      count: sums.losses[reason].count,
      minutes: sums.losses[reason].ms / MINUTE_MS,
    })),
    plannedNotDelivered: sums.notOffered + sums.missed,
    notOffered: sums.notOffered,
    missed: sums.missed,
    grid: {
      minutes: gridOf(sums.gridMs, (ms) => ms / MINUTE_MS),
      doses: gridOf(sums.gridDoses, (doses) => doses),
    },
    weeks: [...sums.weeks],
  };
}

/** Of one hot spot. */
export function figuresOf(block: CoverageBlock): CoverageFigures {
  return figuresOfSums(block, longestGapMs(block));
}

/**
 * Of several hot spots over the same span. Their minutes add: the union is taken within each hot spot, since two
 * patrols in one place are one coverage and two places are two. The median is of all their visits; the longest gap
 * is the longest that any of them had.
 */
export function totals(blocks: readonly CoverageBlock[]): CoverageFigures {
  const gaps = blocks.map(longestGapMs).filter((gap) => gap !== null);
  return figuresOfSums(addUp(blocks), gaps.length === 0 ? null : Math.max(...gaps));
}
