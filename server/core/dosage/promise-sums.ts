/** What was promised in a block, and which promises were kept. */
import {
  type CalendarRules,
  isoWeekOfDay,
  MINUTE_MS,
  operationalDayOf,
} from '../calendar/local-time.ts';
import type { EpochMs, TimeSpan } from '../model.ts';
import type { CoverageSums, DosesAndTime, WeekDoses } from './coverage-block.ts';
import type { PublishedSlot } from './coverage-input.ts';
import type { PromisedOccurrence } from './promised-window.ts';
import type { ClassedPresence } from './visit-class.ts';

/** Each window wants its doses, and for each its dwell. */
export function promisedDoses(opened: readonly PromisedOccurrence[]): DosesAndTime {
  return {
    doses: opened.reduce((sum, { window }) => sum + window.doses, 0),
    ms: opened.reduce((sum, { window }) => sum + window.doses * window.dwellMin * MINUTE_MS, 0),
  };
}

/** How many doses have answered each promise. */
export function dosesAnswering(
  doses: readonly ClassedPresence[],
): ReadonlyMap<PromisedOccurrence, number> {
  const answers = new Map<PromisedOccurrence, number>();
  for (const { answers: to } of doses) if (to) answers.set(to, (answers.get(to) ?? 0) + 1);
  return answers;
}

/** A window is judged once it has closed: kept if as many doses as it wants have answered it. */
export function windowsKept(
  opened: readonly PromisedOccurrence[],
  doses: readonly ClassedPresence[],
  now: EpochMs,
): CoverageSums['windows'] {
  const answers = dosesAnswering(doses);
  const closed = opened.filter((occurrence) => occurrence.closes <= now);
  const kept = closed.filter((occurrence) => (answers.get(occurrence) ?? 0) >= occurrence.doses);
  return { kept: kept.length, all: closed.length };
}

export interface DosesByKind {
  readonly opened: readonly PromisedOccurrence[];
  readonly slots: readonly PublishedSlot[];
  readonly doses: readonly ClassedPresence[];
}

/** Promised, planned and delivered doses by the week of their operational day; each week of the span has its place. */
export function dosesByWeek(
  span: TimeSpan,
  rules: CalendarRules,
  { opened, slots, doses }: DosesByKind,
): WeekDoses[] {
  const weekOf = (at: EpochMs) => isoWeekOfDay(operationalDayOf(rules, at));
  const weeks = new Map<string, { promised: number; planned: number; delivered: number }>();
  const last = operationalDayOf(rules, span.to - 1);
  for (let day = operationalDayOf(rules, span.from); day <= last; day += 1) {
    weeks.set(isoWeekOfDay(day), { promised: 0, planned: 0, delivered: 0 });
  }
  const add = (at: EpochMs, what: 'promised' | 'planned' | 'delivered', count: number) => {
    const week = weeks.get(weekOf(at));
    if (week) week[what] += count;
  };
  for (const occurrence of opened) add(occurrence.opens, 'promised', occurrence.doses);
  for (const slot of slots) add(slot.startsAt, 'planned', 1);
  for (const dose of doses) add(dose.from, 'delivered', 1);
  return [...weeks].map(([week, counts]) => ({ week, ...counts }));
}
