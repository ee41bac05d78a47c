/** Dates and times as files write them: by the clock on the wall, in many ways, with what is not said told apart. */
import { type CalendarRules, instantOf } from '../calendar/local-time.ts';
import type { EpochMs, LocalDate, LocalTime, TimeSpan } from '../model.ts';
import type { DateOrder } from './columns.ts';

/** `to`: where only a day or a month is told, the start of the next; null for a minute. */
export interface ReadTime {
  readonly from: EpochMs;
  readonly to: EpochMs | null;
}

interface ReadDate {
  readonly year: number;
  readonly month: number;
  /** Null: only the month is told. */
  readonly day: number | null;
}

const MONTH_NAMES = [
  'jan',
  'feb',
  'mar',
  'apr',
  'maj',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
];
/** Where English differs in the first three letters. */
const ENGLISH_MONTHS: ReadonlyMap<string, number> = new Map([
  ['may', 5],
  ['oct', 10],
]);

const monthNamed = (name: string): number => {
  const short = name.toLowerCase().slice(0, 3);
  return ENGLISH_MONTHS.get(short) ?? MONTH_NAMES.indexOf(short) + 1;
};

/** 70–99 are of the last century. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};

type DatePattern = readonly [RegExp, (parts: readonly string[], order: DateOrder) => ReadDate];

const ymd = (year = '', month = '', day: string | null = null): ReadDate => ({
  year: fullYear(year),
  month: Number(month),
  day: day === null ? null : Number(day),
});

/** Each takes the date off the front of the text. */
const DATES: readonly DatePattern[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([y, m, d]) => ymd(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})(?=$|[T\s]|\d{4}$|\d{6}$)/, ([y, m, d]) => ymd(y, m, d)],
  [/^(\d{4})-(\d{1,2})$/, ([y, m]) => ymd(y, m)],
  [
    /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/,
    ([one, , two, y], order) => (order === 'mdy' ? ymd(y, one, two) : ymd(y, two, one)),
  ],
  [
    /^(?:den )?(\d{1,2})[. -]+([a-zåäö]{3,9})\.?[ -]+(\d{4}|\d{2})(?!\d)/i,
    ([d, name = '', y]) => ymd(y, String(monthNamed(name)), d),
  ],
  [
    /^([a-zåäö]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/i,
    ([name = '', d, y]) => ymd(y, String(monthNamed(name)), d),
  ],
];

const WEEKDAY =
  /^(?:mån|tis|ons|tors|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)[a-zåäö]*\.?,? (?:den )?/i;
const OFFSET = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
/** Of UTC, in hours: no clock on earth is further from it. */
const FURTHEST_OFFSET = 14;

const isDay = ({ year, month, day }: ReadDate): boolean =>
  year >= 1970 &&
  year <= 2099 &&
  month >= 1 &&
  month <= 12 &&
  (day === null || (day >= 1 && day <= daysInMonth(year, month)));

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whole minutes after midnight; null: no time is told; NaN: what stands there is no time. */
export function minutesOfText(text: string): number | null {
  const plain = text.trim().replace(/^(?:[T,]|kl(?:\.|ockan)?)\s*/i, '');
  if (plain === '') return null;
  const [, hours = '', minutes = '', , half = ''] =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?$/i.exec(plain) ?? [];
  if (hours !== '') return minutesFrom(Number(hours), Number(minutes), half);
  const [, compact = ''] = /^(\d{1,4}|\d{6})$/.exec(plain) ?? [];
  if (compact === '') return Number.NaN;
  const four = compact.length === 6 ? compact.slice(0, 4) : compact;
  const isHourAlone = /^kl/i.test(text.trim()) && four.length <= 2;
  return isHourAlone
    ? minutesFrom(Number(four), 0, '')
    : minutesFrom(Math.floor(Number(four) / 100), Number(four) % 100, '');
}

function minutesFrom(hours: number, minutes: number, half: string): number {
  const inHalf = half === '' || (hours >= 1 && hours <= 12);
  const isAfternoon = /^p/i.test(half);
  const inDay = half === '' ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
  const isTime = inHalf && minutes < 60 && (inDay < 24 || (inDay === 24 && minutes === 0));
  return isTime ? inDay * 60 + minutes : Number.NaN;
}

