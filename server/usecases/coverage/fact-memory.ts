/**
 * Facts about hot spots that cost something to count, kept until what they were counted from has changed.
 *
 *   recall ── known and still true ──→ value
 *      └──── else: note the generation → count → keep, unless the generation has moved on meanwhile
 */
import { overlaps } from '#core/calendar/interval.ts';
import type { EpochMs, TimeSpan, Uuid } from '#core/model.ts';

/** How long what the clock still changes (an open visit, a window about to close) is good enough. */
export const FRESH_MS = 5_000;

export interface Fact<T> {
  readonly value: T;
  /** A change of anything in this span may change the fact. */
  readonly dependsOn: TimeSpan;
  readonly countedAt: EpochMs;
  /** The passing of time cannot change it. */
  readonly settled: boolean;
}

/** About 130 years of months, or some hundred stretches of them; the oldest makes room. */
const FACTS_MAX = 1_600;

interface Shelf<T> {
  generation: number;
  readonly facts: Map<string, Fact<T>>;
}

export class FactMemory<T> {
  readonly #shelves = new Map<Uuid, Shelf<T>>();

  /** Rises with each change of the hot spot's history. */
  generationOf(hotSpotId: Uuid): number {
    return this.#shelf(hotSpotId).generation;
  }

  recall(hotSpotId: Uuid, key: string, now: EpochMs): T | undefined {
    const fact = this.#shelf(hotSpotId).facts.get(key);
    if (fact === undefined) return undefined;
    const age = now - fact.countedAt;
    return age >= 0 && (fact.settled || age < FRESH_MS) ? fact.value : undefined;
  }

  /** As `recall`, of what the passing of time cannot change. */
  recallSettled(hotSpotId: Uuid, key: string, now: EpochMs): T | undefined {
    const fact = this.#shelf(hotSpotId).facts.get(key);
    return fact?.settled && fact.countedAt <= now ? fact.value : undefined;
  }

  /** @param generation the hot spot's when the counting began: a fact that has been overtaken is not kept */
  keep(hotSpotId: Uuid, key: string, fact: Fact<T>, generation: number): void {
    const shelf = this.#shelf(hotSpotId);
    if (shelf.generation !== generation) return;
    shelf.facts.set(key, fact);
    const [oldest] = shelf.facts.keys();
    if (oldest !== undefined && shelf.facts.size > FACTS_MAX) shelf.facts.delete(oldest);
  }

  /** Forgets what depends on the span; without one, all about the hot spot. */
  touch(hotSpotId: Uuid, span?: TimeSpan): void {
    const shelf = this.#shelf(hotSpotId);
    shelf.generation += 1;
    for (const [key, fact] of shelf.facts) {
      if (span === undefined || overlaps(fact.dependsOn, span)) shelf.facts.delete(key);
    }
  }

  #shelf(hotSpotId: Uuid): Shelf<T> {
    const known = this.#shelves.get(hotSpotId);
    if (known) return known;
    const shelf: Shelf<T> = { generation: 0, facts: new Map() };
    this.#shelves.set(hotSpotId, shelf);
    return shelf;
  }
}
