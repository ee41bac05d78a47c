/** The points before and after each point of a track, as far as they say something of where it was. */
import type { EpochMs } from '../model.ts';
import type { TrackPoint } from './track-point.ts';

/** The kernel of `smooth-point.ts` gives a point a minute away 1 % of the weight. */
const REACH_MS = 60_000;

/** Where points are few, so many on each side stand in for those of a minute: a burst of three jumps is outvoted. */
const LEAST_ON_A_SIDE = 3;
/** But none further away than this. */
const FURTHEST_MS = 150_000;

/** Points nearer in time than this to the one before tell nothing new: phones fix once a second. */
const LEAST_STEP_MS = 900;

export interface WindowedPoint {
  readonly point: TrackPoint;
  /** With the point itself, in order. */
  readonly around: readonly TrackPoint[];
}

export class TrackWindow {
  readonly #points: TrackPoint[] = [];
  /** Of the next point to be given out. */
  #next = 0;

  /** Takes points in order; gives those whose surroundings are now known. */
  take(point: TrackPoint): WindowedPoint[] {
    const last = this.#points.at(-1);
    if (last && point.at - last.at < LEAST_STEP_MS) return [];
    this.#points.push(point);
    return this.#give((index) => this.#isKnown(index, point.at));
  }

  finish(): WindowedPoint[] {
    return this.#give(() => true);
  }

  #isKnown(index: number, now: EpochMs): boolean {
    const point = this.#points[index];
    if (!point) return false;
    const isEnough = this.#points.length - 1 - index >= LEAST_ON_A_SIDE;
    return now - point.at > (isEnough ? REACH_MS : FURTHEST_MS);
  }

  #give(isKnown: (index: number) => boolean): WindowedPoint[] {
    const given: WindowedPoint[] = [];
    while (this.#next < this.#points.length && isKnown(this.#next)) {
      given.push(this.#at(this.#next));
      this.#next += 1;
    }
    this.#forget();
    return given;
  }

  #at(index: number): WindowedPoint {
    const point = this.#points[index] as TrackPoint;
    const around = this.#points.filter((other, place) => {
      const away = Math.abs(other.at - point.at);
      const isNear = Math.abs(place - index) <= LEAST_ON_A_SIDE && away <= FURTHEST_MS;
      return isNear || away <= REACH_MS;
    });
    return { point, around };
  }

  /** Keeps what the next point may still look back at. */
  #forget(): void {
    const oldest = (this.#points[this.#next] ?? this.#points.at(-1))?.at ?? 0;
    const from = this.#points.findIndex(
      (point, index) => index >= this.#next - LEAST_ON_A_SIDE || oldest - point.at <= REACH_MS,
    );
    this.#points.splice(0, from);
    this.#next -= from;
  }
}
