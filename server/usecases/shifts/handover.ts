/** What one shift leaves to the next: made, missed and why, doses still wanted, and what was seen. One minute to read. */
import type { EpochMs, LossReason, PlannedVisit, Uuid, Visit } from '#core/model.ts';
import { shiftDemands } from '#core/planner/bridge/task-hot-spots.ts';
import { notFound } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { publishedPlan } from '../../store/plans.ts';
import { type StoredShift, shiftById } from '../../store/shifts.ts';
import { visitsOfPatrol } from '../../store/visits.ts';
import { type PlanningWorld, planningBasis } from '../plans/planning-basis.ts';
import { slotOutcomes } from '../plans/slot-outcomes.ts';

export interface MissedStop {
  readonly planned: PlannedVisit;
  /** null: nobody has said why. */
  readonly loss: LossReason | null;
}

/** Doses that a window has not had. */
export interface Inherited {
  readonly hotSpotId: Uuid;
  readonly opens: EpochMs;
  readonly closes: EpochMs;
  readonly wanted: number;
  readonly missing: number;
  /** The window is open after the shift: the next one can still give them. */
  readonly canBeGiven: boolean;
}

export interface Handover {
  readonly shift: StoredShift;
  /** Planned visits: how many, and how many of them became a dose or a short visit. */
  readonly planned: number;
  readonly done: number;
  /** Visits that the shift's patrols made, with no plan too. */
  readonly visits: readonly Visit[];
  readonly missed: readonly MissedStop[];
  readonly inherited: readonly Inherited[];
  /** Also those that are paused by now. */
  readonly hotSpots: readonly StoredHotSpot[];
}

const NOT_MADE: ReadonlySet<string> = new Set(['missed', 'overdue']);
const MADE: ReadonlySet<string> = new Set(['done', 'short']);

/** @throws Problem not-found */
export async function handover(
  db: Executor,
  shiftId: Uuid,
  world: PlanningWorld,
): Promise<Handover> {
  const shift = await shiftById(db, shiftId);
  if (!shift) throw notFound('shift', shiftId);
  const { input, occurrences } = await planningBasis(db, shift, world);
  const planned = (await publishedPlan(db, shift.id))?.visits ?? [];
  const outcomes = await slotOutcomes(db, shift, planned, occurrences, world.now);
  const missed = planned.flatMap((visit, index) => {
    const outcome = outcomes[index];
    return outcome && NOT_MADE.has(outcome.state) ? [{ planned: visit, loss: outcome.loss }] : [];
  });
  const visits: Visit[] = [];
  for (const { id } of shift.patrols) visits.push(...(await visitsOfPatrol(db, id)));
  return {
    shift,
    planned: planned.length,
    done: outcomes.filter(({ state }) => MADE.has(state)).length,
    visits: visits.sort((a, b) => a.startedAt - b.startedAt),
    missed,
    inherited: shiftDemands(input)
      .map(({ occurrence: { hotSpotId, opens, closes, doses }, delivered }) => ({
        hotSpotId,
        opens,
        closes,
        wanted: doses,
        missing: Math.max(0, doses - delivered),
        canBeGiven: closes > Math.max(shift.endsAt, world.now),
      }))
      .filter(({ missing }) => missing > 0),
    hotSpots: await hotSpots(db, { municipality: shift.municipality }),
  };
}
