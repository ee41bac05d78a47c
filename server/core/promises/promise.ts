/**
 * A sentence of the citizen promise (medborgarlöfte) as terms that can be counted. An edit is a new version: what was
 * promised in September does not change in November.
 */
import type { EpochMs, LocalDate, Uuid } from '../model.ts';
import type { ActivityKind, ActivityUnit } from './activity.ts';
import type { PromiseOwner, PromiseSource } from './ledger-line.ts';

/** What of a source counts towards a promise. An empty list: all of it. */
export interface Narrowing {
  /** Of doses: made at one of these, or at a hot spot with one of the tags. */
  readonly hotSpotIds: readonly Uuid[];
  readonly tags: readonly string[];
  /** Of activities. */
  readonly kinds: readonly ActivityKind[];
  /** In what activities are counted. */
  readonly unit: ActivityUnit;
}

export const NOT_NARROWED: Narrowing = { hotSpotIds: [], tags: [], kinds: [], unit: 'times' };

export interface PromiseTerms {
  readonly municipality: string;
  /** As it stands in the signed promise: 1, 2, 3 … */
  readonly number: number;
  readonly sentence: string;
  readonly owner: PromiseOwner;
  /** What is counted, in words and in the plural. */
  readonly measure: string;
  readonly source: PromiseSource;
  readonly narrowing: Narrowing;
  /** null: followed without a figure to reach. */
  readonly target: number | null;
  /** Of walks: how many of them in the evening; null: no matter. */
  readonly eveningTarget: number | null;
  readonly from: LocalDate;
  /** The last day on which something counts. */
  readonly to: LocalDate;
}

export interface PromiseVersion extends PromiseTerms {
  readonly id: Uuid;
  readonly versionId: Uuid;
  readonly versionNumber: number;
  /** Taken back: kept, and no longer followed. */
  readonly withdrawn: boolean;
  /** Why it was changed; empty for the first. */
  readonly reason: string;
  readonly recordedAt: EpochMs;
}

/**
 * The terms that held at an instant: the newest recorded by then. A promise was given before anybody typed it in, so
 * that before the first version the first holds.
 * @param versions of one promise, first to last
 */
export function versionAt<V extends Pick<PromiseVersion, 'recordedAt'>>(
  versions: readonly V[],
  at: EpochMs,
): V | undefined {
  return versions.findLast(({ recordedAt }) => recordedAt <= at) ?? versions[0];
}

/** Whether a promise is followed in some day of a period. */
export const isPromisedIn = (
  { from, to }: Pick<PromiseTerms, 'from' | 'to'>,
  period: Pick<PromiseTerms, 'from' | 'to'>,
): boolean => from <= period.to && to >= period.from;
