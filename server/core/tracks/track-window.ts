/** The points before and after each point of a track, as far as they say something of where it was. */
import type { TrackPoint } from './track-point.ts';

/** The kernel of `track-smoother.ts` gives a point a minute away 1 % of the weight. */
const REACH_MS = 60_000;

/** Where points are few, so many on each side stand in for those of a minute: a burst of three jumps is outvoted. */
const LEAST_ON_A_SIDE = 3;
/** But none further away than this. Ours. */
export const FURTHEST_MS = 150_000;

/** Points nearer in time than this to the one before tell nothing new: errors stay alike for longer. Ours. */
const LEAST_STEP_MS = 3900;

/** More than ever wait: a point each step from a minute before to `FURTHEST_MS` after. */
const MOST_POINTS = 128;

/**
 * A column for each quantity and a row for each point, so that nothing is allocated for a point. `middle` is the point whose
 * surroundings are complete; they are the rows from `from` up to, not including, `to`.
 */
export class TrackWindow {
  readonly at = new Float64Array(MOST_POINTS);
  readonly lon = new Float64Array(MOST_POINTS);
  readonly lat = new Float64Array(MOST_POINTS);
  /** 0: not told. */
  readonly accuracyM = new Float64Array(MOST_POINTS);
  middle = 0;
  from = 0;
  to = 0;
  #end = 0;
  /** The last row that is near a hot spot, -1 for none. */
  #lastNear = -1;
  #hasEnded = false;

  /** Takes points in order. */
  add({ at, lonLat, accuracyM }: TrackPoint, isNear: boolean): void {
    if (this.#end > 0 && at - (this.at[this.#end - 1] as number) < LEAST_STEP_MS) return;
    if (this.#end === MOST_POINTS) this.#forget();
    this.at[this.#end] = at;
    this.lon[this.#end] = lonLat[0];
    this.lat[this.#end] = lonLat[1];
    this.accuracyM[this.#end] = accuracyM ?? 0;
    if (isNear) this.#lastNear = this.#end;
    this.#end += 1;
  }

  /** No more points come: what is there are all the surroundings there will be. */
  end(): void {
    this.#hasEnded = true;
  }

  /** Whether the middle's surroundings are complete; if so they are marked. */
  isComplete(): boolean {
    const { middle } = this;
    if (middle >= this.#end || !(this.#hasEnded || this.#isReached())) return false;
    const at = this.at[middle] as number;
    while (!this.#isAround(this.from, at)) this.from += 1;
    while (this.to < this.#end && this.#isAround(this.to, at)) this.to += 1;
    return true;
  }

  /** Whether a point around the middle, or one yet to come, is near a hot spot. */
  get isNear(): boolean {
    return this.#lastNear >= this.from;
  }

  next(): void {
    this.middle += 1;
  }

  /** How many points are kept. */
  get size(): number {
    return this.#end;
  }

  #isReached(): boolean {
    const wait = (this.at[this.#end - 1] as number) - (this.at[this.middle] as number);
    const isEnough = this.#end - 1 - this.middle >= LEAST_ON_A_SIDE;
    return wait > (isEnough ? REACH_MS : FURTHEST_MS);
  }

  #isAround(row: number, at: number): boolean {
    const away = Math.abs((this.at[row] as number) - at);
    const isNext = Math.abs(row - this.middle) <= LEAST_ON_A_SIDE && away <= FURTHEST_MS;
    return isNext || away <= REACH_MS;
  }

  /** Moves what is still needed to the first rows. */
  #forget(): void {
    const gone = this.from;
    for (const column of [this.at, this.lon, this.lat, this.accuracyM])
      column.copyWithin(0, gone, this.#end);
    this.from -= gone;
    this.to -= gone;
    this.middle -= gone;
    this.#lastNear = Math.max(-1, this.#lastNear - gone);
    this.#end -= gone;
  }
}
