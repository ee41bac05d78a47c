/** One shift of a week that is being planned: with its share, or with all that is still unmet. */
import type { Uuid } from '../../model.ts';
import { buildPlanningTask } from '../bridge/build-task.ts';
import { mendPlan } from '../bridge/mend-plan.ts';
import { type PlanContent, planFromSolution, unmetOf } from '../bridge/plan-from-solution.ts';
import type { PlanningTask } from '../bridge/planning-task.ts';
import { solutionFromPlan } from '../bridge/solution-from-plan.ts';
import { countVisits } from '../evaluate-plan.ts';
import type { PlanningProblem, SolvedPlan } from '../problem.ts';
import { runStrand } from '../strands.ts';
import { USUAL_TOLERANCE } from '../vary/vary-plan.ts';
import { type CommonSpacing, withCommonSpacing } from './common-spacing.ts';
import { withHeldGaps } from './held-gaps.ts';
import { withRelief } from './relief.ts';
import { type SharedTargets, withShares } from './shared-targets.ts';
import { shiftInput } from './shift-input.ts';
import type { ShiftPlan, WeekPlans } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

export interface WeekSearch {
  readonly seed: number;
  /** Rounds that an ordinary machine makes in so long are spent on each shift and pass. */
  readonly timeMs: number;
  /** New ids for planned visits, and for slots that are new. */
  readonly makeId: () => Uuid;
}

/** What is settled before the first shift is planned. */
export interface WeekFrame {
  readonly task: WeekTask;
  readonly standing: WeekPlans;
  readonly spacing: CommonSpacing;
  readonly shares: SharedTargets;
}

/** Plans that the search has made so far. */
export type PlannedWeek = ReadonlyMap<Uuid, PlanContent>;

/**
 * The shift with its share of what is wanted, around what is planned so far. Null: its pinned visits contradict that.
 * @param isSecond the first planning has broken a rule: what can wait no longer comes first, and gaps are held
 */
export function planShare(
  frame: WeekFrame,
  of: WeekShift,
  plans: PlannedWeek,
  isSecond: boolean,
  search: WeekSearch,
): PlanContent | null {
  const among = withShares(taskAmong(frame, of, plans), of.shift.id, frame.shares);
  const task = isSecond ? withRelief(withHeldGaps(among)) : among;
  const solved = searched(task, { ...task.problem, promise: 1 }, search);
  return solved && planFromSolution(task, solved, search.makeId, of.plan ?? undefined);
}

/** The shift's plan with what it leaves unmet; where nothing is, there is nothing to search for. */
export function fillPlan(
  frame: WeekFrame,
  of: WeekShift,
  plans: PlannedWeek,
  search: WeekSearch,
): PlanContent | null {
  const stands = plans.get(of.shift.id);
  if (!stands) return null;
  const task = taskAmong(frame, of, plans);
  const { problem, dropped } = mendPlan(task, stands, []);
  if (dropped.length === 0 && !isAnythingWanted(task, stands)) return stands;
  const solved = searched(task, problem, search);
  return solved && planFromSolution(task, solved, search.makeId, stands);
}

/** The shift's plan with what it leaves unmet now that all are planned: a later shift may have given some of it. */
export function toldUnmet(
  frame: WeekFrame,
  of: WeekShift,
  plans: PlannedWeek,
  plan: PlanContent,
): PlanContent {
  const task = taskAmong(frame, of, plans);
  return { ...plan, unmet: unmetOf(task, solutionFromPlan(task, plan.visits, plan.breaks)) };
}

const taskAmong = (frame: WeekFrame, of: WeekShift, plans: PlannedWeek): PlanningTask => {
  const others = new Map([...frame.standing, ...plans]);
  return withCommonSpacing(buildPlanningTask(shiftInput(frame.task, of, others)), frame.spacing);
};

function isAnythingWanted(task: PlanningTask, { visits, breaks }: ShiftPlan): boolean {
  const counts = countVisits(task.problem, solutionFromPlan(task, visits, breaks));
  return task.problem.hotspots.some(({ windows }, h) =>
    windows.some(({ target }, w) => target > (counts[h]?.[w] ?? 0)),
  );
}

/** By rounds alone: a clock that stands still never cuts a search short. */
function searched(
  { past }: PlanningTask,
  problem: PlanningProblem,
  { seed, timeMs }: WeekSearch,
): SolvedPlan | null {
  let solved: SolvedPlan | null = null;
  const unlike = { past, tolerance: USUAL_TOLERANCE };
  const order = { problem, seed, strands: 1, timeMs, unlike };
  runStrand(
    order,
    0,
    () => 0,
    (message) => {
      if (message.kind === 'done') solved = message.result.plan;
    },
  );
  return solved;
}
