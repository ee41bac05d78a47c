/** The shift as one officer needs it: own patrol, its stops with state and walk, the places' windows, own visits. */

import { addDays } from '#core/calendar/calendar-date.ts';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { EpochMs, PlannedVisit, Travels, Uuid, Visit } from '#core/model.ts';
import { legsOf } from '#core/planner/bridge/planning-input.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import { fieldProblem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { patrolOfMember, joinPatrol as saveMember } from '../../store/people.ts';
import { publishedPlan, type StoredPlan } from '../../store/plans.ts';
import { type StoredShift, shiftOfPatrol, shiftsBetween } from '../../store/shifts.ts';
import { visitsOfPatrol } from '../../store/visits.ts';
import { type PlanningBasis, planningBasis } from '../plans/planning-basis.ts';
import { type SlotOutcome, slotOutcomes } from '../plans/slot-outcomes.ts';
import type { Circumstances, Done } from '../use-case.ts';

export interface Stop extends PlannedVisit, Pick<SlotOutcome, 'state' | 'loss' | 'latestStartAt'> {
  /** From the stop before it, or from the base; with a car on foot where it is near. */
  readonly walkMinutes: number | null;
  readonly travels: Travels;
}

export interface MyShift {
  readonly shift: StoredShift | null;
  readonly patrolId: Uuid | null;
  readonly plan: StoredPlan | null;
  readonly stops: readonly Stop[];
  readonly occurrences: PlanningBasis['occurrences'];
  readonly visits: readonly Visit[];
}

/** A shift can be joined and read so long before it starts, and after it ends. */
const BEFORE_MS = 6 * 3_600_000;
const AFTER_MS = 2 * 3_600_000;

const NOTHING: MyShift = {
  shift: null,
  patrolId: null,
  plan: null,
  stops: [],
  occurrences: [],
  visits: [],
};

export async function myShift(
  db: Executor,
  { by, now, calendar }: Circumstances,
  network: WalkNetwork | null,
): Promise<MyShift> {
  const shift = await currentShift(db, now, calendar);
  if (!shift) return NOTHING;
  const patrolId = await patrolOfMember(db, shift.id, by.id);
  const plan = await publishedPlan(db, shift.id);
  const basis = await planningBasis(db, shift, { now, calendar, network });
  const own = (plan?.visits ?? []).filter((visit) => visit.patrolId === patrolId);
  const outcomes = await slotOutcomes(db, shift, own, basis.occurrences, now);
  const stops = withWalks(basis, patrolId, own, outcomes);
  const visits = patrolId ? await visitsOfPatrol(db, patrolId) : [];
  return { shift, patrolId, plan, stops, occurrences: basis.occurrences, visits };
}

/** The shift that goes on, else the next to start, else the one that ended last. */
export async function currentShift(
  db: Executor,
  now: EpochMs,
  calendar: CalendarRules,
): Promise<StoredShift | null> {
  const today = operationalDateOf(calendar, now);
  const near = (await shiftsBetween(db, addDays(today, -1), addDays(today, 1))).filter(
    ({ startsAt, endsAt }) => startsAt - BEFORE_MS <= now && now < endsAt + AFTER_MS,
  );
  const running = near.findLast(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  return running ?? near.find(({ startsAt }) => startsAt > now) ?? near.at(-1) ?? null;
}

function withWalks(
  { input }: PlanningBasis,
  patrolId: Uuid | null,
  visits: readonly PlannedVisit[],
  outcomes: readonly SlotOutcome[],
): Stop[] {
  const { keys, minutes } = input.walking;
  const patrol = input.shift.patrols.find(({ id }) => id === patrolId);
  const legs = patrol ? legsOf(input.walking, patrol) : minutes;
  return visits.map((visit, index) => {
    const from = index === 0 ? patrolId : visits[index - 1]?.hotSpotId;
    const [a, b] = [keys.indexOf(from ?? ''), keys.indexOf(visit.hotSpotId)];
    const walkMinutes = legs[a]?.[b] ?? null;
    const isFar = walkMinutes !== (minutes[a]?.[b] ?? null);
    const travels = patrol && (isFar || patrol.travels === 'bicycle') ? patrol.travels : 'foot';
    const { state, loss, latestStartAt } = outcomes[index] as SlotOutcome;
    return { ...visit, state, loss, latestStartAt, walkMinutes, travels };
  });
}

/** One tap at the start of the shift. @throws Problem invalid-input: no such patrol in a shift that can be joined */
export async function joinPatrol(
  tx: Executor,
  patrolId: Uuid,
  { by, now, calendar }: Circumstances,
): Promise<Done<null>> {
  const shift = await shiftOfPatrol(tx, patrolId);
  const current = await currentShift(tx, now, calendar);
  if (!shift || shift.id !== current?.id) {
    throw fieldProblem('invalid-input', '/patrolId', {
      sv: 'Det är ingen patrull i det pass som pågår.',
      en: 'It is no patrol of the shift that is on.',
    });
  }
  await saveMember(tx, shift.id, patrolId, by.id, now);
  return { result: null, audit: { action: 'patrol.join', entity: 'patrol', entityId: patrolId } };
}
