/** Whose tracks may hold visits at a bicycle's pace: where the shift says that the patrol is on bicycles, and nowhere else. */
import { overlaps } from '../calendar/interval.ts';
import type { TimeSpan } from '../model.ts';

export interface CyclingPatrol extends TimeSpan {
  readonly callSign: string;
}

/** @param unit what the file calls the patrol; null: it names none, and may be of any that was on bicycles then */
export const mayCycle = (
  patrols: readonly CyclingPatrol[],
  unit: string | null,
  track: TimeSpan,
): boolean =>
  patrols.some((patrol) => (unit === null || unit === patrol.callSign) && overlaps(patrol, track));
