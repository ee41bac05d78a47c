/** What was planned in the same shift a week before, and what came of it. */

import { addDays } from '#core/calendar/calendar-date.ts';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { EpochMs } from '#core/model.ts';
import { shiftWeekBefore } from '#core/planner/bridge/week-before.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { publishedPlan, type StoredPlan } from '../../store/plans.ts';
import { type StoredShift, shiftsBetween } from '../../store/shifts.ts';
import { occurrencesIn } from './planning-basis.ts';
import { type SlotOutcome, slotOutcomes } from './slot-outcomes.ts';

export interface WeekBefore {
  readonly shift: StoredShift | null;
  /** The one that is or was in force: a draft beside it is nothing that the patrols saw. */
  readonly plan: StoredPlan | null;
  readonly outcomes: readonly SlotOutcome[];
  /** All, for their names: one may have been retired since. */
  readonly hotSpots: readonly StoredHotSpot[];
}

export async function weekBefore(
  db: Executor,
  shift: StoredShift,
  { now, calendar }: { readonly now: EpochMs; readonly calendar: CalendarRules },
): Promise<WeekBefore> {
  // A start up to three hours off may belong to the operational day before or after.
  const near = await shiftsBetween(db, addDays(shift.date, -8), addDays(shift.date, -6));
  const before = shiftWeekBefore(shift, near, calendar);
  const plan = before && (await publishedPlan(db, before.id));
  if (!plan) return { shift: before, plan, outcomes: [], hotSpots: [] };
  const places = await hotSpots(db);
  const occurrences = await occurrencesIn(db, before, places, calendar);
  const outcomes = await slotOutcomes(db, before, plan.visits, occurrences, now);
  return { shift: before, plan, outcomes, hotSpots: places };
}
