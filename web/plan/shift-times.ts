/** Times of day in a shift as instants: a time before the shift's start belongs to the next day. */
import { addDays } from '#core/calendar/calendar-date.ts';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import { instantOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate, LocalTime } from '#core/model.ts';

/** @param from the shift's own start; 00:30 in a shift from 21:00 is after midnight */
export function instantInShift(
  rules: CalendarRules,
  date: LocalDate,
  from: LocalTime,
  time: LocalTime,
  isEnd = false,
): EpochMs {
  const isNextDay = isEnd ? time <= from : time < from;
  return instantOf(rules, isNextDay ? addDays(date, 1) : date, time, isEnd ? 'later' : 'earlier');
}