interface Split {
  readonly date: ReadDate;
  readonly rest: string;
}

function splitDate(text: string, order: DateOrder): Split | null {
  const plain = text.trim().replace(WEEKDAY, '');
  for (const [pattern, read] of DATES) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const date = read(match.slice(1), order);
    return isDay(date) ? { date, rest: plain.slice(match[0].length) } : null;
  }
  return null;
}

/** `21:00-22:00` is a from and a to, so that what is behind UTC must stand after a T or after seconds. */
function offsetOf(clock: string): string | null {
  const offset = OFFSET.exec(clock)?.[0] ?? null;
  const isUnlikely = offset?.startsWith('-') && !/^T|:\d{2}:\d{2}/i.test(clock);
  return isUnlikely ? null : offset;
}

const pad = (part: number) => String(part).padStart(2, '0');

const dateText = (year: number, month: number, day: number): LocalDate =>
  `${year}-${pad(month)}-${pad(day)}`;

function dayAfter({ year, month, day }: ReadDate): LocalDate {
  if (day !== null && day < daysInMonth(year, month)) return dateText(year, month, day + 1);
  return month === 12 ? dateText(year + 1, 1, 1) : dateText(year, month + 1, 1);
}

/**
 * An instant, or the span of the day or month that alone is told; null: it is no time. A text with its own offset from UTC
 * means that instant; all else is by the clock on the wall in `rules.zone`, in which a time that a spring night lacks is
 * the jump itself and one that an autumn night has twice is the first (`calendar/local-time.ts`).
 * @param timeText where the time of day has a column of its own; a date that has one already keeps it
 */
export function readTime(
  rules: CalendarRules,
  text: string,
  order: DateOrder,
  timeText: string | null = null,
): ReadTime | null {
  const split = splitDate(text, order);
  if (!split) return null;
  const { date } = split;
  const offset = offsetOf(split.rest.trim());
  if (offset !== null && Math.abs(hoursOf(offset)) > FURTHEST_OFFSET) return null;
  const ownTime = offset === null ? split.rest : split.rest.trim().slice(0, -offset.length);
  const own = minutesOfText(ownTime);
  const minutes = timeText !== null && (own === null || own === 0) ? minutesOfText(timeText) : own;
  if (minutes !== null && Number.isNaN(minutes)) return null;
  if (minutes === null || date.day === null) return wholeSpan(rules, date);
  const instant =
    offset === null
      ? instantOfMinutes(rules, date, minutes)
      : instantWithOffset(date, minutes, offset);
  return { from: instant, to: null };
}

function wholeSpan(rules: CalendarRules, date: ReadDate): TimeSpan {
  const from = dateText(date.year, date.month, date.day ?? 1);
  return { from: instantOf(rules, from, '00:00'), to: instantOf(rules, dayAfter(date), '00:00') };
}

function instantOfMinutes(rules: CalendarRules, date: ReadDate, minutes: number): EpochMs {
  if (minutes === 1440) return instantOf(rules, dayAfter(date), '00:00');
  const time: LocalTime = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return instantOf(rules, dateText(date.year, date.month, date.day ?? 1), time);
}

const UTC: CalendarRules = { zone: 'utc', dayStart: '00:00' };

function instantWithOffset(date: ReadDate, minutes: number, offset: string): EpochMs {
  const utc = instantOfMinutes(UTC, date, minutes);
  return utc - hoursOf(offset) * 3_600_000;
}

/** `+01:00`, `-0530`, `+01`, `Z` */
function hoursOf(offset: string): number {
  const [, sign = '', hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}

/** The order that some of the dates give away: a 13th month is a day. Null: none does, so that it must be stated. */
export function orderOf(texts: Iterable<string>): DateOrder | null {
  for (const text of texts) {
    const [, one, two] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
    if (one === undefined || two === undefined) continue;
    if (Number(one) > 12) return 'dmy';
    if (Number(two) > 12) return 'mdy';
  }
  return null;
}
