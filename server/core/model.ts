/**
 * The nouns of Fotspår and their units. Every other file speaks these words.
 *
 *   area (lokalpolisområde) ⊃ municipality (kommun) ⊃ hot spot ⊃ time windows
 *   shift (pass) ⊃ patrols; a shift has plan versions ⊃ planned visits
 *   visit (besök): what truly happened, kept apart from what was planned
 *   dose (dos): a visit of at least `countsFromMin` minutes
 *
 * No type here, and none built on it, describes a person who is at a hot spot.
 */
import type { MultiPolygon, Polygon } from 'geojson';

/** An instant: milliseconds since 1970-01-01T00:00Z. ISO 8601 in UTC on the wire. */
export type EpochMs = number;
/** A length of time in whole minutes. */
export type Minutes = number;
/** A distance on the ground in metres. */
export type Metres = number;
/** A UUIDv7, made by whoever creates the thing, so that sending it twice makes one. */
export type Uuid = string;
/** A calendar or operational date, `2026-11-27`. */
export type LocalDate = string;
/** A wall-clock time, `00:00`–`23:59`. */
export type LocalTime = string;
/** WGS 84 longitude and latitude in degrees, in the order of RFC 7946. */
export type LonLat = readonly [lon: number, lat: number];

export const ROLES = [
  'planner',
  'patrol',
  'chief',
  'municipal-police',
  'municipality',
  'admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export interface Area {
  readonly id: Uuid;
  readonly name: string;
  /** Geometry further than 50 km from here is refused. */
  readonly center: LonLat;
}

export interface Municipality {
  /** Statistics Sweden's four digits, `0482`. */
  readonly code: string;
  readonly name: string;
}

export type HotSpotGeometry = Polygon | MultiPolygon;

export const HOT_SPOT_STATUSES = ['active', 'paused', 'closed'] as const;
export type HotSpotStatus = (typeof HOT_SPOT_STATUSES)[number];

/** 1 is the most urgent. */
export const PRIORITIES = [1, 2, 3, 4, 5] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One border of a hot spot. A moved border is a new version; visits stay on the one they were made in. */
export interface HotSpotVersion {
  readonly id: Uuid;
  readonly hotSpotId: Uuid;
  readonly number: number;
  readonly validFrom: EpochMs;
  readonly geometry: HotSpotGeometry;
  readonly areaHa: number;
  readonly perimeterM: Metres;
}

export interface HotSpot {
  readonly id: Uuid;
  readonly municipality: string;
  /** Two characters that can be said on the radio: `R1`. */
  readonly code: string;
  readonly name: string;
  readonly whyHere: string;
  readonly whySource: string;
  readonly reviewDate: LocalDate | null;
  readonly priority: Priority;
  /** Hours from one dose to the next that the place is meant to have at most. */
  readonly wantedGapHours: number;
  readonly tags: readonly string[];
  readonly status: HotSpotStatus;
  /** The border in force. */
  readonly version: HotSpotVersion;
}

export interface WindowException {
  readonly date: LocalDate;
  /** true: open on a date that the pattern leaves out; false: closed on one that it has. */
  readonly open: boolean;
}

/** What a hot spot wants in a recurring window. Immutable: an edit closes it and opens a new one. */
export interface TimeWindow {
  readonly id: Uuid;
  readonly hotSpotId: Uuid;
  /** ISO weekdays, 1 = Monday, of the local date on which the window opens. */
  readonly weekdays: readonly number[];
  readonly start: LocalTime;
  /** At or before `start`: the window closes on the next day. */
  readonly end: LocalTime;
  readonly exceptions: readonly WindowException[];
  /** First and last local date on which it opens; null: no limit. */
  readonly dateFrom: LocalDate | null;
  readonly dateTo: LocalDate | null;
  readonly doses: number;
  readonly dwellMin: Minutes;
  readonly countsFromMin: Minutes;
  readonly ceilingMin: Minutes;
  /** At least so long from the end of one visit to the start of the next. */
  readonly minGapMin: Minutes;
  readonly crew: number;
}

/** A time window on one date, as instants. */
export interface WindowOccurrence {
  readonly windowId: Uuid;
  readonly hotSpotId: Uuid;
  /** The local date on which it opens. */
  readonly date: LocalDate;
  readonly opens: EpochMs;
  readonly closes: EpochMs;
  readonly doses: number;
}

export interface Place {
  readonly name: string;
  readonly lonLat: LonLat;
}

