/** What a shift lead may put at a free place of a patrol's lane, and why not the rest. */
import type { EpochMs, Minutes, Uuid } from '../../model.ts';
import { countVisits } from '../evaluate-plan.ts';
import { holdsVisit } from '../problem.ts';
import type { HandPlan } from './check-change.ts';
import { checkChange } from './check-change.ts';
import type { PlanViolation } from './check-edited-plan.ts';
import type { PlanningTask } from './planning-task.ts';
import { instantOf, minuteFrom } from './planning-task.ts';
import { solutionFromPlan } from './solution-from-plan.ts';

export interface AddableVisit {
  readonly hotSpotId: Uuid;
  readonly windowId: Uuid;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  /** Doses that the window still lacks. */
  readonly missing: number;
  /** The first rule that it would break; null: it can be added. */
  readonly refusal: PlanViolation | null;
}

/** A click is not exact, and a walk takes minutes: the nearest of these that keeps the rules is taken. */
const NUDGES: readonly Minutes[] = [0, 5, -5, 10, -10, 15, -15];
/** Names the visit that is tried; a real slot is a UUID. */
const TRIED = 'tried';

/** One a hot spot with a window in the shift: those that can be added first, most wanted first. */
export function addableVisits(
  task: PlanningTask,
  plan: HandPlan,
  patrolId: Uuid,
  at: EpochMs,
): AddableVisit[] {
  const minute = minuteFrom(task.origin, at);
  const counts = countVisits(task.problem, solutionFromPlan(task, plan.visits, plan.breaks));
  return task.hotSpots
    .map((_, index) => {
      const tries = NUDGES.map((by) => tried(task, plan, patrolId, index, minute + by));
      const best = tries.find(({ refusal }) => refusal === null) ?? tries[0];
      return best && withMissing(best, task, index, counts[index] ?? []);
    })
    .filter((one) => one !== undefined)
    .sort(
      (a, b) => Number(a.refusal !== null) - Number(b.refusal !== null) || b.missing - a.missing,
    );
}

type Tried = Omit<AddableVisit, 'missing'>;

function tried(
  task: PlanningTask,
  plan: HandPlan,
  patrolId: Uuid,
  index: number,
  start: Minutes,
): Tried {
  const spot = task.problem.hotspots[index];
  const dwell = spot?.dwell ?? 0;
  const holding = (spot?.windows ?? []).findIndex((window) => holdsVisit(window, start, dwell));
  const { hotSpotId = '', windows = [] } = task.hotSpots[index] ?? {};
  const visit = {
    hotSpotId,
    windowId: windows[Math.max(0, holding)]?.windowId ?? '',
    startsAt: instantOf(task.origin, start),
    endsAt: instantOf(task.origin, start + dwell),
  };
  const visits = [...plan.visits, { ...visit, patrolId, slotId: TRIED }];
  const [refusal = null] = checkChange(task, plan, { ...plan, visits }).violations;
  return { ...visit, refusal };
}

function withMissing(
  visit: Tried,
  { hotSpots, problem }: PlanningTask,
  index: number,
  counts: readonly number[],
): AddableVisit {
  const window = hotSpots[index]?.windows.findIndex(({ windowId }) => windowId === visit.windowId);
  const target = problem.hotspots[index]?.windows[window ?? -1]?.target ?? 0;
  return { ...visit, missing: Math.max(0, target - (counts[window ?? -1] ?? 0)) };
}
