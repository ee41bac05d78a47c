/** The track of one patrol: a visit is one patrol's, so that the points of two are never mixed. */
import type { TrackPoint } from '#core/tracks/track-point.ts';

export interface UnitTrack {
  /** What the file calls the patrol; null where it tells of one only. */
  readonly unit: string | null;
  readonly points: readonly TrackPoint[];
}

export interface UnitPoint extends TrackPoint {
  readonly unit: string;
}

/** Sorts points by their patrol, in order of appearance. */
export function tracksByUnit(points: readonly UnitPoint[]): UnitTrack[] {
  const units = [...new Set(points.map(({ unit }) => unit))];
  return units.map((unit) => ({
    unit: units.length === 1 ? null : unit,
    points: points.filter((point) => point.unit === unit),
  }));
}
