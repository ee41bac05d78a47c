/**
 * The periods that reports are made for. The police follow their promises up by *tertial*: January–April,
 * May–August, September–December (polisen.se; domain brief section 0, finding 2).
 */
import type { LocalDate, TimeSpan } from '../model.ts';
import { addDays, daysBetween, isoWeekday } from './calendar-date.ts';
import { type CalendarRules, startOfOperationalDate } from './local-time.ts';

export const PERIOD_KINDS = ['week', 'month', 'tertial', 'quarter', 'year', 'any'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
/** The kinds that a date alone decides. */
export type CalendarPeriodKind = Exclude<PeriodKind, 'any'>;

/** Operational days, both ends included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const MONTHS: Readonly<Record<Exclude<CalendarPeriodKind, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  tertial: 4,
  year: 12,
};

/** The first date of a month counted from year 0, so that months can be added. */
function firstOfMonth(months: number): LocalDate {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

function weekContaining(date: LocalDate): Period {
  const from = addDays(date, 1 - isoWeekday(date));
  return { kind: 'week', from, to: addDays(from, 6) };
}

/** `periodContaining('tertial', '2026-11-27')` → 2026-09-01 to 2026-12-31. */
export function periodContaining(kind: CalendarPeriodKind, date: LocalDate): Period {
  if (kind === 'week') return weekContaining(date);
  const length = MONTHS[kind];
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = month - (month % length);
  return { kind, from: firstOfMonth(first), to: addDays(firstOfMonth(first + length), -1) };
}

function shifted(period: Period, days: number): Period {
  return { kind: 'any', from: addDays(period.from, days), to: addDays(period.to, days) };
}

/** The period of the same kind just before; for any other span, as many days before. */
export function previousPeriod(period: Period): Period {
  if (period.kind === 'any') return shifted(period, -daysIn(period));
  return periodContaining(period.kind, addDays(period.from, -1));
}

export function nextPeriod(period: Period): Period {
  if (period.kind === 'any') return shifted(period, daysIn(period));
  return periodContaining(period.kind, addDays(period.to, 1));
}

export function daysIn(period: Pick<Period, 'from' | 'to'>): number {
  return daysBetween(period.from, period.to) + 1;
}

/** From the start of the first operational day to the end of the last. */
export function spanOfPeriod(rules: CalendarRules, period: Pick<Period, 'from' | 'to'>): TimeSpan {
  return {
    from: startOfOperationalDate(rules, period.from),
    to: startOfOperationalDate(rules, addDays(period.to, 1)),
  };
}

/** Part of a report; a whole month can be remembered from one report to the next. */
export interface MonthPart {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly whole: boolean;
}

/** The period cut at the first of each month, in order. */
export function monthsOf(period: Pick<Period, 'from' | 'to'>): MonthPart[] {
  const parts: MonthPart[] = [];
  let from = period.from;
  while (from <= period.to) {
    const month = periodContaining('month', from);
    const to = month.to < period.to ? month.to : period.to;
    parts.push({ from, to, whole: from === month.from && to === month.to });
    from = addDays(to, 1);
  }
  return parts;
}
