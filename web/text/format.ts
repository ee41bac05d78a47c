/** Times, dates and numbers as a Swedish reader writes them; the zone is the server's, whatever the device thinks. */
import { isoWeek, isoWeekday } from '#core/calendar/calendar-date.ts';
import { localDateOf, localTimeOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';
import { calendarRules } from '../state/settings.ts';
import { language } from './language.ts';

type Instant = EpochMs | string;

const toMs = (at: Instant): EpochMs => (typeof at === 'number' ? at : Date.parse(at));

/** `22:05` */
export const clock = (at: Instant): string => localTimeOf(calendarRules(), toMs(at));

/** `21` for 21:00, `21:30` as it is: where there is little room. */
export const shortClock = (at: Instant): string => clock(at).replace(':00', '');

/** `2026-11-27` */
export const dateOf = (at: Instant): LocalDate => localDateOf(calendarRules(), toMs(at));

const WEEKDAYS = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const MONTHS = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

/** ISO weekday 1–7 → `måndag`. */
export const weekdayName = (weekday: number): string => WEEKDAYS[language.value][weekday - 1] ?? '';

/** `fre` */
export const shortDay = (date: LocalDate): string => weekdayName(isoWeekday(date)).slice(0, 3);

/** `fredag 27 nov` */
export function dayName(date: LocalDate): string {
  const month = MONTHS[language.value][Number(date.slice(5, 7)) - 1];
  return `${weekdayName(isoWeekday(date))} ${Number(date.slice(8))} ${month}`;
}

/** `27 nov` */
export function shortDate(date: LocalDate): string {
  return `${Number(date.slice(8))} ${MONTHS[language.value][Number(date.slice(5, 7)) - 1]}`;
}

/** `v. 48` */
export function weekName(date: LocalDate): string {
  const week = Number(isoWeek(date).slice(-2));
  return language.value === 'sv' ? `v. ${week}` : `wk ${week}`;
}

/** `0,91` in Swedish, `0.91` in English. */
export function decimal(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return language.value === 'sv' ? text.replace('.', ',') : text;
}

/** Minutes as `7 h 10 min`, `45 min`. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  if (hours === 0) return `${whole} min`;
  return whole % 60 === 0 ? `${hours} h` : `${hours} h ${whole % 60} min`;
}

/** Hours as `31 h`, and from three days `4 dygn 6 h`. */
export function longHours(hours: number): string {
  const whole = Math.max(0, Math.floor(hours));
  if (whole < 72) return `${whole} h`;
  const day = language.value === 'sv' ? 'dygn' : 'd';
  return whole % 24 === 0
    ? `${whole / 24} ${day}`
    : `${Math.floor(whole / 24)} ${day} ${whole % 24} h`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
