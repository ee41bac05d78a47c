/** When presence in a track counts as a visit. */
import { MINUTE_MS } from '../calendar/duration.ts';
import { PASS_THROUGH_MIN } from '../dosage/thresholds.ts';

export interface DetectionOptions {
  /** An exit shorter than this is none (domain brief 1.3). */
  readonly mergedExitMs: number;
  /** Shorter presence is a pass-through and no visit (domain brief 1.2). */
  readonly leastVisitMs: number;
  /** Patrols on bicycles count too; cars never do. */
  readonly cycling: boolean;
}

export const DETECTION: DetectionOptions = {
  mergedExitMs: PASS_THROUGH_MIN * MINUTE_MS,
  leastVisitMs: PASS_THROUGH_MIN * MINUTE_MS,
  cycling: false,
};
