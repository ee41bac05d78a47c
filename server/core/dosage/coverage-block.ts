/**
 * Coverage of one hot spot in one stretch of operational days, as sums that can be added up.
 *
 *   ├─ September ─┼─ October ─┼─ November ─┤   merged = the same as if counted in one go
 *
 * A server keeps one block for each hot spot and month that is past, so that a report of ten years reads 120 small
 * blocks and not 73,000 visits. Lengths of time are whole milliseconds, so that sums are exact in any order.
 */
import type { EpochMs, LossReason, TimeSpan, VisitSource } from '../model.ts';
import type { WindowDoses } from './window-doses.ts';

/** Doses (or planned visits) and the time they take. */
export interface DosesAndTime {
  readonly doses: number;
  readonly ms: number;
}

export interface CountAndTime {
  readonly count: number;
  readonly ms: number;
}

/** `lengths[i]` occurs `counts[i]` times; the shortest first. A median cannot be added up, a histogram can. */
export interface LengthHistogram {
  readonly lengths: readonly number[];
  readonly counts: readonly number[];
}

export interface WeekDoses {
  /** ISO week of the operational day, `2026-W48`. */
  readonly week: string;
  readonly promised: number;
  readonly planned: number;
  readonly delivered: number;
}

/** The part of a block that adds up over time and over hot spots alike. */
export interface CoverageSums {
  readonly promised: DosesAndTime;
  readonly planned: DosesAndTime;
  /** Doses, and the union of all visits' time. */
  readonly delivered: DosesAndTime;
  /** Time × officers. */
  readonly personMs: number;
  /** Part of the delivered time: after each visit's ceiling. */
  readonly aboveCeilingMs: number;
  /** A visit over the ceiling is a dose and counted as one too. */
  readonly visits: {
    readonly dose: number;
    readonly overCeiling: number;
    readonly short: number;
    readonly passThrough: number;
  };
  /** Of doses and short visits. */
  readonly bySource: Readonly<Record<VisitSource, number>>;
  readonly late: number;
  /** Of doses and short visits, in seconds. */
  readonly dwell: LengthHistogram;
  readonly windows: { readonly kept: number; readonly all: number };
  readonly losses: Readonly<Record<LossReason, CountAndTime>>;
  /** Lost, and nobody has said why. */
  readonly unexplained: CountAndTime;
  /** Planned, but no patrol could be offered. */
  readonly notOffered: number;
  /** Offered, and no dose came of it. */
  readonly missed: number;
  /** 168 cells: Monday's 24 hours from the start of the operational day, then Tuesday's. */
  readonly gridMs: readonly number[];
  readonly gridDoses: readonly number[];
  /** Each ISO week that the block touches, in order. */
  readonly weeks: readonly WeekDoses[];
  /** Each window that opened or was answered, by id. */
  readonly byWindow: readonly WindowDoses[];
}

/** Where the doses lie in the block, as far as the gaps between them need it. */
export interface DoseGaps {
  /** Start of the first and end of the last time under a dose; null: no dose. */
  readonly firstFrom: EpochMs | null;
  readonly lastTo: EpochMs | null;
  /** The longest time between two doses of the block. */
  readonly longestMs: number;
  /** The times between two doses of the block, in minutes. */
  readonly minutes: LengthHistogram;
}

/** Runs of days of one kind in a stretch of days. */
export interface RunLengths {
  /** The run that the stretch begins with, and the one that it ends with; 0: none. */
  readonly first: number;
  readonly last: number;
  readonly longest: number;
}

/** Operational days on which a window opens, with and without a dose. */
export interface DoseDays {
  readonly days: number;
  readonly daysWithDose: number;
  readonly withDose: RunLengths;
  readonly without: RunLengths;
}

export interface CoverageBlock extends CoverageSums {
  readonly span: TimeSpan;
  /** The end of the span, or now if that comes first: nothing later is counted. */
  readonly until: EpochMs;
  readonly gaps: DoseGaps;
  readonly doseDays: DoseDays;
}
