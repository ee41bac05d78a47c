/** Which week the page is about, as its address says it: `?fran=2026-11-23`. */
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate } from '#core/model.ts';
import { calendarRules } from '../state/settings.ts';
import { shortDate } from '../text/format.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const today = (): LocalDate => operationalDateOf(calendarRules(), Date.now());

/** The Monday of a day's ISO week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - isoWeekday(date));

/** The Monday that the address names a day after; what cannot be read is this week. */
export function readWeek({ fran = '' }: Readonly<Record<string, string | undefined>>): LocalDate {
  return mondayOf(isDate(fran) ? fran : today());
}

const isDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(Date.parse(text));

/** @param date any day of the week; absent: this week, whichever it is */
export const addressOfWeek = (date?: LocalDate): string =>
  date === undefined ? '/planera/vecka' : `/planera/vecka?fran=${mondayOf(date)}`;

/** The shift in Planera, with a hot spot pointed out. */
export function addressOfShift(shiftId: string, hotSpotId?: string): string {
  const place = hotSpotId === undefined ? '' : `&plats=${hotSpotId}`;
  return `/planera?pass=${shiftId}${place}`;
}

/** `23–29 nov`, `30 nov – 6 dec` */
export function weekSpan(from: LocalDate): string {
  const to = addDays(from, 6);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return isOneMonth
    ? `${Number(from.slice(8))}–${shortDate(to)}`
    : `${shortDate(from)} – ${shortDate(to)}`;
}
