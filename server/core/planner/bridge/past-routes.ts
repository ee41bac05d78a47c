/** The last weeks' visits and published plans as the planner remembers them. */
import { daysBetween } from '../../calendar/calendar-date.ts';
import {
  type CalendarRules,
  minutesSinceMidnight,
  operationalDateOf,
} from '../../calendar/local-time.ts';
import type { EpochMs, LocalDate, Uuid } from '../../model.ts';
import type { PastRoute } from '../vary/past.ts';

export interface PastStop {
  readonly hotSpotId: Uuid;
  /** null: not known; such stops of one day are taken as one route. */
  readonly patrolId: Uuid | null;
  readonly startsAt: EpochMs;
}

/**
 * A route for each patrol of each operational day.
 * @param isMade whether the stops are visits that were made, or planned ones
 * @param date of the shift that is planned
 */
export function pastRoutes(
  stops: readonly PastStop[],
  isMade: boolean,
  date: LocalDate,
  calendar: CalendarRules,
): PastRoute[] {
  const byRoute = new Map<string, PastStop[]>();
  for (const stop of [...stops].sort((a, b) => a.startsAt - b.startsAt)) {
    const key = `${operationalDateOf(calendar, stop.startsAt)} ${stop.patrolId ?? ''}`;
    byRoute.set(key, [...(byRoute.get(key) ?? []), stop]);
  }
  return [...byRoute].map(([key, own]) => ({
    daysAgo: Math.max(0, daysBetween(key.slice(0, 10), date)),
    isMade,
    visits: own.map(({ hotSpotId, startsAt }) => ({
      hotspot: hotSpotId,
      start: minutesSinceMidnight(calendar, startsAt),
    })),
  }));
}
