/**
 * Plans the open shifts of a week together, in order of start and in two passes:
 *
 *   share   each shift with its part of the windows that several see, around all that is fixed or planned so far
 *   fill    each shift once more with what it has as it stands, and all that is still unmet anywhere
 *
 * Only what is promised is planned: a dose more here is a patrol less where the next day wants one, and a shift lead who
 * has the time adds it in the shift. The budget is counted in rounds, so that a week can be planned again from its seed.
 */
import type { LocalDate, Uuid } from '../../model.ts';
import { buildPlanningTask } from '../bridge/build-task.ts';
import { mendPlan } from '../bridge/mend-plan.ts';
import { type PlanContent, planFromSolution, unmetOf } from '../bridge/plan-from-solution.ts';
import type { PlanningTask, PlanningWarning } from '../bridge/planning-task.ts';
import { solutionFromPlan } from '../bridge/solution-from-plan.ts';
import { countVisits } from '../evaluate-plan.ts';
import { type LockedConflict, lockedConflicts } from '../locked-conflicts.ts';
import type { PlanningProblem, SolvedPlan } from '../problem.ts';
import { runStrand } from '../strands.ts';
import { USUAL_TOLERANCE } from '../vary/vary-plan.ts';
import { type CommonSpacing, commonSpacing, withCommonSpacing } from './common-spacing.ts';
import { type SharedTargets, sharedTargets, withShares } from './shared-targets.ts';
import { shiftInput } from './shift-input.ts';
import { pinnedIn, type ShiftPlan } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

export interface WeekSearch {
  readonly seed: number;
  /** Rounds that an ordinary machine makes in so long are spent on each shift and pass. */
  readonly timeMs: number;
  /** New ids for planned visits, and for slots that are new. */
  readonly makeId: () => Uuid;
}

export type PlannedWeek = ReadonlyMap<Uuid, PlanContent>;

/** Told before each search: what is searched for next, and what there is so far. */
export interface WeekStep {
  readonly pass: 'share' | 'fill';
  readonly shiftId: Uuid;
  readonly date: LocalDate;
  /** Of the searches, the share that is done: 0–1. */
  readonly share: number;
  readonly plans: PlannedWeek;
  /** Every shift has a plan of this search. Before that its plans may not fit with drafts that are still to be replaced. */
  readonly isWhole: boolean;
}

/**
 * A shift whose pinned visits contradict each other or a rule, or stand where its hot spot has no window any more
 * (`pin-dropped`); its plan is left as it is.
 */
export interface WeekConflict {
  readonly shiftId: Uuid;
  readonly conflicts: readonly (LockedConflict | PlanningWarning)[];
}

export interface WeekResult {
  readonly plans: PlannedWeek;
  readonly conflicts: readonly WeekConflict[];
}

/** To be ended at any step: what the last one with `isWhole` told can be kept. Same task and search: same plans. */
export function* planWeek(
  task: WeekTask,
  search: WeekSearch,
): Generator<WeekStep, WeekResult, undefined> {
  const { open, fixed, conflicts } = whatIsOpen(task);
  const plans = new Map<Uuid, PlanContent>();
  const frame = frameOf(task, open, fixed);
  const steps = PASSES.flatMap((pass) => open.map((of) => ({ pass, of })));
  for (const [done, { pass, of }] of steps.entries()) {
    const { id: shiftId, date } = of.shift;
    const share = done / steps.length;
    const isWhole = plans.size === open.length;
    yield { pass, shiftId, date, share, plans: new Map(plans), isWhole };
    const order = { task, of, frame, search: { ...search, seed: search.seed + done } };
    const plan = pass === 'share' ? shareOf(order, plans) : filled(order, plans);
    if (plan) plans.set(shiftId, plan);
  }
  return { plans: withUnmet(task, open, frame, plans), conflicts };
}

const PASSES = ['share', 'fill'] as const;

type Fixed = ReadonlyMap<Uuid, ShiftPlan>;

interface WhatIsOpen {
  readonly open: readonly WeekShift[];
  /** Plans that stand: of shifts that are not open, and of those with conflicts. */
  readonly fixed: Fixed;
  readonly conflicts: readonly WeekConflict[];
}

