/** Tracks without an error, for what is to be told of a single walk: metres east and north of a square's corner. */
import type { LonLat } from '#core/model.ts';
import { degreeLengths } from '#core/tracks/degree-lengths.ts';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import { utc } from '../instant.ts';

const CORNER: LonLat = [16.5878, 59.0575];
const { lonM, latM } = degreeLengths(CORNER[1]);
export const STARTS_AT = utc('2026-11-27T21:00:00Z');

export const lonLatAt = (eastM: number, northM: number): LonLat => [
  CORNER[0] + eastM / lonM,
  CORNER[1] + northM / latM,
];

/** A rectangle with its south-west corner so far from the square's. */
export function rectangle(
  id: string,
  eastM: number,
  northM: number,
  widthM: number,
  heightM: number,
): TrackedHotSpot {
  const corners = [
    [eastM, northM],
    [eastM + widthM, northM],
    [eastM + widthM, northM + heightM],
    [eastM, northM + heightM],
    [eastM, northM],
  ] as const;
  const ring = corners.map(([east, north]) => [...lonLatAt(east, north)]);
  return { id, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** 100 m by 100 m. */
export const SQUARE = rectangle('square', 0, 0, 100, 100);

interface Place {
  readonly minute: number;
  readonly eastM: number;
  readonly northM: number;
}

export const at = (minute: number, eastM: number, northM: number): Place => ({
  minute,
  eastM,
  northM,
});

/** A point each so many seconds on straight ways from place to place. */
export function walk(places: readonly Place[], everyS = 10): TrackPoint[] {
  return places.slice(1).flatMap((to, index) => {
    const from = places[index]!;
    const count = Math.round(((to.minute - from.minute) * 60) / everyS);
    return Array.from({ length: count }, (_, step) => {
      const share = step / count;
      const lonLat = lonLatAt(
        from.eastM + share * (to.eastM - from.eastM),
        from.northM + share * (to.northM - from.northM),
      );
      return pointAt(from.minute + share * (to.minute - from.minute), lonLat);
    });
  });
}

export const pointAt = (
  minute: number,
  lonLat: LonLat,
  accuracyM: number | null = null,
): TrackPoint => ({ at: STARTS_AT + minute * 60_000, lonLat, accuracyM });
