/** Blocks → the figures that a report shows: promised → planned → delivered, in doses and minutes. */
import { HOUR_MS, MINUTE_MS } from '../calendar/duration.ts';
import { LOSS_REASONS, type LossReason, type Minutes, type VisitSource } from '../model.ts';
import type {
  CoverageBlock,
  CoverageSums,
  DoseDays,
  DosesAndTime,
  LengthHistogram,
  WeekDoses,
} from './coverage-block.ts';
import { longestGapMs } from './dose-gaps.ts';
import {
  countOf,
  countsByBound,
  gapHistogram,
  mergeHistograms,
  quantile,
} from './length-histogram.ts';
import { addUp } from './merge-blocks.ts';

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

/** Half of the values lie between `lower` and `upper`, a quarter on either side. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Upper bounds, in hours, of the bins in which gaps are counted; above the last there is one more. */
export const GAP_BOUNDS_HOURS = [2, 6, 12, 24, 48, 72] as const;

export interface GapFigures {
  /** Whole gaps, between two doses of the period. */
  readonly count: number;
  readonly hours: Quartiles | null;
  /** How many are as long as each of `GAP_BOUNDS_HOURS` at most; last, those longer than all. */
  readonly byLength: number[];
}

/** Of the operational days on which a window opened and that are over (or have a dose). */
export interface StreakFigures {
  readonly days: number;
  readonly daysWithDose: number;
  readonly longestWith: number;
  readonly longestWithout: number;
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
  readonly dwellMin: Quartiles | null;
  /** From the end of one dose to the start of the next, the edges of the period counted too. */
  readonly longestGapHours: number | null;
  readonly gaps: GapFigures;
  readonly streaks: StreakFigures;
  readonly windows: { readonly kept: number; readonly all: number };
  /** Reasons that occurred, in the order of `LOSS_REASONS`. */
  readonly losses: LossFigures[];
  /** Lost, and nobody has said why. */
  readonly unexplained: { readonly count: number; readonly minutes: Minutes };
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

/** @param unit how many of the histogram's units make one of the answer's */
function quartiles(histogram: LengthHistogram, unit: number): Quartiles | null {
  const at = (share: number) => (quantile(histogram, share) ?? 0) / unit;
  if (countOf(histogram) === 0) return null;
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

const HOUR_MIN = 60;

const countsOfGaps = (minutes: LengthHistogram): number[] =>
  countsByBound(
    minutes,
    GAP_BOUNDS_HOURS.map((hours) => hours * HOUR_MIN),
  );

/** The place of a gap in `GapFigures.byLength`. */
export function gapBinOf(gapMs: number): number {
  return countsOfGaps(gapHistogram([gapMs])).indexOf(1);
}

function gapFigures(minutes: LengthHistogram): GapFigures {
  return {
    count: countOf(minutes),
    hours: quartiles(minutes, HOUR_MIN),
    byLength: countsOfGaps(minutes),
  };
}

function streakFigures({ days, daysWithDose, withDose, without }: DoseDays): StreakFigures {
  return {
    days,
    daysWithDose,
    longestWith: withDose.longest,
    longestWithout: without.longest,
  };
}

type BesideSums = Pick<CoverageFigures, 'longestGapHours' | 'gaps' | 'streaks'>;

function figuresOfSums(sums: CoverageSums, beside: BesideSums): CoverageFigures {
  const dwellMin = quartiles(sums.dwell, 60);
  return {
    ...beside,
    promised: inMinutes(sums.promised),
    planned: inMinutes(sums.planned),
    delivered: inMinutes(sums.delivered),
    personMinutes: sums.personMs / MINUTE_MS,
    minutesAboveCeiling: sums.aboveCeilingMs / MINUTE_MS,
    visits: sums.visits,
    bySource: sums.bySource,
    late: sums.late,
    medianDwellMin: dwellMin?.median ?? null,
    dwellMin,
    windows: sums.windows,
    losses: LOSS_REASONS.filter((reason) => sums.losses[reason].count > 0).map((reason) => ({
      reason,
      count: sums.losses[reason].count,
      minutes: sums.losses[reason].ms / MINUTE_MS,
    })),
    unexplained: {
      count: sums.unexplained.count,
      minutes: sums.unexplained.ms / MINUTE_MS,
    },
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

const inHours = (ms: number | null) => (ms === null ? null : ms / HOUR_MS);

/** Of one hot spot. */
export function figuresOf(block: CoverageBlock): CoverageFigures {
  return figuresOfSums(block, {
    longestGapHours: inHours(longestGapMs(block)),
    gaps: gapFigures(block.gaps.minutes),
    streaks: streakFigures(block.doseDays),
  });
}

/**
 * Of several hot spots over the same span. Their minutes add: the union is taken within each hot spot, since two
 * patrols in one place are one coverage and two places are two. Quartiles are of all their visits and gaps; the
 * longest gap and the longest runs of days are the longest that any of them had.
 */
export function totals(blocks: readonly CoverageBlock[]): CoverageFigures {
  const longest = blocks.map(longestGapMs).filter((gap) => gap !== null);
  const streaks = blocks.map(({ doseDays }) => streakFigures(doseDays));
  const most = (value: (one: StreakFigures) => number) => Math.max(0, ...streaks.map(value));
  const sum = (value: (one: StreakFigures) => number) =>
    streaks.reduce((total, one) => total + value(one), 0);
  return figuresOfSums(addUp(blocks), {
    longestGapHours: inHours(longest.length === 0 ? null : Math.max(...longest)),
    gaps: gapFigures(mergeHistograms(blocks.map(({ gaps }) => gaps.minutes))),
    streaks: {
      days: sum(({ days }) => days),
      daysWithDose: sum(({ daysWithDose }) => daysWithDose),
      longestWith: most(({ longestWith }) => longestWith),
      longestWithout: most(({ longestWithout }) => longestWithout),
    },
  });
}
