/** Makes visits of stays: short exits are mended, and what is too short then is a pass-through. */
import type { DetectionOptions } from './detection-options.ts';
import type { Stay } from './presence-switch.ts';

export class StayMerger {
  readonly #options: DetectionOptions;
  #held: Stay | null = null;

  constructor(options: DetectionOptions) {
    this.#options = options;
  }

  /** Takes stays in order; gives the one before where this one does not continue it. */
  take(stay: Stay): Stay[] {
    const held = this.#held;
    if (held && stay.from - held.to < this.#options.mergedExitMs) {
      this.#held = { ...stay, from: held.from, openStart: held.openStart };
      return [];
    }
    this.#held = stay;
    return held ? this.#ifLong(held) : [];
  }

  /** The stay that is left; none continues it. */
  finish(): Stay[] {
    const held = this.#held;
    this.#held = null;
    return held ? this.#ifLong(held) : [];
  }

  #ifLong(stay: Stay): Stay[] {
    return stay.to - stay.from >= this.#options.leastVisitMs ? [stay] : [];
  }
}
