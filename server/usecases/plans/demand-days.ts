/** Which hot spots are open for a dose on which operational days. */
import { addDays } from '#core/calendar/calendar-date.ts';
import {
  type CalendarRules,
  operationalDateOf,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import { occurrencesOpening } from '#core/calendar/window.ts';
import type { PromisedWindow } from '#core/dosage/promised-window.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import type { DemandDay } from '#core/planner/bridge/planning-input.ts';

/** @param dates in order, without holes */
export function demandDays(
  promised: readonly PromisedWindow[],
  dates: readonly LocalDate[],
  calendar: CalendarRules,
): DemandDay[] {
  const days = dates.map((date) => ({
    date,
    startsAt: startOfOperationalDate(calendar, date),
    endsAt: startOfOperationalDate(calendar, addDays(date, 1)),
  }));
  const span = { from: days[0]?.startsAt ?? 0, to: days.at(-1)?.endsAt ?? 0 };
  const open = new Map<LocalDate, Set<Uuid>>();
  for (const { window, inForce } of promised) {
    for (const { opens } of occurrencesOpening(window, span, calendar, inForce)) {
      const date = operationalDateOf(calendar, opens);
      open.set(date, (open.get(date) ?? new Set()).add(window.hotSpotId));
    }
  }
  return days.map((day) => ({ ...day, open: [...(open.get(day.date) ?? [])] }));
}
