/** Hours of the operational week: seven rows from Monday, 24 columns from the start of the operational day. */

import type { EpochMs, TimeSpan } from '../model.ts';
import { isoWeekdayOfDay } from './calendar-date.ts';
import type { CalendarRules } from './local-time.ts';
import {
  HOUR_MS,
  MINUTE_MS,
  minutesOfDay,
  nextOffsetChange,
  operationalDayOf,
  startOfOperationalDay,
  wallClock,
} from './local-time.ts';

/** 168 cells: `row × 24 + column`. */
export const WEEK_HOURS = 7 * 24;

/** The cell of an instant. Saturday 02:30 lies in Friday's row, column 20 of a day that starts 06:00. */
export function weekHourOf(rules: CalendarRules, at: EpochMs): number {
  const row = isoWeekdayOfDay(operationalDayOf(rules, at)) - 1;
  const sinceDayStart = wallClock(rules, at) - minutesOfDay(rules.dayStart) * MINUTE_MS;
  const hour = Math.floor(sinceDayStart / HOUR_MS);
  return row * 24 + (((hour % 24) + 24) % 24);
}

/** Until when the instant's cell lasts: the next full hour on the wall, a change of clocks or a new day. */
function endOfCell(rules: CalendarRules, at: EpochMs): EpochMs {
  const sinceDayStart = wallClock(rules, at) - minutesOfDay(rules.dayStart) * MINUTE_MS;
  const intoHour = sinceDayStart - Math.floor(sinceDayStart / HOUR_MS) * HOUR_MS;
  const nextDay = startOfOperationalDay(rules, operationalDayOf(rules, at) + 1);
  return Math.min(at + HOUR_MS - intoHour, nextOffsetChange(rules, at), nextDay);
}

/** Shares the interval out over the cells: by the clock on the wall, so an autumn night's 02–03 gets both its hours. */
export function shareByWeekHour(
  rules: CalendarRules,
  span: TimeSpan,
  give: (cell: number, ms: number) => void,
): void {
  let from = span.from;
  while (from < span.to) {
    const to = Math.min(endOfCell(rules, from), span.to);
    give(weekHourOf(rules, from), to - from);
    from = to;
  }
}
