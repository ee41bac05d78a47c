/**
 * A recurring time window as instants.
 *
 * On the two nights when clocks change, a wall-clock time means one instant only (the first of a doubled hour,
 * the jump for a missing one). So windows that meet on paper meet in time: 20:30–02:30 and 02:30–04:00 never
 * overlap, and a dose cannot answer two promises. A window that lies wholly in the missing hour does not occur.
 */
import type { EpochMs, LocalDate, TimeSpan, TimeWindow, WindowOccurrence } from '../model.ts';
import { isoWeekdayOfDay } from './calendar-date.ts';
import {
  type CalendarRules,
  DAY_MS,
  type DayNumber,
  dateOfDay,
  dayNumber,
  instantOfDayMinutes,
  minutesOfDay,
  startOfOperationalDate,
  wallClock,
} from './local-time.ts';

/**
 * The operational days on which a version of a window was what had been promised: from the first, up to but not
 * including the last, on which its successor takes over. Null: no limit.
 */
export interface InForce {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export const ALWAYS_IN_FORCE: InForce = { from: null, to: null };

/** What of a window decides when it is open. */
export type WindowPattern = Pick<
  TimeWindow,
  'weekdays' | 'start' | 'end' | 'exceptions' | 'dateFrom' | 'dateTo'
>;

interface DayBounds {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const dayOr = (date: LocalDate | null, otherwise: number) =>
  date === null ? otherwise : dayNumber(date);

/** Exceptions override the weekdays; the date range limits both. */
function opensOnDay(pattern: WindowPattern): (day: DayNumber) => boolean {
  const first = dayOr(pattern.dateFrom, Number.NEGATIVE_INFINITY);
  const last = dayOr(pattern.dateTo, Number.POSITIVE_INFINITY);
  const exceptions = new Map(pattern.exceptions.map(({ date, open }) => [dayNumber(date), open]));
  return (day) =>
    first <= day &&
    day <= last &&
    (exceptions.get(day) ?? pattern.weekdays.includes(isoWeekdayOfDay(day)));
}

/** Whether the window opens on the local date, by its pattern alone. */
export function opensOn(pattern: WindowPattern, date: LocalDate): boolean {
  return opensOnDay(pattern)(dayNumber(date));
}

/** Minutes after midnight at which it closes: above 1440 for a window that crosses midnight. */
export function closingMinutes(pattern: Pick<TimeWindow, 'start' | 'end'>): number {
  const end = minutesOfDay(pattern.end);
  return end > minutesOfDay(pattern.start) ? end : end + 24 * 60;
}

function occurrenceOn(
  window: TimeWindow,
  day: DayNumber,
  rules: CalendarRules,
): WindowOccurrence | null {
  const opens = instantOfDayMinutes(rules, day, minutesOfDay(window.start));
  const closes = instantOfDayMinutes(rules, day, closingMinutes(window));
  if (opens >= closes) return null;
  const { id: windowId, hotSpotId, doses } = window;
  return { windowId, hotSpotId, date: dateOfDay(day), opens, closes, doses };
}

function isInForceAt(inForce: InForce, rules: CalendarRules): (at: EpochMs) => boolean {
  const startOf = (date: LocalDate | null, otherwise: number) =>
    date === null ? otherwise : startOfOperationalDate(rules, date);
  const from = startOf(inForce.from, Number.NEGATIVE_INFINITY);
  const to = startOf(inForce.to, Number.POSITIVE_INFINITY);
  return (at) => from <= at && at < to;
}

function occurrences(
  window: TimeWindow,
  days: DayBounds,
  rules: CalendarRules,
  inForce: InForce,
): WindowOccurrence[] {
  const opens = opensOnDay(window);
  const isPromised = isInForceAt(inForce, rules);
  const found: WindowOccurrence[] = [];
  for (let day = days.first; day <= days.last; day += 1) {
    const occurrence = opens(day) ? occurrenceOn(window, day, rules) : null;
    if (occurrence && isPromised(occurrence.opens)) found.push(occurrence);
  }
  return found;
}

/** The local dates on which a window may open and be open at some time in the span. */
function candidateDays(span: TimeSpan, rules: CalendarRules): DayBounds {
  return {
    first: Math.floor(wallClock(rules, span.from) / DAY_MS) - 1,
    last: Math.floor(wallClock(rules, span.to) / DAY_MS),
  };
}

/** The occurrences that are open at some time in the span, in order, whole (not clipped): what a shift meets. */
export function occurrencesOverlapping(
  window: TimeWindow,
  span: TimeSpan,
  rules: CalendarRules,
  inForce: InForce = ALWAYS_IN_FORCE,
): WindowOccurrence[] {
  return occurrences(window, candidateDays(span, rules), rules, inForce).filter(
    ({ opens, closes }) => opens < span.to && span.from < closes,
  );
}

/** The occurrences that open in the span, in order: each belongs to one operational day, so reports add up. */
export function occurrencesOpening(
  window: TimeWindow,
  span: TimeSpan,
  rules: CalendarRules,
  inForce: InForce = ALWAYS_IN_FORCE,
): WindowOccurrence[] {
  return occurrences(window, candidateDays(span, rules), rules, inForce).filter(
    ({ opens }) => span.from <= opens && opens < span.to,
  );
}
