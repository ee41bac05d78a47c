/** The track of one patrol: a visit is one patrol's, so that the points of two are never mixed. */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { BadTrack, type Place } from './bad-track.ts';
import { MOST_UNITS } from './track-limits.ts';

export interface UnitTrack {
  /** What the file calls the patrol; null where it names none. */
  readonly unit: string | null;
  readonly points: readonly TrackPoint[];
}

/** Sorts points by their patrol, in order of appearance. */
export class PointsByUnit {
  readonly #byUnit = new Map<string, TrackPoint[]>();

  /** @throws BadTrack where the file tells of more patrols than a town has */
  add(unit: string, point: TrackPoint, where: Place): void {
    const points = this.#byUnit.get(unit);
    if (points) points.push(point);
    else if (this.#byUnit.size < MOST_UNITS) this.#byUnit.set(unit, [point]);
    else
      throw new BadTrack(where, {
        sv: `fler än ${MOST_UNITS} enheter (unit) i en fil: dela upp den`,
        en: `more than ${MOST_UNITS} units in one file: split it up`,
      });
  }

  tracks(): UnitTrack[] {
    return [...this.#byUnit].map(([unit, points]) => ({ unit: unit === '' ? null : unit, points }));
  }
}
