/** Dates and times in a table that is taken away: text in CSV, dates that can be counted with in a workbook. */
import { type CalendarRules, localDateOf, localTimeOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';

/** By the clock on the wall. */
export interface WallMoment {
  /** `2026-11-23` or `2026-11-23 16:05` */
  readonly wall: string;
}

/** `2026-11-23 16:05` by the clock on the wall. */
export function wallTime(rules: CalendarRules, at: EpochMs): string {
  return `${localDateOf(rules, at)} ${localTimeOf(rules, at)}`;
}

export const dateCell = (date: LocalDate): WallMoment => ({ wall: date });

export const timeCell = (rules: CalendarRules, at: EpochMs): WallMoment => ({
  wall: wallTime(rules, at),
});

export const isMoment = (cell: string | number | null | WallMoment): cell is WallMoment =>
  typeof cell === 'object' && cell !== null;
