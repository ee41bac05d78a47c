/**
 * Streaks: the longest run of operational days with a dose, and the longest without, among the days on which a
 * window opens. A day on which nothing was wanted neither makes a run nor breaks it.
 *
 *   day     M  T  W  T  F  S  S        window on weekdays; dose on M, T and F
 *           ●  ●  ○  ○  ●  ·  ·   →    with a dose: 2, without: 2
 *
 * A stretch keeps its first and its last run too, so that two that meet can be joined.
 */
import {
  type CalendarRules,
  operationalDayOf,
  startOfOperationalDay,
} from '../calendar/local-time.ts';
import type { EpochMs } from '../model.ts';
import type { DoseDays, RunLengths } from './coverage-block.ts';

const NO_RUN: RunLengths = { first: 0, last: 0, longest: 0 };

function joinedRuns(a: RunLengths, aDays: number, b: RunLengths, bDays: number): RunLengths {
  return {
    first: a.first === aDays ? aDays + b.first : a.first,
    last: b.last === bDays ? bDays + a.last : b.last,
    longest: Math.max(a.longest, b.longest, a.last + b.first),
  };
}

/** @param later what follows `earlier` in time */
export function mergeDoseDays(earlier: DoseDays, later: DoseDays): DoseDays {
  return {
    days: earlier.days + later.days,
    daysWithDose: earlier.daysWithDose + later.daysWithDose,
    withDose: joinedRuns(earlier.withDose, earlier.days, later.withDose, later.days),
    without: joinedRuns(earlier.without, earlier.days, later.without, later.days),
  };
}

export const NO_DAYS: DoseDays = { days: 0, daysWithDose: 0, withDose: NO_RUN, without: NO_RUN };

const ONE: RunLengths = { first: 1, last: 1, longest: 1 };
const DAY_WITH: DoseDays = { days: 1, daysWithDose: 1, withDose: ONE, without: NO_RUN };
const DAY_WITHOUT: DoseDays = { days: 1, daysWithDose: 0, withDose: NO_RUN, without: ONE };

/**
 * @param openings when windows have opened, in any order
 * @param doses when doses began
 * @param now a day that is not over is judged once it has a dose
 */
export function doseDays(
  openings: readonly EpochMs[],
  doses: readonly EpochMs[],
  rules: CalendarRules,
  now: EpochMs,
): DoseDays {
  const dayOf = (at: EpochMs) => operationalDayOf(rules, at);
  const dosed = new Set(doses.map(dayOf));
  const isOver = (day: number) => startOfOperationalDay(rules, day + 1) <= now;
  return [...new Set(openings.map(dayOf))]
    .filter((day) => dosed.has(day) || isOver(day))
    .sort((a, b) => a - b)
    .reduce((days, day) => mergeDoseDays(days, dosed.has(day) ? DAY_WITH : DAY_WITHOUT), NO_DAYS);
}
