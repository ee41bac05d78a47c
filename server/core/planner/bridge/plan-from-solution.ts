/** From the planner's minutes back to a plan of the model. */
import type { PlannedBreak, PlannedVisit, PlanSearch, UnmetDemand, Uuid } from '../../model.ts';
import { evaluatePlan } from '../evaluate-plan.ts';
import { explainUnmet } from '../explain-unmet.ts';
import type { Routes, SolvedPlan, UnmetTarget, VisitItem } from '../problem.ts';
import { isBreak } from '../problem.ts';
import type { PlanningTask } from './planning-task.ts';
import { instantOf } from './planning-task.ts';
import { visitReasons } from './visit-reasons.ts';

/** The plan that is being replaced: what is past in it stays, and visits that stay keep their slot. */
export interface EarlierPlan {
  readonly visits: readonly PlannedVisit[];
  readonly breaks: readonly PlannedBreak[];
}

export interface PlanContent extends PlanSearch {
  readonly visits: readonly PlannedVisit[];
  readonly breaks: readonly PlannedBreak[];
  readonly unmet: readonly UnmetDemand[];
  readonly value: number;
}

const NO_EARLIER_PLAN: EarlierPlan = { visits: [], breaks: [] };

/** What the plan of a solution holds. `makeId` gives new ids for planned visits, and for slots that are new. */
export function planFromSolution(
  task: PlanningTask,
  solved: SolvedPlan,
  makeId: () => Uuid,
  earlier: EarlierPlan = NO_EARLIER_PLAN,
): PlanContent {
  const { seed, iterations, varied, strands, bestValue } = solved;
  const isPast = ({ startsAt }: { startsAt: number }) =>
    task.nowMinute !== null && startsAt < instantOf(task.origin, task.nowMinute);
  const claim = slotClaims(earlier.visits.filter((visit) => !isPast(visit)));
  const planned = solved.patrols.flatMap(({ id, items }) =>
    items
      .filter((item): item is VisitItem => !isBreak(item))
      .map((item) => ({ visit: plannedVisit(task, solved, id, item), item })),
  );
  const exact = planned.map(({ visit }) => claim(visit, true));
  const visits = planned.map(({ visit }, i): PlannedVisit => {
    const slotId = exact[i] ?? claim(visit, false) ?? makeId();
    return Object.assign(visit, { id: makeId(), slotId });
  });
  // A row is its version's own, also of what is past; what a visit is through all versions is its slot.
  const past = earlier.visits.filter(isPast).map((visit) => ({ ...visit, id: makeId() }));
  return {
    visits: [...past, ...visits].sort((a, b) => a.startsAt - b.startsAt),
    breaks: [...earlier.breaks.filter(isPast), ...plannedBreaks(task, solved)],
    unmet: solved.unmet.flatMap((one) => unmetDemand(task, one)),
    value: evaluatePlan(task.problem, solved).value,
    seed,
    iterations,
    varied,
    strands,
    bestValue,
  };
}

/** What a plan changed by hand leaves unmet, and why. */
export const unmetOf = (task: PlanningTask, plan: Routes): UnmetDemand[] =>
  explainUnmet(task.problem, plan).flatMap((one) => unmetDemand(task, one));

/**
 * Gives each slot of the earlier plan to one visit at most: to the very same visit, or, loosely, to one in the same window
 * of the same hot spot, the nearest in time.
 */
function slotClaims(earlier: readonly PlannedVisit[]) {
  const free = new Set(earlier);
  return (visit: Omit<PlannedVisit, 'id' | 'slotId'>, isExact: boolean): Uuid | undefined => {
    const [nearest] = [...free]
      .filter(
        ({ hotSpotId, windowId }) => hotSpotId === visit.hotSpotId && windowId === visit.windowId,
      )
      .filter(
        (one) => !isExact || (one.patrolId === visit.patrolId && one.startsAt === visit.startsAt),
      )
      .sort(
        (a, b) => Math.abs(a.startsAt - visit.startsAt) - Math.abs(b.startsAt - visit.startsAt),
      );
    if (nearest) free.delete(nearest);
    return nearest?.slotId;
  };
}

function plannedVisit(
  task: PlanningTask,
  plan: Routes,
  patrolId: Uuid,
  item: VisitItem,
): Omit<PlannedVisit, 'id' | 'slotId'> {
  const { problem, origin } = task;
  const hotspot = problem.hotspots.findIndex(({ id }) => id === item.hotspot);
  const patrol = problem.patrols.findIndex(({ id }) => id === patrolId);
  const dwell = item.dwell ?? problem.hotspots[hotspot]?.dwell ?? 0;
  const pinned = (problem.locked ?? []).some(
    (one) => one.patrol === patrol && one.hotspot === hotspot && one.start === item.start,
  );
  return {
    patrolId,
    hotSpotId: item.hotspot,
    windowId: task.hotSpots[hotspot]?.windows[item.window]?.windowId ?? '',
    startsAt: instantOf(origin, item.start),
    endsAt: instantOf(origin, item.start + dwell),
    pinned,
    reasons: visitReasons(task, plan, item, pinned),
  };
}

/** The breaks of routes as instants. */
export const plannedBreaks = ({ origin, problem }: PlanningTask, plan: Routes): PlannedBreak[] =>
  plan.patrols.flatMap(({ id, items }) => {
    const minutes = problem.patrols.find((patrol) => patrol.id === id)?.break?.dur ?? 0;
    return items.filter(isBreak).map(({ start }) => ({
      patrolId: id,
      startsAt: instantOf(origin, start),
      endsAt: instantOf(origin, start + minutes),
    }));
  });

function unmetDemand(task: PlanningTask, unmet: UnmetTarget): UnmetDemand[] {
  const window = windowOf(task, unmet.hotspot, unmet.window);
  if (!window) return [];
  const { windowId } = window;
  const { code } = unmet.reason;
  const values = modelValues(task, unmet.reason.values);
  return [{ hotSpotId: unmet.hotspot, windowId, missing: unmet.missing, reason: { code, values } }];
}

const windowOf = (task: PlanningTask, hotSpotId: Uuid, index: number) =>
  task.hotSpots.find((one) => one.hotSpotId === hotSpotId)?.windows[index];

/** A reason's values in the model's words: minutes become instants, a window its id. Hot spots and patrols are ids already. */
function modelValues(task: PlanningTask, values: UnmetTarget['reason']['values']) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (['opens', 'closes', 'start'].includes(key))
        return [key, instantOf(task.origin, Number(value))];
      if (key !== 'window') return [key, value];
      return [key, windowOf(task, String(values.hotspot), Number(value))?.windowId ?? ''];
    }),
  );
}