/** A shift that is left as it stands may bring another into conflict: asked until no more are. */
function whatIsOpen(task: WeekTask): WhatIsOpen {
  const conflicts: WeekConflict[] = [];
  for (;;) {
    const isInConflict = (id: Uuid) => conflicts.some(({ shiftId }) => shiftId === id);
    const open = task.shifts.filter(({ isOpen, shift }) => isOpen && !isInConflict(shift.id));
    const fixed = new Map<Uuid, ShiftPlan>();
    for (const of of task.shifts)
      if (of.plan && !open.includes(of)) fixed.set(of.shift.id, of.plan);
    const found = open.flatMap((of) => {
      const { problem, warnings } = viewOf(task, of, open, fixed).task;
      const lost = warnings.filter(({ code }) => code === 'pin-dropped');
      const own = [...lockedConflicts(problem), ...lost];
      return own.length > 0 ? [{ shiftId: of.shift.id, conflicts: own }] : [];
    });
    if (found.length === 0) return { open, fixed, conflicts };
    conflicts.push(...found);
  }
}

/** The shift while none of the open ones is planned but for what is pinned. */
const viewOf = (task: WeekTask, of: WeekShift, open: readonly WeekShift[], fixed: Fixed) => ({
  of,
  task: buildPlanningTask(shiftInput(task, of, new Map([...fixed, ...pinnedPlans(open)]))),
});

const pinnedPlans = (open: readonly WeekShift[]) =>
  open.map((of) => [of.shift.id, { visits: pinnedIn(of), breaks: [], unmet: [] }] as const);

/** What is settled before the first search. */
interface Frame {
  readonly standing: Fixed;
  readonly spacing: CommonSpacing;
  readonly shares: SharedTargets;
}

function frameOf(task: WeekTask, open: readonly WeekShift[], fixed: Fixed): Frame {
  const views = open.map((of) => viewOf(task, of, open, fixed));
  return {
    standing: new Map([...fixed, ...pinnedPlans(open)]),
    spacing: commonSpacing(views.map((view) => view.task)),
    shares: sharedTargets(views),
  };
}

interface Order {
  readonly task: WeekTask;
  readonly of: WeekShift;
  readonly frame: Frame;
  readonly search: WeekSearch;
}

const taskAmong = ({ task, of, frame }: Omit<Order, 'search'>, plans: PlannedWeek): PlanningTask =>
  withCommonSpacing(
    buildPlanningTask(shiftInput(task, of, new Map([...frame.standing, ...plans]))),
    frame.spacing,
  );

function shareOf(order: Order, plans: PlannedWeek): PlanContent | null {
  const { of, frame, search } = order;
  const task = withShares(taskAmong(order, plans), of.shift.id, frame.shares);
  const solved = searched(task, { ...task.problem, promise: 1 }, search);
  return solved && planFromSolution(task, solved, search.makeId, of.plan ?? undefined);
}

/** What the shift has stays as it is; where nothing is wanted of it any more, there is nothing to search for. */
function filled(order: Order, plans: PlannedWeek): PlanContent | null {
  const { of, search } = order;
  const stands = plans.get(of.shift.id);
  if (!stands) return null;
  const task = taskAmong(order, plans);
  const { problem, dropped } = mendPlan(task, stands, []);
  if (dropped.length === 0 && !isAnythingWanted(task, stands)) return stands;
  const solved = searched(task, problem, search);
  return solved && planFromSolution(task, solved, search.makeId, stands);
}

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

/** A later shift may have given what an earlier one left unmet. */
function withUnmet(
  task: WeekTask,
  open: readonly WeekShift[],
  frame: Frame,
  plans: PlannedWeek,
): PlannedWeek {
  const told = open.flatMap((of) => {
    const plan = plans.get(of.shift.id);
    if (!plan) return [];
    const own = taskAmong({ task, of, frame }, plans);
    const unmet = unmetOf(own, solutionFromPlan(own, plan.visits, plan.breaks));
    return [[of.shift.id, { ...plan, unmet }] as const];
  });
  return new Map(told);
}
