/** The shift's demand by hot spot, furthest behind first. Pure: the screen hands in what it knows. */
import type { PlannedVisit } from '#core/model.ts';
import type { Place, Planning } from './state.ts';

export interface PlaceDemand {
  readonly place: Place;
  readonly windows: readonly Planning['demands'][number][];
  /** Doses wanted in the shift, less what has been delivered. */
  readonly wanted: number;
  readonly planned: number;
  readonly missing: number;
  readonly hoursSince: number | null;
  /** Hours since the last dose ÷ the gap wanted; Infinity where there has been none. */
  readonly lag: number;
}

const HOUR_MS = 3_600_000;

export function rankedDemand(
  places: readonly Place[],
  demands: Planning['demands'],
  visits: readonly PlannedVisit[],
  now: number,
): PlaceDemand[] {
  return places
    .flatMap((place) => {
      const windows = demands.filter(({ hotSpotId }) => hotSpotId === place.id);
      return windows.length > 0 ? [demandOf(place, windows, visits, now)] : [];
    })
    .sort((a, b) => b.lag - a.lag || a.place.properties.priority - b.place.properties.priority);
}

function demandOf(
  place: Place,
  windows: Planning['demands'],
  visits: readonly PlannedVisit[],
  now: number,
): PlaceDemand {
  const { lastDoseAt, wantedGapHours } = place.properties;
  const planned = visits.filter(({ hotSpotId }) => hotSpotId === place.id).length;
  const wanted = windows.reduce(
    (sum, { doses, delivered }) => sum + Math.max(0, doses - delivered),
    0,
  );
  const hoursSince =
    lastDoseAt === null ? null : Math.max(0, now - Date.parse(lastDoseAt)) / HOUR_MS;
  const lag = hoursSince === null ? Number.POSITIVE_INFINITY : hoursSince / wantedGapHours;
  return {
    place,
    windows,
    wanted,
    planned,
    missing: Math.max(0, wanted - planned),
    hoursSince,
    lag,
  };
}