export interface TimeSpan {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export interface PatrolBreak {
  readonly durationMin: Minutes;
  readonly earliest: EpochMs;
  readonly latest: EpochMs;
}

/** With a car it parks and walks: it drives between hot spots that are far apart on foot. */
export const TRAVELS = ['foot', 'car', 'bicycle'] as const;
export type Travels = (typeof TRAVELS)[number];

export interface Patrol {
  readonly id: Uuid;
  readonly callSign: string;
  /** How many officers; who they are is kept elsewhere and is nobody's statistic. */
  readonly officers: number;
  readonly travels: Travels;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly base: Place;
  readonly break: PatrolBreak | null;
  readonly unavailable: readonly TimeSpan[];
}

export interface Shift {
  readonly id: Uuid;
  readonly municipality: string;
  /** The operational day on which it starts. */
  readonly date: LocalDate;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly patrols: readonly Patrol[];
}

export const PLAN_STATUSES = ['draft', 'published', 'superseded'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export interface PlannedVisit {
  readonly id: Uuid;
  /** The same through all versions of the plan in which the visit stands: what a visit is linked to. */
  readonly slotId: Uuid;
  readonly patrolId: Uuid;
  readonly hotSpotId: Uuid;
  readonly windowId: Uuid;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly pinned: boolean;
  readonly reasons: readonly PlanReason[];
}

/** A reason as code and figures; web/text has its words in Swedish and English. */
export interface PlanReason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface PlannedBreak {
  readonly patrolId: Uuid;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
}

export interface UnmetDemand {
  readonly hotSpotId: Uuid;
  readonly windowId: Uuid;
  readonly missing: number;
  readonly reason: PlanReason;
}

/** How a plan was sought: the same again gives the same plan. */
export interface PlanSearch {
  readonly seed: number;
  /** Rounds for the greatest value, in each strand. */
  readonly iterations: number;
  /** Rounds among the plans nearly as good, for one that repeats the past least. */
  readonly varied: number;
  /** Searches side by side that it is the best of. */
  readonly strands: number;
  /** The greatest value found; the plan's own is less by the price of being hard to predict. null: not known. */
  readonly bestValue: number | null;
}

/** Of a plan that a hand has made. */
export const NOT_SEARCHED: PlanSearch = {
  seed: 0,
  iterations: 0,
  varied: 0,
  strands: 0,
  bestValue: null,
};

export interface Plan extends PlanSearch {
  readonly id: Uuid;
  readonly shiftId: Uuid;
  readonly number: number;
  readonly status: PlanStatus;
  readonly value: number;
  readonly createdAt: EpochMs;
  readonly publishedAt: EpochMs | null;
  readonly visits: readonly PlannedVisit[];
  readonly breaks: readonly PlannedBreak[];
  readonly unmet: readonly UnmetDemand[];
}

/** Where a visit's times come from. `estimated`: ended by the system, not by an officer. */
export const VISIT_SOURCES = ['manual', 'gps', 'manual+gps', 'estimated'] as const;
export type VisitSource = (typeof VISIT_SOURCES)[number];

/** The four counters of what came of a visit; 0 is a valid answer. Counts of events, never of persons' traits. */
export interface VisitOutcome {
  readonly contacts: number;
  readonly actions: number;
  readonly observations: number;
  readonly interventions: number;
}

export const NO_OUTCOME: VisitOutcome = {
  contacts: 0,
  actions: 0,
  observations: 0,
  interventions: 0,
};

/** One patrol's presence in one hot spot. An end of null: they are there now. */
export interface Visit {
  readonly id: Uuid;
  readonly versionNumber: number;
  readonly hotSpotId: Uuid;
  readonly hotSpotVersionId: Uuid;
  readonly patrolId: Uuid | null;
  readonly slotId: Uuid | null;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly officers: number;
  readonly source: VisitSource;
  /** Registered after the fact ("vi var där"). */
  readonly late: boolean;
  readonly outcome: VisitOutcome;
  readonly note: string;
  /** Withdrawn by a correction: kept, and counted nowhere. */
  readonly voided: boolean;
}

/** `estimate`: the system ended what nobody had ended. `stay`: the officers answered that they were still there. `confirm`: a track says so too. */
export const VISIT_CHANGE_KINDS = [
  'create',
  'end',
  'estimate',
  'stay',
  'reopen',
  'tally',
  'correct',
  'confirm',
  'void',
] as const;
export type VisitChangeKind = (typeof VISIT_CHANGE_KINDS)[number];

/** Why a planned visit did not come about. */
export const LOSS_REASONS = ['call-out', 'staffing', 'weather', 'reprioritised', 'other'] as const;
export type LossReason = (typeof LOSS_REASONS)[number];
