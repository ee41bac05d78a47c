/** What a patrol says when it is done: `C2 klar 14 min`. Pure: the screen hands in what it knows. */
import type { EpochMs, PlannedVisit, Uuid } from '#core/model.ts';

export interface RadioCall {
  /** As the hot spot's own: `C2`. */
  readonly code: string;
  readonly minutes: number;
}

/** The code first and the minutes last; what is between them is how people talk. */
const SAID =
  /^\s*(?<code>[\p{L}\d]{2})(?![\p{L}\d])\D*?(?<minutes>\d{1,3})\s*(?:m|min|minuter|minutes)?\.?\s*$/iu;

const LONGEST_MIN = 240;

/** null: not to be understood. */
export function readRadioCall(text: string): RadioCall | null {
  const { code, minutes } = SAID.exec(text)?.groups ?? {};
  const length = Number(minutes);
  if (!code || length < 1 || length > LONGEST_MIN) return null;
  return { code: code.toUpperCase(), minutes: length };
}

/** The patrol that is meant to be there about now; null: no patrol has the place in its plan. */
export function patrolOnSite(
  visits: readonly PlannedVisit[],
  hotSpotId: Uuid,
  startedAt: EpochMs,
): Uuid | null {
  const away = (visit: PlannedVisit) => Math.abs(visit.startsAt - startedAt);
  const [nearest] = visits
    .filter((visit) => visit.hotSpotId === hotSpotId)
    .sort((a, b) => away(a) - away(b));
  return nearest?.patrolId ?? null;
}
