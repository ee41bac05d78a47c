/**
 * The nouns of a safety walk (trygghetsvandring), after the method that Brå and Boverket describe: a meeting before, the
 * walk along a set route, a meeting after, and points that somebody is to do something about.
 *
 *   walk ⊃ points ⊃ answers (numbered, the newest holds), photos, the time window that a point has led to
 *   a walk may check an earlier one again
 *
 * Who took part is a number. There is no field for a name, and none may be added.
 */
import type { EpochMs, LocalDate, LonLat, Metres, Uuid } from '../model.ts';

export const WALK_STATES = ['planned', 'held', 'cancelled'] as const;
export type WalkState = (typeof WALK_STATES)[number];

export interface Meeting {
  readonly startsAt: EpochMs;
  /** Where people meet, in words. */
  readonly place: string;
}

export interface Walk {
  readonly id: Uuid;
  readonly municipality: string;
  /** The area that is walked: «Stationen och Sveaparken». */
  readonly title: string;
  readonly state: WalkState;
  readonly before: Meeting | null;
  readonly walk: Meeting;
  readonly after: Meeting | null;
  /** Day or evening as somebody has said; null: by the rule in `is-evening.ts`. */
  readonly eveningSaid: boolean | null;
  /** The line that is walked, in order; null: not drawn yet. */
  readonly route: readonly LonLat[] | null;
  /** How many came; null: not counted. */
  readonly participants: number | null;
  /** The earlier walk whose points this one looks at again. */
  readonly checksWalkId: Uuid | null;
}

/** What follows from a walk and is kept with it, so that lists need neither sun nor geodesy. */
export interface WalkFacts {
  /** The local date of the walk itself. */
  readonly date: LocalDate;
  readonly evening: boolean;
  readonly lengthM: Metres | null;
}

export const POINT_CATEGORIES = [
  'light',
  'greenery',
  'littering',
  'traffic',
  'building',
  'meeting-place',
  'other',
] as const;
export type PointCategory = (typeof POINT_CATEGORIES)[number];

export const POINT_OWNERS = ['municipality', 'property-owner', 'police', 'other'] as const;
export type PointOwner = (typeof POINT_OWNERS)[number];

export const POINT_STATUSES = ['open', 'in-progress', 'done', 'will-not-be-done'] as const;
export type PointStatus = (typeof POINT_STATUSES)[number];

/** Something that was seen on the walk and that somebody is to do something about. */
export interface WalkPoint {
  readonly id: Uuid;
  readonly walkId: Uuid;
  /** 1, 2, 3 … within the walk, in order of being raised. */
  readonly number: number;
  readonly category: PointCategory;
  readonly lonLat: LonLat | null;
  readonly text: string;
  readonly owner: PointOwner;
  /** The organisation, «Flens Bostads AB»: never a person. */
  readonly ownerName: string;
  readonly dueDate: LocalDate | null;
  readonly status: PointStatus;
  /** Why it will not be done; empty otherwise. */
  readonly statusReason: string;
}

/** What the owner has answered. A new answer stands beside the old ones; the one with the highest number holds. */
export interface PointAnswer {
  readonly id: Uuid;
  readonly pointId: Uuid;
  readonly number: number;
  /** The day on which it was given. */
  readonly answeredOn: LocalDate;
  readonly text: string;
}
