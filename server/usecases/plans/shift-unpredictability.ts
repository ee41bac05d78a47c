/** How hard it has been, over the last 28 days, to guess when the patrol comes in the windows of a shift. */
import type { CalendarRules } from '#core/calendar/local-time.ts';
import {
  countsByHalfHour,
  unpredictability,
  unpredictabilityFrom,
  unpredictabilityOverall,
} from '#core/dosage/unpredictability.ts';
import type { Executor } from '../../store/database.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import type { PlanningBasis } from './planning-basis.ts';

/** 0–1; null: too few visits to say. */
export async function shiftUnpredictability(
  db: Executor,
  { input }: PlanningBasis,
  calendar: CalendarRules,
): Promise<number | null> {
  const until = input.shift.startsAt;
  const hotSpotIds = [...new Set(input.windows.map((window) => window.hotSpotId))];
  if (hotSpotIds.length === 0) return null;
  const span = { from: unpredictabilityFrom(until), to: until };
  const visits = await visitsOverlapping(db, span, { hotSpotIds });
  return unpredictabilityOverall(
    input.windows.map((window) => {
      const own = visits.filter((visit) => visit.hotSpotId === window.hotSpotId);
      const starts = own.map((visit) => visit.startedAt);
      return unpredictability(countsByHalfHour(starts, window, calendar));
    }),
  );
}
