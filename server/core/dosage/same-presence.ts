/**
 * Whether two records tell of one presence. A patrol is not twice at a place at once, so half of the shorter one in common
 * is enough: a track that was cut in the middle of a visit still tells of that visit.
 *
 *   logged    ├───────────────┤        logged  ├──────┤
 *   found          ├─────┤             found        ├──────────┤
 *                  one                                 two
 */
import type { EpochMs, Uuid } from '../model.ts';

export interface PresenceRecord {
  readonly hotSpotId: Uuid;
  /** null: not known, and so maybe the same as any. */
  readonly patrolId: Uuid | null;
  readonly startedAt: EpochMs;
  /** null: it goes on. */
  readonly endedAt: EpochMs | null;
}

const SHARE_IN_COMMON = 0.5;

export const maySharePatrol = (one: Uuid | null, other: Uuid | null): boolean =>
  one === null || other === null || one === other;

const endOf = ({ endedAt }: PresenceRecord): EpochMs => endedAt ?? Number.POSITIVE_INFINITY;

/** Milliseconds in common; none or fewer than none where they are apart. */
export function overlapMs(one: PresenceRecord, other: PresenceRecord): number {
  return Math.min(endOf(one), endOf(other)) - Math.max(one.startedAt, other.startedAt);
}

export function isSamePresence(one: PresenceRecord, other: PresenceRecord): boolean {
  if (one.hotSpotId !== other.hotSpotId) return false;
  if (!maySharePatrol(one.patrolId, other.patrolId)) return false;
  const shorter = Math.min(endOf(one) - one.startedAt, endOf(other) - other.startedAt);
  return overlapMs(one, other) >= SHARE_IN_COMMON * shorter && overlapMs(one, other) > 0;
}
