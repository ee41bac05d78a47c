/**
 * A visit on another border than the one it was made on. Only what was measured can be told again: the points of a
 * visit with GPS behind it, as long as they are kept. A visit logged by hand says that the patrol was at the place,
 * not where in it, so it stays as it is and is counted as such.
 */
import { overlaps } from '../calendar/interval.ts';
import type { HotSpotGeometry, TimeSpan, Visit } from '../model.ts';
import { detectVisits } from '../tracks/detect-visits.ts';
import type { TrackPoint } from '../tracks/track-point.ts';

export const REDRAWN_KINDS = ['recounted', 'outside', 'no-gps', 'no-points'] as const;
/**
 * `recounted`: by its points it was inside the new border too, in part or in full. `outside`: by its points it was
 * not. The others could not be told, and stand as they were logged.
 */
export type RedrawnKind = (typeof REDRAWN_KINDS)[number];

export interface Redrawn {
  readonly kind: RedrawnKind;
  readonly visit: Visit;
}

/** Fewer points say too little of a quarter of an hour. */
const FEWEST_POINTS = 5;

export const hasGps = ({ source }: Pick<Visit, 'source'>): boolean =>
  source === 'gps' || source === 'manual+gps';

/**
 * @param points of the officer who has the visit's track, from a little before it to a little after
 * @param to the visit's end, or now
 */
export function redrawVisit(
  visit: Visit,
  to: number,
  geometry: HotSpotGeometry,
  points: readonly TrackPoint[],
): Redrawn {
  if (!hasGps(visit)) return { kind: 'no-gps', visit };
  const logged = { from: visit.startedAt, to };
  const during = points.filter(({ at }) => at >= logged.from && at <= logged.to);
  if (during.length < FEWEST_POINTS) return { kind: 'no-points', visit };
  const inside = detectVisits([{ id: visit.hotSpotId, geometry }], points).filter((found) =>
    overlaps(found, logged),
  );
  if (inside.length === 0) return { kind: 'outside', visit: { ...visit, voided: true } };
  return { kind: 'recounted', visit: { ...visit, ...timesOf(inside) } };
}

/** From the first entry to the last exit: short exits are part of a visit. */
function timesOf(found: readonly TimeSpan[]): Pick<Visit, 'startedAt' | 'endedAt'> {
  return {
    startedAt: Math.round(Math.min(...found.map(({ from }) => from))),
    endedAt: Math.round(Math.max(...found.map(({ to }) => to))),
  };
}
