import type {
  EpochMs,
  HotSpot,
  LocalDate,
  Patrol,
  PlannedBreak,
  PlannedVisit,
  Shift,
  TimeWindow,
  Uuid,
  WindowOccurrence,
} from '../../model.ts';
import { cyclingMinutes } from '../../walking/cycling.ts';
import { parkAndWalk } from '../../walking/park-and-walk.ts';
import type { PastRoute } from '../vary/past.ts';

/** A visit that was made, before this shift or in it; corrected and not voided. */
export interface MadeVisit {
  readonly hotSpotId: Uuid;
  readonly patrolId: Uuid | null;
  readonly startedAt: EpochMs;
  /** null: they are there now. */
  readonly endedAt: EpochMs | null;
  /** Long enough to count. */
  readonly isDose: boolean;
}

/** What of a hot spot decides its place in a plan. */
export type PlannedHotSpot = Pick<HotSpot, 'id' | 'status' | 'priority' | 'wantedGapHours'>;

/** An operational day, and the hot spots that have a window which opens in it. */
export interface DemandDay {
  readonly date: LocalDate;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly open: readonly Uuid[];
}

/** A visit that another shift's newest plan has ahead. */
export type PlannedElsewhere = Pick<PlannedVisit, 'hotSpotId' | 'startsAt' | 'endsAt'>;

/** A hot spot in the weekly focus on the shift's day, and the last day of it. */
export interface FocusedHotSpot {
  readonly hotSpotId: Uuid;
  readonly until: LocalDate;
}

/** Whole minutes between places. A key is a hot spot's id, or a patrol's id for its base. */
export interface WalkingMinutes {
  readonly keys: readonly Uuid[];
  /** On foot. */
  readonly minutes: readonly (readonly number[])[];
  /** Behind the wheel. */
  readonly driving: readonly (readonly number[])[];
}

/** Everything that a shift's plan depends on. */
export interface PlanningInput {
  readonly shift: Shift;
  /** The instant of 00:00, local time, of the shift's date: minutes are counted from here. */
  readonly origin: EpochMs;
  /** The instant at which the shift's operational day began. */
  readonly dayStartsAt: EpochMs;
  /** The instant at which the next one begins. */
  readonly dayEndsAt: EpochMs;
  /** The operational days before the shift's, as far back as urgency looks; in order. */
  readonly daysBefore: readonly DemandDay[];
  /** Those that are not active are left out. */
  readonly hotSpots: readonly PlannedHotSpot[];
  readonly windows: readonly TimeWindow[];
  /** On the shift's operational day. */
  readonly focus: readonly FocusedHotSpot[];
  /** Those that do not overlap the shift are left out. */
  readonly occurrences: readonly WindowOccurrence[];
  /** Of each hot spot at least its last visit and its last dose before the shift, and all visits in the shift's day. */
  readonly made: readonly MadeVisit[];
  /** They keep the gap to its visits, count in the windows that both shifts see, and say which days have a dose. */
  readonly elsewhere: readonly PlannedElsewhere[];
  readonly walking: WalkingMinutes;
  /** Planned visits that a person put where they are; those before `now` are past. */
  readonly pinned: readonly PlannedVisit[];
  /** Breaks taken or begun; a patrol that has one is planned no other. */
  readonly breaksTaken: readonly PlannedBreak[];
  /** Visits and published plans of the weeks before the shift, which its plan should not repeat. */
  readonly past: readonly PastRoute[];
  /** When a running shift is mended: nothing is planned before this. null: the shift is planned ahead. */
  readonly now: EpochMs | null;
}

/** Whole minutes that a patrol takes between the places: on foot, on bicycles, or by car where it has one and the way is far. */
export function legsOf(walking: WalkingMinutes, { id, travels }: Patrol) {
  if (travels === 'foot') return walking.minutes;
  if (travels === 'bicycle') return cyclingMinutes(walking.minutes);
  return parkAndWalk(walking.minutes, walking.driving, placeOf(walking, id));
}

/** Place of a hot spot or of a patrol's base in the walking minutes; a missing one is the caller's mistake. */
export function placeOf({ keys }: WalkingMinutes, key: Uuid): number {
  const place = keys.indexOf(key);
  if (place < 0) throw new Error(`the walking minutes have no place ${key}`);
  return place;
}
