/** The baseline: a visit is from the first point in a polygon to the last before one outside, as geofence trackers do it. */
import { signedDistanceTo } from '#core/tracks/signed-distance.ts';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import type { VisitSpan } from './agreement.ts';

const LEAST_VISIT_MS = 300_000;

export function naiveVisits(
  hotSpots: readonly TrackedHotSpot[],
  points: readonly TrackPoint[],
): VisitSpan[] {
  return hotSpots.flatMap((hotSpot) =>
    insideSpans(hotSpot, points).filter(({ from, to }) => to - from >= LEAST_VISIT_MS),
  );
}

function insideSpans({ id, geometry }: TrackedHotSpot, points: readonly TrackPoint[]): VisitSpan[] {
  const spans: { hotSpotId: string; from: number; to: number }[] = [];
  const distanceTo = signedDistanceTo(geometry);
  let open: { hotSpotId: string; from: number; to: number } | null = null;
  for (const {
    at,
    lonLat: [lon, lat],
  } of points) {
    if (distanceTo(lon, lat) < 0) open = null;
    else if (open) open.to = at;
    else spans.push((open = { hotSpotId: id, from: at, to: at }));
  }
  return spans;
}
