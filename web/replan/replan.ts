/** "Vi är borta till …": the rest of the shift planned anew on this phone, with the planner that the shift lead has. */
import { v7 as uuid } from 'uuid';
import { isToCome } from '#core/dosage/planned-visit-state.ts';
import type { EpochMs, PlannedVisit, TimeSpan } from '#core/model.ts';
import { type Later, laterTask, madeSince } from '#core/planner/bridge/later-task.ts';
import { mendBySearch } from '#core/planner/bridge/mend-by-search.ts';
import { type PlanChange, planChanges } from '#core/planner/bridge/plan-changes.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import type { PlanningProblem, SolvedPlan } from '#core/planner/problem.ts';
import type { MyPlanning, ReplanBody } from '../my-shift/my-planning.ts';
import type { Stop, Visit } from '../my-shift/state.ts';
import { searchInBrowser } from '../plan/search-in-browser.ts';
import { fromWire, toWire } from '../plan/wire.ts';

export interface Replan {
  readonly body: ReplanBody;
  /** Undoes it, once it is taken. */
  readonly undo: ReplanBody;
  readonly changes: readonly PlanChange[];
}

/** What this phone knows when the button is pressed. */
export interface Present {
  readonly now: EpochMs;
  readonly stops: readonly Stop[];
  readonly visits: readonly Visit[];
}

/** Enough for one patrol; the phone's battery and the officers' patience are worth more than another per mille. */
const SEARCH_MS = 600;
const SEED = 1;

/** @returns null where the shift has no plan of the patrol, or no plan fits */
export async function replanAway(
  known: MyPlanning,
  away: TimeSpan | null,
  present: Present,
): Promise<Replan | null> {
  const { planId, patrolId } = known;
  if (!known.task || planId === null || patrolId === null) return null;
  const task = known.task as unknown as PlanningTask;
  const before = fromWire(known);
  const calls = known.unavailable.map(spanOf);
  const later = laterTask(task, {
    now: present.now,
    unavailable: away ? [...calls, away] : calls,
    breaks: before.breaks,
    made: madeSince(task, Date.parse(known.madeAt), madeOf(present.visits)),
  });
  // What has been made, is being made or is known not to come about is no part of what is planned anew.
  const settled = new Set(
    present.stops.filter(({ state }) => !isToCome(state)).map(({ slotId }) => slotId),
  );
  const isAhead = ({ startsAt }: PlannedVisit) => startsAt >= present.now;
  const open = before.visits.filter((visit) => !(isAhead(visit) && settled.has(visit.slotId)));
  const plan = { visits: open, breaks: before.breaks };
  const mended = await mendBySearch(later, plan, known.unmet, solveHere);
  if (!mended) return null;
  const found = planFromSolution(later, mended.solved, uuid, plan);
  const isWaiting = ({ slotId }: PlannedVisit) => !settled.has(slotId);
  const after = { ...found, visits: withLateMoved(found.visits, isWaiting, present.now) };
  const wire = away && { from: iso(away.from), to: iso(away.to) };
  const ids = { planId: uuid(), patrolId };
  return {
    body: { ...ids, basedOn: planId, away: wire, back: null, ...toWire(after) },
    undo: {
      planId: uuid(),
      patrolId,
      basedOn: ids.planId,
      away: null,
      back: wire,
      ...toWire(before),
    },
    changes: planChanges(open, after.visits).filter((change) => isTold(change, present.now)),
  };
}

/** A visit whose time has gone and that nobody has begun is the one that stands there later instead. */
function withLateMoved(
  visits: readonly PlannedVisit[],
  isWaiting: (visit: PlannedVisit) => boolean,
  now: EpochMs,
): PlannedVisit[] {
  const late = new Set(visits.filter((visit) => visit.startsAt < now && isWaiting(visit)));
  const known = new Set(visits.filter((visit) => visit.startsAt < now).map(({ slotId }) => slotId));
  const moved = visits.map((visit) => {
    const same = [...late].find(
      ({ hotSpotId, windowId }) => hotSpotId === visit.hotSpotId && windowId === visit.windowId,
    );
    if (visit.startsAt < now || !same || known.has(visit.slotId)) return visit;
    late.delete(same);
    return { ...visit, slotId: same.slotId };
  });
  const carried = new Set(moved.filter(({ startsAt }) => startsAt >= now).map((one) => one.slotId));
  return moved.filter(({ startsAt, slotId }) => startsAt >= now || !carried.has(slotId));
}

async function solveHere(problem: PlanningProblem): Promise<SolvedPlan | null> {
  const order = { problem, seed: SEED, strands: 1, timeMs: SEARCH_MS };
  const { plan } = await searchInBrowser(order, { signal: new AbortController().signal });
  return plan;
}

/** What was before and is over is no news; a visit lost to the call is, though its time has just gone. */
const isTold = (change: PlanChange, now: EpochMs): boolean =>
  change.kind === 'removed' || change.after.startsAt >= now;

const madeOf = (visits: readonly Visit[]): Later['made'] =>
  visits.map(({ hotSpotId, startedAt, endedAt }) => ({
    hotSpotId,
    startedAt: Date.parse(startedAt),
    endedAt: endedAt === null ? null : Date.parse(endedAt),
  }));

const iso = (ms: EpochMs): string => new Date(ms).toISOString();

const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): TimeSpan => ({
  from: Date.parse(from),
  to: Date.parse(to),
});
