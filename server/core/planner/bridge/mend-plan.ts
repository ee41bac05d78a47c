/**
 * Mending a plan that a call or the clock has broken: what still holds stays exactly where it is, and the search fills what
 * is left. A whole new plan may be worth a little more, but each visit moved is a patrol to be told.
 */
import type { PlannedVisit, UnmetDemand, Uuid } from '../../model.ts';
import { lockedConflicts } from '../locked-conflicts.ts';
import type { LockedVisit, PlanningProblem, SolvedPlan } from '../problem.ts';
import type { Violation } from '../violation.ts';
import type { HandPlan } from './check-change.ts';
import { checkEditedPlan, type PlanViolation } from './check-edited-plan.ts';
import { instantOf, minuteFrom, minuteUntil, type PlanningTask } from './planning-task.ts';
import { raisedCeiling } from './task-patrols.ts';

type Visits = HandPlan['visits'];
type Visit = Visits[number] & Partial<Pick<PlannedVisit, 'pinned'>>;

/** A visit that cannot stay, and the rule that it breaks. */
export interface Dropped {
  readonly slotId: string;
  readonly violation: Pick<Violation, 'code' | 'values'>;
}

export type LeftOut = Pick<UnmetDemand, 'windowId' | 'missing'>;

export interface Mending {
  /** The shift with all that still holds locked. */
  readonly problem: PlanningProblem;
  readonly dropped: readonly Dropped[];
}

/**
 * @param plan as it stands; what is past in it is left out
 * @param leftOut doses that the plan never had, which mending is not to put in: by window
 * @param freed hot spots whose visits may be moved, but for pinned ones: see `stillInWant`
 */
export function mendPlan(
  task: PlanningTask,
  plan: HandPlan,
  leftOut: readonly LeftOut[],
  freed: readonly Uuid[] = [],
): Mending {
  const dropped: Dropped[] = [];
  const ahead = plan.visits.filter(
    ({ startsAt }) => task.nowMinute === null || startsAt >= instantOf(task.origin, task.nowMinute),
  );
  let kept: Visits = ahead
    .filter((visit) => isKnown(task, visit))
    .filter((visit: Visit) => visit.pinned || !freed.includes(visit.hotSpotId));
  for (let fault = faultIn(task, kept, plan); fault; fault = faultIn(task, kept, plan)) {
    const { slotId, violation } = fault;
    dropped.push({ slotId, violation });
    kept = kept.filter((visit) => visit.slotId !== slotId);
  }
  return { problem: withoutExtras(task, problemKeeping(task, kept), leftOut), dropped };
}

/**
 * Hot spots that have lost a dose for which the gap to their other visits leaves no time. Those visits may then be moved
 * too: a dose is worth more than an undisturbed plan.
 */
export const stillInWant = ({ unmet }: Pick<SolvedPlan, 'unmet'>): Uuid[] => [
  ...new Set(unmet.map(({ hotspot }) => hotspot)),
];

/** Only what has been lost is made up for: no dose beyond a target, and none that the plan had done without. */
function withoutExtras(
  { hotSpots }: PlanningTask,
  problem: PlanningProblem,
  leftOut: readonly LeftOut[],
): PlanningProblem {
  const missing = new Map(leftOut.map((one) => [one.windowId, one.missing]));
  return {
    ...problem,
    promise: 1,
    hotspots: problem.hotspots.map((spot, h) => ({
      ...spot,
      windows: spot.windows.map((window, w) => {
        const out = missing.get(hotSpots[h]?.windows[w]?.windowId ?? '') ?? 0;
        return { ...window, target: Math.max(0, window.target - out) };
      }),
    })),
  };
}

const isKnown = ({ problem, hotSpots }: PlanningTask, visit: Visit): boolean =>
  problem.patrols.some(({ id }) => id === visit.patrolId) &&
  hotSpots.some(({ hotSpotId }) => hotSpotId === visit.hotSpotId);

/** The first visit that cannot stay: what a person has pinned gives way last. */
function faultIn(task: PlanningTask, kept: Visits, plan: HandPlan): Dropped | null {
  const free = { ...task, problem: withoutCeilings(task.problem) };
  const [broken] = checkEditedPlan(free, kept, plan.breaks).violations;
  if (broken) return droppedFor(broken, kept);
  const problem = problemKeeping(task, kept);
  const [conflict] = lockedConflicts(problem);
  if (!conflict || conflict.code === 'no-room-for-break')
    return conflict ? lastOf(kept, conflict.patrol, 'break-missing') : null;
  const { code, values, patrol } = conflict;
  return droppedFor({ code, values, patrol, visit: conflict.visit }, kept);
}

/** Visits over the ceiling were put there, or are what a call has left of a longer shift: no reason to move them. */
const withoutCeilings = (problem: PlanningProblem): PlanningProblem => ({
  ...problem,
  patrols: problem.patrols.map((patrol) => ({ ...patrol, maxBusy: undefined })),
});

function droppedFor(
  { code, values, patrol, visit, otherVisit }: PlanViolation,
  kept: Visits,
): Dropped | null {
  const candidates: (Visit | undefined)[] = [kept[visit ?? -1], kept[otherVisit ?? -1]];
  const found = candidates.filter((one) => one !== undefined);
  const chosen = found.find(({ pinned }) => !pinned) ?? found[0];
  if (!chosen) return lastOf(kept, patrol, code, values);
  return { slotId: chosen.slotId, violation: { code, values } };
}

/** A patrol's break or way home is in want of time: its last visit goes. */
function lastOf(
  kept: Visits,
  patrolId: string,
  code: Violation['code'],
  values: Violation['values'] = {},
): Dropped | null {
  const own: Visit[] = kept.filter((visit) => visit.patrolId === patrolId);
  const last = own.findLast(({ pinned }) => !pinned) ?? own.at(-1);
  return last ? { slotId: last.slotId, violation: { code, values } } : null;
}

function problemKeeping({ problem, origin, hotSpots }: PlanningTask, kept: Visits) {
  const locked = kept.map(({ patrolId, hotSpotId, windowId, startsAt, endsAt }): LockedVisit => {
    const hotspot = hotSpots.findIndex((one) => one.hotSpotId === hotSpotId);
    const start = minuteFrom(origin, startsAt);
    return {
      patrol: problem.patrols.findIndex(({ id }) => id === patrolId),
      hotspot,
      start,
      dwell: minuteUntil(origin, endsAt) - start,
      window: hotSpots[hotspot]?.windows.findIndex((one) => one.windowId === windowId),
    };
  });
  const patrols = problem.patrols.map((patrol, index) => {
    const own = locked.filter((visit) => visit.patrol === index);
    return raisedCeiling(patrol, own, problem.hotspots, problem.walk);
  });
  return { ...problem, patrols, locked };
}
