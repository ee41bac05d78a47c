/**
 * The end of a visit that nobody ended. A phone in a pocket at the next call must not turn a quarter of an hour into a
 * night: whoever forgot is asked once, and until they answer the visit ends where the evidence ends.
 */
import { MINUTE_MS } from '../calendar/duration.ts';
import type { EpochMs, Visit } from '../model.ts';

/** Twenty minutes is the ceiling of a useful stay (domain notes 1.2); five more, and it has been forgotten. */
export const FORGOTTEN_AFTER_MS = 25 * MINUTE_MS;
/** Without any evidence a visit lasted as long as visits are meant to. */
export const USUAL_STAY_MS = 15 * MINUTE_MS;

export type OpenVisit = Pick<Visit, 'startedAt'>;

/** What is known of when the patrol left; null: nothing. */
export interface EndEvidence {
  /** When the same patrol checked in at its next visit. */
  readonly nextStartAt: EpochMs | null;
  /** When positions left the hot spot. */
  readonly leftAt: EpochMs | null;
  /** When the officers last answered that they were still there. */
  readonly confirmedAt: EpochMs | null;
}

export const NO_EVIDENCE: EndEvidence = { nextStartAt: null, leftAt: null, confirmedAt: null };

/** From when on an open visit counts as forgotten: each "we are still here" gives it as long again. */
export const forgottenFrom = (
  { startedAt }: OpenVisit,
  { confirmedAt }: Pick<EndEvidence, 'confirmedAt'> = NO_EVIDENCE,
): EpochMs => Math.max(startedAt, confirmedAt ?? startedAt) + FORGOTTEN_AFTER_MS;

/**
 * Where a forgotten visit ended: where positions left the place, else after the usual stay; never before the officers
 * last said that they were there, and never after the patrol began its next visit.
 * @returns null while the visit has not been forgotten: it is then as open as it says
 */
export function forgottenEnd(
  visit: OpenVisit,
  evidence: EndEvidence,
  now: EpochMs,
): EpochMs | null {
  if (now < forgottenFrom(visit, evidence)) return null;
  const { startedAt } = visit;
  const isAfterStart = (at: EpochMs | null): at is EpochMs => at !== null && at > startedAt;
  const { leftAt, confirmedAt, nextStartAt } = evidence;
  const left = isAfterStart(leftAt) ? leftAt : startedAt + USUAL_STAY_MS;
  const seenUntil = isAfterStart(confirmedAt) ? Math.max(left, confirmedAt) : left;
  return isAfterStart(nextStartAt) ? Math.min(seenUntil, nextStartAt) : seenUntil;
}
