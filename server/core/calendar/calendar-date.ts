/** Dates without times: counting days, weekdays and ISO weeks. */
import type { LocalDate } from '../model.ts';
import { type DayNumber, dateOfDay, dayNumber, isoWeekOfDay } from './local-time.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a date of the calendar: `2026-02-30` is none. */
export function isLocalDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    return dateOfDay(dayNumber(text)) === text;
  } catch {
    return false;
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from one date to another: the same date is 0, the next one 1. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. Day 0, 1970-01-01, was a Thursday. */
export function isoWeekdayOfDay(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: LocalDate): number {
  return isoWeekdayOfDay(dayNumber(date));
}

/** ISO 8601 week, `2026-W48`. */
export function isoWeek(date: LocalDate): string {
  return isoWeekOfDay(dayNumber(date));
}

/** Both ends included, in order; empty if `to` is before `from`. */
export function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from);
  const count = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, index) => dateOfDay(first + index));
}
