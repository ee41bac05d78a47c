/** What the page is about, as its address says it: `?from=2026-09-01&to=2026-12-31&kommun=0482&dagar=5,6`. */
import { LONGEST_AFRESH_DAYS } from '#contract/coverage-limits.ts';
import { isLocalDate } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { daysIn, type Period, type PeriodKind, periodContaining } from '#core/calendar/period.ts';
import type { LocalDate } from '#core/model.ts';
import { calendarRules } from '../state/settings.ts';
import { coverageText } from '../text/coverage.ts';
import { shortDate } from '../text/format.ts';
import { addressOfFilters, type Filters, readFilters } from './filters.ts';

/** Those that the picker offers, in its order. */
export const OFFERED = ['month', 'tertial', 'quarter', 'year'] as const;
export type OfferedKind = (typeof OFFERED)[number] | 'any';

export interface Scope {
  readonly period: Period;
  /** Empty: all. */
  readonly municipality: string;
  readonly filters: Filters;
}

type Query = Readonly<Record<string, string | undefined>>;

export const today = (): LocalDate => operationalDateOf(calendarRules(), Date.now());

/** The kind whose calendar the dates fit; any other stretch is `any`. */
export function periodOf(from: LocalDate, to: LocalDate): Period {
  const kind = OFFERED.find((kind) => {
    const period = periodContaining(kind, from);
    return period.from === from && period.to === to;
  });
  return { kind: kind ?? 'any', from, to };
}

/** What cannot be read is this tertial. */
export function readScope(query: Query): Scope {
  const { from = '', to = '', kommun = '' } = query;
  const municipality = /^\d{4}$/.test(kommun) ? kommun : '';
  const isPeriod = isLocalDate(from) && isLocalDate(to) && from <= to;
  const period = isPeriod ? periodOf(from, to) : periodContaining('tertial', today());
  return { period, municipality, filters: readFilters(query) };
}

export function addressOfScope({ period, municipality, filters }: Scope): string {
  const kommun = municipality && `&kommun=${municipality}`;
  return `/tackning?from=${period.from}&to=${period.to}${kommun}${addressOfFilters(filters)}`;
}

/** The same time in another kind: the one that holds today if this one does, else this one's first day. */
export function ofKind(kind: OfferedKind, period: Period): Period {
  if (kind === 'any') return { ...period, kind };
  const now = today();
  const holdsToday = period.from <= now && now <= period.to;
  return periodContaining(kind, holdsToday ? now : period.from);
}

/** `Tertial 3, 2026` */
export function periodName({ kind, from, to }: Period): string {
  const names = coverageText.value.periodName;
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7)) - 1;
  const made: Partial<Record<PeriodKind, string>> = {
    month: names.month(coverageText.value.months[month] ?? '', year),
    tertial: names.tertial(month / 4 + 1, year),
    quarter: names.quarter(month / 3 + 1, year),
    year: names.year(year),
  };
  const name = made[kind] ?? `${withYear(from)} – ${withYear(to)}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const withYear = (date: LocalDate) => `${shortDate(date)} ${date.slice(0, 4)}`;

/** `1 sep – 23 nov`, up to today. */
export function spanPassed({ from, to }: Period): string {
  const now = today();
  const last = now < to ? now : to;
  const named = from.slice(0, 4) === last.slice(0, 4) ? shortDate : withYear;
  return last < from ? named(from) : `${named(from)} – ${named(last)}`;
}

/** Whole days; a period that has not begun has none to count. */
export const hasBegun = ({ from }: Period): boolean => from <= today();

/** Weekdays, hours, today's borders and gaps: the API refuses them for more. */
export const isFilterable = (period: Period): boolean => daysIn(period) <= LONGEST_AFRESH_DAYS;

/** What stands behind figures of gaps: the gaps, or the doses between them in a period of which the API lists no gaps. */
export type GapKind = 'gap' | 'delivered';
export const gapKindOf = (period: Period): GapKind => (isFilterable(period) ? 'gap' : 'delivered');

export const isLong = (period: Period): boolean => daysIn(period) > 400;
