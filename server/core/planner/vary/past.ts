/** What somebody who watches the street could have learned: where patrols have come, when, and in which order. */

export interface PastVisit {
  /** Id of the hot spot. */
  readonly hotspot: string;
  /** Minutes since midnight, on the wall; whole days over it are of no account. */
  readonly start: number;
}

/** One patrol's visits of one shift, in order. */
export interface PastRoute {
  /** Whole days before the shift that is planned; 0: an earlier shift of the same day. */
  readonly daysAgo: number;
  /** false: a plan, whether or not anything came of it. */
  readonly isMade: boolean;
  readonly visits: readonly PastVisit[];
}

/** How far back is looked. */
export const PAST_DAYS = 28;
/** A day further back counts by so much less (shared figure of the prototype: 0.9). */
const DECAY = 0.9;
/** A plan is known to few; what was done, all could see. */
const PLANNED_SHARE = 0.5;

/** What a route of the past weighs. Multiplied out, since a power is not bit-exact on every engine. */
export function pastWeight({ daysAgo, isMade }: PastRoute): number {
  let weight = isMade ? 1 : PLANNED_SHARE;
  for (let day = 0; day < daysAgo; day += 1) weight *= DECAY;
  return weight;
}
