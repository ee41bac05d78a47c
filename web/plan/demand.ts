/** The shift's demand by hot spot, furthest behind first. Pure: the screen hands in what it knows. */
import type { PlannedVisit } from '#core/model.ts';
import type { Place, Planning } from './replies.ts';

export interface PlaceDemand {
  readonly place: Place;
  readonly windows: readonly Planning['demands'][number][];
  readonly wanted: number;
  /** Delivered in the windows, and planned for the rest of the shift, by this shift or another. */
  readonly covered: number;
  readonly missing: number;
  readonly hoursSince: number | null;
  /** Hours since the last dose ÷ the gap wanted; Infinity where there has been none. */
  readonly lag: number;
}

const HOUR_MS = 3_600_000;

/** @param ahead visits that can still bring a dose */
export function rankedDemand(
  places: readonly Place[],
  demands: Planning['demands'],
  ahead: readonly PlannedVisit[],
  now: number,
): PlaceDemand[] {
  return places
    .flatMap((place) => {
      const windows = demands.filter(({ hotSpotId }) => hotSpotId === place.id);
      return windows.length > 0 ? [demandOf(place, windows, ahead, now)] : [];
    })
    .sort((a, b) => b.lag - a.lag || a.place.properties.priority - b.place.properties.priority);
}

function demandOf(
  place: Place,
  windows: Planning['demands'],
  ahead: readonly PlannedVisit[],
  now: number,
): PlaceDemand {
  const { lastDoseAt, wantedGapHours } = place.properties;
  const hoursSince =
    lastDoseAt === null ? null : Math.max(0, now - Date.parse(lastDoseAt)) / HOUR_MS;
  const covered = windows.map(
    (window) => window.delivered + window.elsewhere + plannedIn(window, ahead),
  );
  return {
    place,
    windows,
    wanted: sumOf(windows.map(({ doses }) => doses)),
    covered: sumOf(covered),
    // What one window gets too much of does not help another; nothing can be placed in one that has closed.
    missing: sumOf(
      windows.map(({ doses, closes }, index) =>
        Date.parse(closes) > now ? Math.max(0, doses - (covered[index] ?? 0)) : 0,
      ),
    ),
    hoursSince,
    lag: hoursSince === null ? Number.POSITIVE_INFINITY : hoursSince / wantedGapHours,
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const plannedIn = (
  { windowId, opens, closes }: Planning['demands'][number],
  ahead: readonly PlannedVisit[],
): number =>
  ahead.filter(
    (visit) =>
      visit.windowId === windowId &&
      visit.startsAt >= Date.parse(opens) &&
      visit.startsAt < Date.parse(closes),
  ).length;
