/** A night by the planner: planned unlike the past, and mended at each call. */
import type { Patrol, PlannedBreak, PlannedVisit, TimeSpan } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { type LeftOut, mendPlan, stillInWant } from '#core/planner/bridge/mend-plan.ts';
import { patrolLoads } from '#core/planner/bridge/patrol-loads.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import type { MadeVisit, PlanningInput } from '#core/planner/bridge/planning-input.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { solutionFromPlan } from '#core/planner/bridge/solution-from-plan.ts';
import type { SolvedPlan } from '#core/planner/problem.ts';
import type { Random } from '#core/planner/random.ts';
import { solve } from '#core/planner/solve.ts';
import { USUAL_TOLERANCE } from '#core/planner/vary/vary-plan.ts';
import { callInstead, type NightOutcome } from './calls.ts';
import { DWELL_MIN, MINUTE, PATROLS } from './night.ts';

const ROUNDS = 300;

interface Plan {
  readonly visits: readonly PlannedVisit[];
  readonly breaks: readonly PlannedBreak[];
}

/** @param night with the past that its plan should not repeat */
export function plannedNight(night: PlanningInput, random: Random): NightOutcome {
  let count = 0;
  const makeId = () => `${night.shift.id}-${(count += 1)}`;
  const vary = { past: night.past, tolerance: USUAL_TOLERANCE, iterations: ROUNDS };
  const task = buildPlanningTask(night);
  const { plan } = solve(task.problem, { seed: random.below(1e6), iterations: ROUNDS, vary });
  if (!plan) throw new Error('the night cannot be planned');
  let current: Plan & { readonly unmet: ReturnType<typeof planFromSolution>['unmet'] } =
    planFromSolution(task, plan, makeId);
  const leftOut = current.unmet;
  const loads = patrolLoads(task, solutionFromPlan(task, current.visits, current.breaks));
  const made: MadeVisit[] = [];
  const calls: Call[] = [];
  let lost = 0;
  for (let now = night.shift.startsAt; ; ) {
    const next = current.visits.find(({ startsAt }) => startsAt >= now);
    if (!next) break;
    const away = callInstead(random);
    if (away === null) {
      made.push(madeOf(next));
      now = next.startsAt + MINUTE;
      continue;
    }
    lost += 1;
    now = next.startsAt;
    calls.push({
      patrolId: next.patrolId,
      from: now,
      to: Math.min(night.shift.endsAt, now + away * MINUTE),
    });
    const shift = {
      ...night.shift,
      patrols: night.shift.patrols.map((one) => onCalls(one, calls)),
    };
    const mending = buildPlanningTask({ ...night, shift, made, now });
    const mended = mendedPlan(mending, current, leftOut, random.below(1e6));
    if (mended) current = planFromSolution(mending, mended, makeId, current);
  }
  const busy = loads.reduce((sum, one) => sum + one.busyMin, 0);
  const onDuty = loads.reduce((sum, one) => sum + one.onDutyMin, 0);
  return { made: made.map((visit) => outcomeOf(visit, night)), lost, load: busy / onDuty };
}

interface Call extends TimeSpan {
  readonly patrolId: string;
}

const onCalls = (patrol: Patrol, calls: readonly Call[]): Patrol => ({
  ...patrol,
  unavailable: calls.filter(({ patrolId }) => patrolId === patrol.id),
});

/** What holds is kept; where a lost dose has no time for it, its hot spot's other visits are moved too. */
function mendedPlan(
  task: PlanningTask,
  plan: Plan,
  leftOut: readonly LeftOut[],
  seed: number,
): SolvedPlan | null {
  const search = (freed: readonly string[]) =>
    solve(mendPlan(task, plan, leftOut, freed).problem, { seed, iterations: ROUNDS }).plan;
  const first = search([]);
  const wanting = first ? stillInWant(first) : [];
  return (wanting.length > 0 ? search(wanting) : null) ?? first;
}

const madeOf = ({ hotSpotId, patrolId, startsAt }: PlannedVisit): MadeVisit => ({
  hotSpotId,
  patrolId,
  startedAt: startsAt,
  endedAt: startsAt + DWELL_MIN * MINUTE,
  isDose: true,
});

const outcomeOf = ({ hotSpotId, patrolId, startedAt }: MadeVisit, { shift }: PlanningInput) => ({
  code: hotSpotId,
  start: (startedAt - shift.startsAt) / MINUTE,
  patrol: PATROLS.findIndex((id) => id === patrolId),
});
