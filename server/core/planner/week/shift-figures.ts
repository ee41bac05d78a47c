/** A shift's head in the table of a week: who is on duty, how much of their time is planned, and what is still wanted. */
import { MINUTE_MS } from '../../calendar/duration.ts';
import type { Minutes, Patrol, PlannedVisit, PlanStatus, Uuid } from '../../model.ts';
import { buildPlanningTask } from '../bridge/build-task.ts';
import { patrolLoads } from '../bridge/patrol-loads.ts';
import type { MadeVisit, PlanningInput } from '../bridge/planning-input.ts';
import { solutionFromPlan } from '../bridge/solution-from-plan.ts';
import { type Demand, shiftDemands } from '../bridge/task-hot-spots.ts';
import { shiftInput } from './shift-input.ts';
import type { ShiftPlan, WeekPlans } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

export interface PatrolFigures {
  readonly patrolId: Uuid;
  readonly callSign: string;
  readonly officers: number;
  readonly onDutyMin: Minutes;
  /** Visits made, and the walking and the visits that are planned ahead. */
  readonly busyMin: Minutes;
}

export interface ShiftFigures {
  readonly shiftId: Uuid;
  readonly isOpen: boolean;
  /** null: there is no plan. */
  readonly status: PlanStatus | null;
  readonly patrols: readonly PatrolFigures[];
  /** Minutes on duty, each officer's counted. */
  readonly officerMin: Minutes;
  /** Doses of the windows that the shift sees, whoever gives them. */
  readonly wanted: number;
  /** Of these, what is made or planned by any shift. */
  readonly placed: number;
  readonly unmet: number;
}

export function shiftFigures(task: WeekTask, plans: WeekPlans, of: WeekShift): ShiftFigures {
  const { shift, isOpen, plan } = of;
  const input = shiftInput(task, of, plans);
  const own = plans.get(shift.id);
  const patrols = patrolFigures(input, own);
  const ahead = (own?.visits ?? []).filter(({ startsAt }) => startsAt > task.now);
  const demands = shiftDemands(input);
  const wanted = demands.reduce((sum, { occurrence }) => sum + occurrence.doses, 0);
  const unmet = demands.reduce((sum, demand) => sum + missingOf(demand, ahead), 0);
  return {
    shiftId: shift.id,
    isOpen,
    status: own ? (plan?.status ?? 'draft') : null,
    patrols,
    officerMin: patrols.reduce((sum, one) => sum + one.officers * one.onDutyMin, 0),
    wanted,
    placed: wanted - unmet,
    unmet,
  };
}

function patrolFigures(input: PlanningInput, own: ShiftPlan | undefined): PatrolFigures[] {
  const task = buildPlanningTask(input);
  const routes = solutionFromPlan(task, own?.visits ?? [], own?.breaks ?? []);
  const loads = new Map(patrolLoads(task, routes).map((load) => [load.patrolId, load]));
  return input.shift.patrols.map((patrol) => ({
    patrolId: patrol.id,
    callSign: patrol.callSign,
    officers: patrol.officers,
    onDutyMin: onDutyMin(patrol),
    busyMin: loads.get(patrol.id)?.busyMin ?? madeMin(patrol, input.made),
  }));
}

/** Doses of a window that nobody has made or has ahead. */
function missingOf(
  { occurrence: { hotSpotId, opens, closes, doses }, delivered, elsewhere }: Demand,
  ahead: readonly PlannedVisit[],
): number {
  const planned = ahead.filter(
    (visit) => visit.hotSpotId === hotSpotId && visit.startsAt >= opens && visit.startsAt < closes,
  ).length;
  return Math.max(0, doses - delivered - elsewhere - planned);
}

const onDutyMin = ({ startsAt, endsAt }: Patrol): Minutes => (endsAt - startsAt) / MINUTE_MS;

/** Of a patrol that is off duty again: what it has done. */
const madeMin = ({ id, startsAt, endsAt }: Patrol, made: readonly MadeVisit[]): Minutes =>
  made
    .filter((visit) => visit.patrolId === id)
    .filter(({ startedAt }) => startedAt >= startsAt && startedAt < endsAt)
    .reduce(
      (sum, { startedAt, endedAt }) =>
        sum + Math.ceil(((endedAt ?? startedAt) - startedAt) / MINUTE_MS),
      0,
    );
