/** Which logged visit a visit found in a track is: of the same hot spot, and at the same time for the longest. */
import type { EpochMs, Uuid, Visit } from '../model.ts';
import type { DetectedVisit } from '../tracks/track-point.ts';

type Logged = Pick<Visit, 'id' | 'hotSpotId' | 'startedAt' | 'endedAt'>;

/** null: it has not been logged. A visit that goes on reaches until `now`. */
export function loggedAs(
  found: DetectedVisit,
  logged: readonly Logged[],
  now: EpochMs,
): Uuid | null {
  const shared = ({ startedAt, endedAt }: Logged) =>
    Math.min(found.to, endedAt ?? now) - Math.max(found.from, startedAt);
  const [best] = logged
    .filter((visit) => visit.hotSpotId === found.hotSpotId && shared(visit) > 0)
    .toSorted((one, other) => shared(other) - shared(one));
  return best?.id ?? null;
}
