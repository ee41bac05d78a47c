/** What the newest plans of other shifts have ahead, drafts too: whoever plans next plans around them. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { type CalendarRules, operationalDateOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate, PlannedVisit, Uuid } from '#core/model.ts';
import type { Executor } from '../../store/database.ts';
import { latestPlan } from '../../store/plans.ts';
import { shiftsBetween } from '../../store/shifts.ts';

/**
 * Planned visits that begin after `now`, of shifts of the operational days from one to another.
 * @param but shifts that are left out
 */
export async function plannedAhead(
  db: Executor,
  [from, to]: readonly [LocalDate, LocalDate],
  but: readonly Uuid[],
  { now, calendar }: { readonly now: EpochMs; readonly calendar: CalendarRules },
): Promise<PlannedVisit[]> {
  // A shift of an earlier day has nothing ahead.
  const earliest = addDays(operationalDateOf(calendar, now), -1);
  const shifts = await shiftsBetween(db, from > earliest ? from : earliest, to);
  const ahead: PlannedVisit[] = [];
  for (const { id } of shifts.filter((shift) => !but.includes(shift.id))) {
    const plan = await latestPlan(db, id);
    ahead.push(...(plan?.visits ?? []).filter(({ startsAt }) => startsAt > now));
  }
  return ahead;
}
