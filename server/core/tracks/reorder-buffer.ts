/** Puts points that come late back in their place by the phone's clock, and drops those that come twice. */
import type { TrackPoint } from './track-point.ts';

/**
 * So many points wait for one that is late. Counted in points and not in time, so that a single wrong clock cannot
 * push all others out. Ours: half a minute at one fix a second, eight minutes at the 15 s of domain brief 1.2.
 */
const HELD_POINTS = 32;

/** By time; points of the same instant in an order that does not depend on which came first. */
function compare(one: TrackPoint, other: TrackPoint): number {
  return one.at - other.at || one.lonLat[0] - other.lonLat[0] || one.lonLat[1] - other.lonLat[1];
}

export class ReorderBuffer {
  /** In order. */
  readonly #held: TrackPoint[] = [];
  #released: TrackPoint | null = null;

  /** The points that are now safe to use: none or one. What is older than they are is too late and left out. */
  take(point: TrackPoint): TrackPoint[] {
    if (this.#released && compare(point, this.#released) <= 0) return [];
    const after = this.#held.findLastIndex((held) => compare(held, point) <= 0);
    const before = this.#held[after];
    if (before && compare(before, point) === 0) return [];
    this.#held.splice(after + 1, 0, point);
    return this.#held.length > HELD_POINTS ? this.#release(1) : [];
  }

  /** Everything that still waits. */
  finish(): TrackPoint[] {
    return this.#release(this.#held.length);
  }

  #release(count: number): TrackPoint[] {
    const released = this.#held.splice(0, count);
    this.#released = released.at(-1) ?? this.#released;
    return released;
  }
}
