/**
 * What makes a visit a dose, and where each number comes from (domain brief 1.1–1.2). A hot spot's time window
 * may set its own; these hold outside windows.
 */
import type { Minutes } from '../model.ts';

export interface DoseThresholds {
  readonly countsFromMin: Minutes;
  readonly ceilingMin: Minutes;
}

/**
 * Ten minutes: a stop must be about that long to do more than a drive-through (Koper 1995, Minneapolis). Twenty:
 * returns diminish after 11–15 minutes (Koper 1995); trials asked for 12–16 (Sacramento) and 15–20 (Essex).
 */
export const DEFAULT_THRESHOLDS: DoseThresholds = { countsFromMin: 10, ceilingMin: 20 };

/** A planned visit is cut no shorter than this to make room for one more: Sacramento's trial asked for 12–16 minutes. */
export const SHORTEST_PLANNED_MIN: Minutes = 12;

/** Shorter is a pass-through: on the timeline, counted nowhere. An exit shorter than this is no exit. Ours. */
export const PASS_THROUGH_MIN: Minutes = 3;

/** More doses than this in one operational day give little (London Underground's trial had four a day). */
export const DOSES_A_DAY_CEILING = 4;
