/** Which shifts the sample weeks have: weekend nights with two or three patrols, weekday evenings with one or two. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { type CalendarRules, instantOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate, LocalTime, Patrol, Place } from '#core/model.ts';
import type { StoredShift } from '../store/shifts.ts';

interface ShiftPattern {
  /** ISO weekday on which it starts. */
  readonly weekday: number;
  readonly start: LocalTime;
  readonly hours: number;
  readonly callSigns: readonly string[];
}

const HOUR = 3_600_000;

const WEEK: readonly ShiftPattern[] = [
  { weekday: 1, start: '14:00', hours: 9, callSigns: ['31-1410'] },
  { weekday: 3, start: '14:00', hours: 9, callSigns: ['31-1410', '31-1420'] },
  { weekday: 4, start: '15:00', hours: 10, callSigns: ['31-1410'] },
  { weekday: 5, start: '21:00', hours: 10, callSigns: ['31-1410', '31-1420'] },
  { weekday: 6, start: '21:00', hours: 10, callSigns: ['31-1410', '31-1420', '31-1430'] },
];

export const SAMPLE_WEEKS = 17;

export interface SampleFrame {
  readonly municipality: string;
  readonly base: Place;
  readonly calendar: CalendarRules;
  readonly makeId: () => string;
}

/** The shifts of so many weeks from `firstMonday` on, in order. */
export function sampleShifts(
  firstMonday: LocalDate,
  count: number,
  frame: SampleFrame,
): StoredShift[] {
  const weeks = Array.from({ length: count }, (_, week) => addDays(firstMonday, week * 7));
  return weeks.flatMap((monday) =>
    WEEK.map(({ weekday, start, hours, callSigns }) => {
      const date = addDays(monday, weekday - 1);
      const startsAt = instantOf(frame.calendar, date, start, 'earlier');
      return shiftAt(date, startsAt, startsAt + hours * HOUR, callSigns, frame);
    }),
  );
}

/** A shift on duty from one instant to another, all its patrols all the time, each with a break in the middle. */
export function shiftAt(
  date: LocalDate,
  startsAt: EpochMs,
  endsAt: EpochMs,
  callSigns: readonly string[],
  { municipality, base, makeId }: SampleFrame,
): StoredShift {
  const middle = startsAt + (endsAt - startsAt) / 2;
  const patrols = callSigns.map((callSign, index): Patrol => {
    const earliest = middle - HOUR + index * (HOUR / 2);
    const rest = { durationMin: 30, earliest, latest: earliest + 2 * HOUR };
    return {
      id: makeId(),
      callSign,
      officers: 2,
      travels: 'foot',
      startsAt,
      endsAt,
      base,
      break: rest,
      unavailable: [],
    };
  });
  return { id: makeId(), municipality, date, startsAt, endsAt, revision: 1, patrols };
}
