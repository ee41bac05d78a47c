/** How far a point is from each hot spot, so that the one it most likely belongs to is offered first. */
import type { HotSpotGeometry, LonLat, Metres } from '../model.ts';
import { signedDistanceTo } from '../tracks/signed-distance.ts';

/** Further than the area is wide: everything is measured. */
const MOST_M: Metres = 100_000;

export interface AtDistance<T> {
  readonly place: T;
  /** To the border, to the metre; 0 inside. */
  readonly distanceM: Metres;
}

/** The places, the nearest border first. Wants valid geometries. */
export function nearestFirst<T extends { readonly geometry: HotSpotGeometry }>(
  [lon, lat]: LonLat,
  places: readonly T[],
): AtDistance<T>[] {
  return places
    .map((place) => {
      const inside = signedDistanceTo(place.geometry)(lon, lat, MOST_M);
      return { place, distanceM: Math.round(Math.max(0, -inside)) };
    })
    .sort((a, b) => a.distanceM - b.distanceM);
}
