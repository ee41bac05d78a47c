/** What the plan on the screen leaves unmet, as it is this moment: counted anew with each change by hand. Pure. */
import type { PlannedBreak, PlannedVisit, UnmetDemand } from '#core/model.ts';
import { unmetOf } from '#core/planner/bridge/plan-from-solution.ts';
import { instantOf, type PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { solutionFromPlan } from '#core/planner/bridge/solution-from-plan.ts';
import type { Planning } from './replies.ts';

type Outcomes = Planning['outcomes'];

/** Planned visits whose time has come and which may still be made: they are not missing yet. */
export const PENDING: ReadonlySet<string> = new Set(['planned', 'ready', 'ongoing']);

/** @param saved what the plan left unmet when it was made: it alone knows of windows that have closed since */
export function unmetNow(
  task: PlanningTask,
  plan: { readonly visits: readonly PlannedVisit[]; readonly breaks: readonly PlannedBreak[] },
  outcomes: Outcomes,
  saved: readonly UnmetDemand[],
): UnmetDemand[] {
  const open = new Set(task.hotSpots.flatMap(({ windows }) => windows.map((one) => one.windowId)));
  const pending = pendingByWindow(task, plan.visits, outcomes);
  const ahead = unmetOf(task, solutionFromPlan(task, plan.visits, plan.breaks)).map((demand) => ({
    ...demand,
    missing: demand.missing - (pending.get(demand.windowId) ?? 0),
  }));
  return [
    ...ahead.filter(({ missing }) => missing > 0),
    ...saved.filter(({ windowId }) => !open.has(windowId)),
  ];
}

/** Doses that mending is not to put in: those the plan never had, and those whose visit may still be made. */
export function leftOutNow(
  task: PlanningTask,
  visits: readonly PlannedVisit[],
  outcomes: Outcomes,
  saved: readonly UnmetDemand[],
): Pick<UnmetDemand, 'windowId' | 'missing'>[] {
  const counts = pendingByWindow(task, visits, outcomes);
  for (const { windowId, missing } of saved)
    counts.set(windowId, (counts.get(windowId) ?? 0) + missing);
  return [...counts].map(([windowId, missing]) => ({ windowId, missing }));
}

function pendingByWindow(
  { origin, nowMinute }: PlanningTask,
  visits: readonly PlannedVisit[],
  outcomes: Outcomes,
): Map<string, number> {
  const counts = new Map<string, number>();
  if (nowMinute === null) return counts;
  const states = new Map(outcomes.map(({ slotId, state }) => [slotId, state]));
  for (const { slotId, startsAt, windowId } of visits) {
    if (startsAt >= instantOf(origin, nowMinute)) continue;
    if (PENDING.has(states.get(slotId) ?? ''))
      counts.set(windowId, (counts.get(windowId) ?? 0) + 1);
  }
  return counts;
}
