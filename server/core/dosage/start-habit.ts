/**
 * What somebody who watches would have learned: the half hour in which most visits began, on one weekday where that
 * is more telling ("7 of 9 Friday visits began 21:00–21:30"; domain brief, N3).
 */
import { isoWeekdayOfDay } from '../calendar/calendar-date.ts';
import { type CalendarRules, minutesOfDay, operationalDayOf } from '../calendar/local-time.ts';
import type { EpochMs, LocalTime, TimeWindow } from '../model.ts';
import { BIN_MIN, countsByHalfHour } from './unpredictability.ts';

export interface StartHabit {
  /** ISO weekday of the operational day; null: all days. */
  readonly weekday: number | null;
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** Visits that began between the two, of `of`. */
  readonly visits: number;
  readonly of: number;
}

type Hours = Pick<TimeWindow, 'start' | 'end'>;

/** Fewer on one weekday is a coincidence. */
const FEWEST_ON_WEEKDAY = 4;

const two = (part: number) => String(part).padStart(2, '0');
const timeOf = (minutes: number): LocalTime =>
  `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

function busiestOf(
  starts: readonly EpochMs[],
  hours: Hours,
  rules: CalendarRules,
  weekday: number | null,
): StartHabit {
  const counts = countsByHalfHour(starts, hours, rules);
  const visits = Math.max(0, ...counts);
  const opens = minutesOfDay(hours.start) + counts.indexOf(visits) * BIN_MIN;
  const of = counts.reduce((sum, count) => sum + count, 0);
  return { weekday, from: timeOf(opens), to: timeOf(opens + BIN_MIN), visits, of };
}

/** Null where no visit began inside the window. The first of several that tell as much: all days, then Monday. */
export function startHabit(
  starts: readonly EpochMs[],
  hours: Hours,
  rules: CalendarRules,
): StartHabit | null {
  let most = busiestOf(starts, hours, rules, null);
  if (most.of === 0) return null;
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const onDay = starts.filter((at) => isoWeekdayOfDay(operationalDayOf(rules, at)) === weekday);
    const habit = busiestOf(onDay, hours, rules, weekday);
    const tellsMore = habit.visits * most.of > most.visits * habit.of;
    if (habit.of >= FEWEST_ON_WEEKDAY && tellsMore) most = habit;
  }
  return most;
}
