/** Calls for service: a planned visit is lost to one with a set chance, and the patrol is away for a while. */
import type { Random } from '#core/planner/random.ts';

/** Domain brief 4.5: 45 % of slots are lost to calls. */
const LOST_SHARE = 0.45;
const [SHORTEST_MIN, LONGEST_MIN] = [30, 90];

/** Minutes that the patrol is away from when its visit was to begin; null: no call comes. */
export function callInstead(random: Random): number | null {
  if (random.share() >= LOST_SHARE) return null;
  return SHORTEST_MIN + random.below(LONGEST_MIN - SHORTEST_MIN + 1);
}

/** What came of a night, in minutes from the shift's start. */
export interface NightOutcome {
  readonly made: readonly {
    readonly code: string;
    readonly start: number;
    readonly patrol: number;
  }[];
  readonly lost: number;
  /** Share of the patrols' minutes that was planned for walking and visits, before calls took theirs. */
  readonly load: number;
}
