/** Puts points that come late back in their place by the phone's clock, and drops those that come twice. */
import type { TrackPoint } from './track-point.ts';

/**
 * So many points wait for one that is late. Counted in points and not in time, so that a single wrong clock cannot
 * push all others out. Ours: half a minute at one fix a second, eight minutes at the 15 s of domain brief 1.2.
 */
export const HELD_POINTS = 32;

/** By time; points of the same instant in an order that does not depend on which came first. */
function compare(one: TrackPoint, other: TrackPoint): number {
  return (
    one.at - other.at ||
    one.lonLat[0] - other.lonLat[0] ||
    one.lonLat[1] - other.lonLat[1] ||
    (one.accuracyM ?? 0) - (other.accuracyM ?? 0)
  );
}

export class ReorderBuffer {
  /** In order. */
  readonly #held: TrackPoint[] = [];
  #released: TrackPoint | null = null;

  /** The point that is now safe to use. What is older than that is too late and left out. */
  take(point: TrackPoint): TrackPoint | null {
    if (this.#released && compare(point, this.#released) <= 0) return null;
    let place = this.#held.length;
    while (place > 0 && compare(this.#held[place - 1] as TrackPoint, point) > 0) place -= 1;
    const before = this.#held[place - 1];
    if (before && compare(before, point) === 0) return null;
    if (place === this.#held.length) this.#held.push(point);
    else this.#held.splice(place, 0, point);
    return this.#held.length > HELD_POINTS ? this.release() : null;
  }

  /** The first of those that still wait. */
  release(): TrackPoint | null {
    const released = this.#held.shift() ?? null;
    this.#released = released ?? this.#released;
    return released;
  }

  /** How many points wait. */
  get size(): number {
    return this.#held.length;
  }
}
