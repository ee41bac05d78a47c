/** A shift's plan beside that of the week before: what whoever saw the one would know again in the other. */
import { type CalendarRules, MINUTE_MS } from '../../calendar/local-time.ts';
import type { EpochMs, PlannedVisit, Uuid } from '../../model.ts';
import { pastWeek } from './week-before.ts';

export type PlannedStart = Pick<PlannedVisit, 'hotSpotId' | 'patrolId' | 'startsAt'>;

export interface StartBefore extends PlannedStart {
  /** Whether a dose came of it. */
  readonly isDone: boolean;
}

export interface StartNow {
  readonly startsAt: EpochMs;
  /** At most a quarter of an hour, by the clock on the wall, from a start there the week before. */
  readonly isSameTime: boolean;
}

/** The starts at one hot spot, each list in order. */
export interface ComparedHotSpot {
  readonly hotSpotId: Uuid;
  readonly before: readonly EpochMs[];
  readonly done: number;
  readonly now: readonly StartNow[];
}

export interface PlanComparison {
  /** Every hot spot of either plan. */
  readonly hotSpots: readonly ComparedHotSpot[];
  /** How many of the plan's starts are at the same time. */
  readonly sameTime: number;
  /** Hot spots that are the first stop of some patrol in both plans: where the shift is seen to begin. */
  readonly firstInBoth: readonly Uuid[];
}

const SAME_MS = 15 * MINUTE_MS;

export function comparePlans(
  before: readonly StartBefore[],
  now: readonly PlannedStart[],
  rules: CalendarRules,
): PlanComparison {
  const ids = [...new Set([...before, ...now].map(({ hotSpotId }) => hotSpotId))];
  const hotSpots = ids.map((id) => comparedAt(id, before, now, rules));
  const firstNow = new Set(firstStops(now));
  return {
    hotSpots,
    sameTime: hotSpots.flatMap((one) => one.now.filter(({ isSameTime }) => isSameTime)).length,
    firstInBoth: [...new Set(firstStops(before))].filter((id) => firstNow.has(id)),
  };
}

function comparedAt(
  hotSpotId: Uuid,
  before: readonly StartBefore[],
  now: readonly PlannedStart[],
  rules: CalendarRules,
): ComparedHotSpot {
  const own = inOrder(before).filter((one) => one.hotSpotId === hotSpotId);
  const isSameTime = ({ startsAt }: PlannedStart) =>
    own.some((one) => Math.abs(pastWeek(rules, one.startsAt, startsAt)) <= SAME_MS);
  return {
    hotSpotId,
    before: own.map(({ startsAt }) => startsAt),
    done: own.filter(({ isDone }) => isDone).length,
    now: inOrder(now)
      .filter((one) => one.hotSpotId === hotSpotId)
      .map((one) => ({ startsAt: one.startsAt, isSameTime: isSameTime(one) })),
  };
}

/** Of each patrol. */
function firstStops(visits: readonly PlannedStart[]): Uuid[] {
  const first = new Map<Uuid, Uuid>();
  for (const { patrolId, hotSpotId } of inOrder(visits)) {
    if (!first.has(patrolId)) first.set(patrolId, hotSpotId);
  }
  return [...first.values()];
}

const inOrder = <V extends PlannedStart>(visits: readonly V[]): V[] =>
  [...visits].sort((a, b) => a.startsAt - b.startsAt);
