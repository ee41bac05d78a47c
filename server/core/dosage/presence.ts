/**
 * A patrol's presence in a hot spot: its visits with short exits mended.
 *
 *   visits     ├────┤ 2 min ├──────┤   9 min   ├───┤
 *   presence   ├───────────────────┤           ├───┤
 */
import { HOUR_MS, MINUTE_MS } from '../calendar/duration.ts';
import type { EpochMs, TimeSpan, Uuid, Visit, VisitSource } from '../model.ts';
import { PASS_THROUGH_MIN } from './thresholds.ts';

/** What of a visit decides its dosage. */
export type LoggedVisit = Pick<
  Visit,
  | 'id'
  | 'hotSpotId'
  | 'patrolId'
  | 'slotId'
  | 'startedAt'
  | 'endedAt'
  | 'officers'
  | 'source'
  | 'late'
  | 'voided'
>;

export interface Presence extends TimeSpan {
  readonly hotSpotId: Uuid;
  readonly patrolId: Uuid | null;
  /** The visits it is made of, in order. */
  readonly visitIds: readonly Uuid[];
  readonly slotIds: readonly Uuid[];
  /** The most who were there at once. */
  readonly officers: number;
  readonly source: VisitSource;
  readonly late: boolean;
  /** They are still there, as far as is known. */
  readonly open: boolean;
}

const LONGEST_EXIT_MS = PASS_THROUGH_MIN * MINUTE_MS;

/** Longer than a shift: an open visit that nobody ended stops counting here, instead of filling days with minutes. */
export const LONGEST_OPEN_MS = 12 * HOUR_MS;

function presenceOf(visit: LoggedVisit, now: EpochMs): Presence {
  const { hotSpotId, patrolId, slotId, officers, source, late } = visit;
  const end = visit.endedAt ?? visit.startedAt + LONGEST_OPEN_MS;
  const to = Math.max(visit.startedAt, Math.min(end, now));
  return {
    from: visit.startedAt,
    to,
    hotSpotId,
    patrolId,
    visitIds: [visit.id],
    slotIds: slotId === null ? [] : [slotId],
    officers,
    source,
    late,
    open: visit.endedAt === null,
  };
}

/** A guessed end stays a guess; a button and a GPS track that agree support each other. */
function combinedSource(a: VisitSource, b: VisitSource): VisitSource {
  if (a === b) return a;
  return a === 'estimated' || b === 'estimated' ? 'estimated' : 'manual+gps';
}

function joined(a: Presence, b: Presence): Presence {
  return {
    ...a,
    to: Math.max(a.to, b.to),
    visitIds: [...a.visitIds, ...b.visitIds],
    slotIds: [...new Set([...a.slotIds, ...b.slotIds])],
    officers: Math.max(a.officers, b.officers),
    source: combinedSource(a.source, b.source),
    late: a.late || b.late,
    open: a.open || b.open,
  };
}

/** A visit without a patrol is nobody's continuation. */
const whose = (presence: Presence) =>
  `${presence.hotSpotId} ${presence.patrolId ?? presence.visitIds[0]}`;

const compare = (a: string | undefined, b: string | undefined) =>
  (a ?? '') < (b ?? '') ? -1 : Number(a !== b);

const byStart = (a: Presence, b: Presence) =>
  a.from - b.from || a.to - b.to || compare(a.visitIds[0], b.visitIds[0]);

/**
 * The visits as presences, in order of their start, whatever order they came in. Withdrawn visits and those that
 * begin after `now` are left out; an open visit lasts until `now`, for twelve hours at most.
 */
export function presencesOf(visits: readonly LoggedVisit[], now: EpochMs): Presence[] {
  const single = visits
    .filter((visit) => !visit.voided && visit.startedAt <= now)
    .map((visit) => presenceOf(visit, now))
    .sort(byStart);
  const last = new Map<string, number>();
  const merged: Presence[] = [];
  for (const presence of single) {
    const index = last.get(whose(presence));
    const before = index === undefined ? undefined : merged[index];
    if (index !== undefined && before && presence.from - before.to < LONGEST_EXIT_MS) {
      merged[index] = joined(before, presence);
    } else {
      last.set(whose(presence), merged.push(presence) - 1);
    }
  }
  return merged;
}
