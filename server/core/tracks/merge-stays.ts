/** Makes visits of stays: short exits are mended, and what is too short then is a pass-through. */
import type { EpochMs } from '../model.ts';
import type { DetectionOptions } from './detection-options.ts';
import type { Stay } from './presence-switch.ts';

export class StayMerger {
  readonly #options: DetectionOptions;
  #held: Stay | null = null;

  constructor(options: DetectionOptions) {
    this.#options = options;
  }

  /** Takes stays in order; gives the visit before where this one does not continue it. */
  take(stay: Stay): Stay | null {
    const held = this.#held;
    if (held && stay.from - held.to < this.#options.mergedExitMs) {
      this.#held = { ...stay, from: held.from, openStart: held.openStart };
      return null;
    }
    this.#held = stay;
    return held && this.#ifLong(held);
  }

  get isHolding(): boolean {
    return this.#held !== null;
  }

  /** Whether a stay that begins from now on is another visit. */
  isOver(now: EpochMs): boolean {
    return this.#held !== null && now - this.#held.to >= this.#options.mergedExitMs;
  }

  /** The visit that is left; none continues it. */
  finish(): Stay | null {
    const held = this.#held;
    this.#held = null;
    return held && this.#ifLong(held);
  }

  #ifLong(stay: Stay): Stay | null {
    return stay.to - stay.from >= this.#options.leastVisitMs ? stay : null;
  }
}
