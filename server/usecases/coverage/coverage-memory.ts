/**
 * What the process remembers of coverage, so that ten years cost little more than a tertial: a block for each hot
 * spot and month, the patterns of the last weeks, and the last finished answers. All of it can be counted again
 * from the database; whoever commits a change of visits, plans, losses, windows or places says so with `touch`.
 */
import type { CoverageBlock } from '#core/dosage/coverage-block.ts';
import type { EpochMs, TimeSpan, Uuid } from '#core/model.ts';
import { FactMemory, FRESH_MS } from './fact-memory.ts';
import type { WindowHabit } from './patterns.ts';

/** A change of a hot spot's history. `span`: what of its time changed, old and new; without it, all. */
export interface Touch {
  readonly hotSpotId: Uuid;
  readonly span?: TimeSpan;
}

interface Finished {
  readonly generation: number;
  readonly askedAt: EpochMs;
  readonly text: Promise<string>;
}

/** More than the questions that are asked at a time; the oldest makes room. */
const FINISHED_MAX = 64;

export class CoverageMemory {
  readonly blocks = new FactMemory<CoverageBlock>();
  readonly patterns = new FactMemory<readonly WindowHabit[]>();
  readonly #finished = new Map<string, Finished>();
  #generation = 0;

  /**
   * To be called after each commit that changes the hot spot or its visits, plans, losses or windows.
   * @param span what of its time changed, old and new; without it, all
   */
  touch(hotSpotId: Uuid, span?: TimeSpan): void {
    this.#generation += 1;
    this.blocks.touch(hotSpotId, span);
    this.patterns.touch(hotSpotId, span);
  }

  touchAll(touches: readonly Touch[]): void {
    for (const { hotSpotId, span } of touches) this.touch(hotSpotId, span);
  }

  /** Requests for the same answer share one computation, and its text for a few seconds while nothing is written. */
  async shared(key: string, now: EpochMs, make: () => Promise<string>): Promise<string> {
    const known = this.#finished.get(key);
    if (known?.generation === this.#generation && Math.abs(now - known.askedAt) < FRESH_MS) {
      return known.text;
    }
    const text = make();
    this.#finished.delete(key);
    this.#finished.set(key, { generation: this.#generation, askedAt: now, text });
    const [oldest] = this.#finished.keys();
    if (oldest !== undefined && this.#finished.size > FINISHED_MAX) this.#finished.delete(oldest);
    try {
      return await text;
    } catch (error) {
      if (this.#finished.get(key)?.text === text) this.#finished.delete(key);
      throw error;
    }
  }
}
