/** A choice among the hours of the operational week: Fridays and Saturdays, or 18–02. */
import type { TimeSpan } from '../model.ts';
import { isoWeekdayOfDay } from './calendar-date.ts';
import { clipAll, union } from './interval.ts';
import {
  type CalendarRules,
  type DayNumber,
  instantOfDayMinutes,
  minutesOfDay,
  operationalDayOf,
} from './local-time.ts';

export interface WeekHours {
  /** ISO weekdays of the operational day, 1 = Monday; empty: all. */
  readonly weekdays: readonly number[];
  /** From the start of the one wall-clock hour to the start of the other, over midnight too; the same: all. */
  readonly fromHour: number;
  readonly toHour: number;
}

/** Columns 0–23 from the start of the operational day that the hours stand for. */
function columnsOf({ fromHour, toHour }: WeekHours, rules: CalendarRules): boolean[] {
  const dayStart = Math.floor(minutesOfDay(rules.dayStart) / 60);
  const length = (toHour - fromHour + 24) % 24 || 24;
  const first = (fromHour - dayStart + 24) % 24;
  return Array.from({ length: 24 }, (_, column) => (column - first + 24) % 24 < length);
}

function hasWeekday({ weekdays }: WeekHours, day: DayNumber): boolean {
  return weekdays.length === 0 || weekdays.includes(isoWeekdayOfDay(day));
}

/** The 168 cells of the day × hour grid: true for those chosen. */
export function chosenCells(chosen: WeekHours, rules: CalendarRules): boolean[] {
  const columns = columnsOf(chosen, rules);
  const has = (weekday: number) =>
    chosen.weekdays.length === 0 || chosen.weekdays.includes(weekday);
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) => columns.map((is) => is && has(day)));
}

/** The chosen hours of a stretch of time, in order. Hours that meet on the wall meet in time, when clocks change too. */
export function chosenSpans(chosen: WeekHours, within: TimeSpan, rules: CalendarRules): TimeSpan[] {
  const columns = columnsOf(chosen, rules);
  const dayStart = minutesOfDay(rules.dayStart);
  const found: TimeSpan[] = [];
  const last = operationalDayOf(rules, within.to - 1);
  for (let day = operationalDayOf(rules, within.from); day <= last; day += 1) {
    if (!hasWeekday(chosen, day)) continue;
    const at = (column: number) => instantOfDayMinutes(rules, day, dayStart + column * 60);
    for (let column = 0; column < 24; column += 1) {
      if (columns[column]) found.push({ from: at(column), to: at(column + 1) });
    }
  }
  return union(clipAll(found, within));
}

/** Operational days that have begun in a stretch and are chosen. */
export function chosenDays(
  chosen: WeekHours | null,
  within: TimeSpan,
  rules: CalendarRules,
): number {
  if (within.to <= within.from) return 0;
  const last = operationalDayOf(rules, within.to - 1);
  let days = 0;
  for (let day = operationalDayOf(rules, within.from); day <= last; day += 1) {
    if (chosen === null || hasWeekday(chosen, day)) days += 1;
  }
  return days;
}
