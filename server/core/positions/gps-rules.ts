/** What an authority has decided on positions: whether they may be kept at all, since when, and for how long. */
import { DAY_MS } from '../calendar/duration.ts';
import type { EpochMs, TimeSpan } from '../model.ts';

export interface GpsRules {
  readonly on: boolean;
  /** When they were last turned on; null: never. */
  readonly since: EpochMs | null;
  readonly retentionDays: number;
  readonly revision: number;
}

/** The usual 30 days are the domain brief's (N18); a quarter of a year is the most that is of use to a report. */
export const RETENTION_DAYS = { least: 1, usual: 30, most: 90 } as const;

/** Off until an admin turns them on. */
export const FIRST_GPS_RULES: GpsRules = {
  on: false,
  since: null,
  retentionDays: RETENTION_DAYS.usual,
  revision: 1,
};

/** Positions from before this instant are deleted. */
export const retentionCutoff = (now: EpochMs, retentionDays: number): EpochMs =>
  now - retentionDays * DAY_MS;

/**
 * The time whose points may be kept: within the retention, since the authority turned positions on and the officer
 * agreed, and no later than clocks can differ. A phone that went on recording without consent has nothing kept of it.
 */
export function keptSpan(
  { since, retentionDays }: GpsRules,
  consentGivenAt: EpochMs,
  now: EpochMs,
  clockSkewMs: number,
): TimeSpan {
  const from = Math.max(retentionCutoff(now, retentionDays), since ?? now, consentGivenAt);
  return { from, to: now + clockSkewMs };
}
