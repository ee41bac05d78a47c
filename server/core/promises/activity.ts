/**
 * What adults do for the promise beside the patrol: Trygg vuxen, prevention in schools, presence. The adults are a
 * number; there is no field for who they are or whom they met.
 */

import { addDays } from '../calendar/calendar-date.ts';
import { MINUTE_MS } from '../calendar/duration.ts';
import { type CalendarRules, instantOf } from '../calendar/local-time.ts';
import type { LocalDate, LocalTime, Minutes, Uuid } from '../model.ts';

export const ACTIVITY_KINDS = ['safe-adult', 'school-prevention', 'presence', 'other'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** `adult-hours`: hours × adults. */
export const ACTIVITY_UNITS = ['times', 'hours', 'adult-hours'] as const;
export type ActivityUnit = (typeof ACTIVITY_UNITS)[number];

export interface Activity {
  readonly id: Uuid;
  readonly municipality: string;
  readonly kind: ActivityKind;
  /** The date on which it began. */
  readonly date: LocalDate;
  readonly start: LocalTime;
  /** At or before `start`: it ended on the next day. */
  readonly end: LocalTime;
  readonly minutes: Minutes;
  /** In words; the name of the hot spot where it was at one. */
  readonly place: string;
  readonly hotSpotId: Uuid | null;
  readonly adults: number;
}

/** From start to end by the clock on the wall, past midnight and through a change of clocks. 1–1,500. */
export function activityMinutes(
  rules: CalendarRules,
  { date, start, end }: Pick<Activity, 'date' | 'start' | 'end'>,
): Minutes {
  const ends = instantOf(rules, end > start ? date : addDays(date, 1), end, 'later');
  return (ends - instantOf(rules, date, start, 'earlier')) / MINUTE_MS;
}

/**
 * What one activity adds: 1, its minutes, or its minutes × adults. Whole numbers, so that sums are exact; of hours there
 * are as many as the sum has `amountsInUnit`.
 */
export function activityAmount(
  { minutes, adults }: Pick<Activity, 'minutes' | 'adults'>,
  unit: ActivityUnit,
): number {
  if (unit === 'times') return 1;
  return unit === 'hours' ? minutes : minutes * adults;
}

export const amountsInUnit = (unit: ActivityUnit): number => (unit === 'times' ? 1 : 60);
