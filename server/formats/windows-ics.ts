/**
 * A hot spot's time windows in force as a calendar: when a patrol is wanted, and no word of when one will come. Plans
 * are secret; what is promised is not.
 */
import ical, { ICalEventRepeatingFreq, ICalWeekday } from 'ical-generator';
import { DateTime } from 'luxon';
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import {
  type CalendarRules,
  DAY_MS,
  instantOf,
  operationalDateOf,
} from '#core/calendar/local-time.ts';
import { opensOn } from '#core/calendar/window.ts';
import type { EpochMs, LocalDate, TimeWindow, Uuid } from '#core/model.ts';
import { vtimezone } from './vtimezone.ts';
import { wallTime } from './wall-moment.ts';

export interface CalendarPlace {
  readonly id: Uuid;
  readonly code: string;
  readonly name: string;
  readonly windows: readonly TimeWindow[];
}

export interface CalendarFacts {
  readonly definitions: string;
  readonly madeAt: EpochMs;
  readonly rules: CalendarRules;
}

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
];

/** The clocks of so many years ahead are told; calendars go on by the last of them. */
const YEARS_AHEAD = 10;

export function windowsIcs(place: CalendarPlace, facts: CalendarFacts): string {
  const { rules, madeAt, definitions } = facts;
  const calendar = ical({
    name: `${place.code} ${place.name}: tidsfönster`,
    description: `Tidsfönster som gäller ${wallTime(rules, madeAt)}. Definitioner, version ${definitions}.`,
    prodId: { company: 'Fotspår', product: 'Fotspår', language: 'SV' },
    // The zone stands on each event: on the calendar it would turn DTSTAMP and UNTIL, which are UTC, into local time.
    timezone: {
      name: null,
      generator: () =>
        vtimezone(rules, { from: madeAt - 366 * DAY_MS, to: madeAt + YEARS_AHEAD * 366 * DAY_MS }),
    },
  });
  for (const window of place.windows) addWindow(calendar, place, window, facts);
  return calendar.toString();
}

type Calendar = ReturnType<typeof ical>;

function addWindow(
  calendar: Calendar,
  place: CalendarPlace,
  window: TimeWindow,
  { rules, madeAt }: CalendarFacts,
): void {
  const today = operationalDateOf(rules, madeAt);
  const first = firstOpening(window, later(today, window.dateFrom));
  const event = (id: string, date: LocalDate) => ({
    id: `${id}@fotspar`,
    timezone: rules.zone,
    stamp: zoned(rules, madeAt),
    start: zoned(rules, instantOf(rules, date, window.start)),
    end: zoned(rules, closing(window, date, rules)),
    summary: `${place.code} ${place.name}: ${window.doses} ${window.doses === 1 ? 'dos' : 'doser'}`,
    description: `Vistelse ${window.dwellMin} minuter, räknas från ${window.countsFromMin}, tak ${window.ceilingMin}. ${window.crew} poliser. Minst ${window.minGapMin} minuter mellan doserna.`,
    location: `${place.code} ${place.name}`,
  });
  if (first !== null) {
    calendar.createEvent({
      ...event(window.id, first),
      repeating: repeating(window, first, rules),
    });
  }
  for (const date of extraDates(window, today)) {
    calendar.createEvent(event(`${window.id}-${date}`, date));
  }
}

const zoned = (rules: CalendarRules, at: EpochMs) => DateTime.fromMillis(at, { zone: rules.zone });

const later = (a: LocalDate, b: LocalDate | null) => (b === null || b < a ? a : b);

function closing({ start, end }: TimeWindow, date: LocalDate, rules: CalendarRules): EpochMs {
  return instantOf(rules, end > start ? date : addDays(date, 1), end);
}

/** The first day of the weekly pattern, exceptions apart: what is left out is told beside it. */
function firstOpening(window: TimeWindow, from: LocalDate): LocalDate | null {
  for (let day = 0; day < 7; day += 1) {
    const date = addDays(from, day);
    if (window.dateTo !== null && date > window.dateTo) return null;
    if (window.weekdays.includes(isoWeekday(date))) return date;
  }
  return null;
}

function repeating(window: TimeWindow, first: LocalDate, rules: CalendarRules) {
  const at = (date: LocalDate) => zoned(rules, instantOf(rules, date, window.start));
  const exclude = window.exceptions
    .filter(
      ({ date, open }) => !open && date >= first && window.weekdays.includes(isoWeekday(date)),
    )
    .map(({ date }) => at(date));
  return {
    freq: ICalEventRepeatingFreq.WEEKLY,
    byDay: window.weekdays.flatMap((weekday) => WEEKDAYS[weekday - 1] ?? []),
    startOfWeek: ICalWeekday.MO,
    ...(window.dateTo !== null && { until: at(window.dateTo) }),
    ...(exclude.length > 0 && { exclude }),
  };
}

/** Days on which it opens although the pattern leaves them out. */
function extraDates(window: TimeWindow, today: LocalDate): LocalDate[] {
  return window.exceptions
    .filter(({ date, open }) => open && date >= today && opensOn(window, date))
    .filter(({ date }) => !window.weekdays.includes(isoWeekday(date)))
    .map(({ date }) => date);
}
