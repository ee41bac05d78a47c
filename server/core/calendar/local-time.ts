/**
 * Wall-clock time in a zone, and the operational day (06:00–05:59 in Flen). The only user of luxon.
 *
 * Luxon takes about 4 µs to place one instant in a zone; ten years of visits ask a million times. So each UTC
 * day's offsets, each date and each start of an operational day are asked for once and remembered. The memory is
 * of facts that never change (the zone's own rules), so the functions stay pure to whoever calls them.
 */
import { DateTime, IANAZone } from 'luxon';
import type { EpochMs, LocalDate, LocalTime, Minutes } from '../model.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration.ts';

/** What turns instants into days: an IANA zone and the wall-clock time at which an operational day begins. */
export interface CalendarRules {
  readonly zone: string;
  readonly dayStart: LocalTime;
}

/** Flen's: an operational day is 06:00–05:59 (Thames Valley's definition too; domain brief 1.2). */
export const SWEDISH_RULES: CalendarRules = { zone: 'Europe/Stockholm', dayStart: '06:00' };

/** Days since 1970-01-01; a date that can be counted with. */
export type DayNumber = number;

/** Which of the two instants a wall-clock time means in the hour that an autumn night has twice. */
export type AmbiguousChoice = 'earlier' | 'later';

export { DAY_MS, HOUR_MS, MINUTE_MS };

/** About 130 years of days: more than a report asks for, and a bound on what strange questions can fill. */
const REMEMBERED_MAX = 48_000;

function remembered<K, V>(memory: Map<K, V>, key: K, find: (key: K) => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED_MAX) memory.clear();
  const found = find(key);
  memory.set(key, found);
  return found;
}

const dayNumbers = new Map<LocalDate, DayNumber>();
const dates = new Map<DayNumber, LocalDate>();

/** Throws RangeError for what is not a date. */
export function dayNumber(date: LocalDate): DayNumber {
  return remembered(dayNumbers, date, () => {
    const midnight = DateTime.fromISO(date, { zone: 'utc' });
    if (!midnight.isValid) throw new RangeError(`${date} is not a date`);
    return Math.floor(midnight.toMillis() / DAY_MS);
  });
}

export function dateOfDay(day: DayNumber): LocalDate {
  return remembered(dates, day, () => {
    const date = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' }).toISODate();
    if (date === null) throw new RangeError(`${day} is no day of the calendar`);
    return date;
  });
}

/** Minutes since local midnight by the clock on the wall: `06:30` → 390. */
export function minutesOfDay(time: LocalTime): Minutes {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The zone's offset from UTC through one UTC day: `before` until `changesAt`, then `after`. */
interface DayOffsets {
  readonly before: number;
  readonly after: number;
  readonly changesAt: EpochMs;
}

interface ZoneMemory {
  readonly zone: IANAZone;
  readonly offsets: Map<DayNumber, DayOffsets>;
  /** By the time at which the operational day begins. */
  readonly dayStarts: Map<LocalTime, Map<DayNumber, EpochMs>>;
}

const zones = new Map<string, ZoneMemory>();

function zoneMemory(name: string): ZoneMemory {
  return remembered(zones, name, () => {
    const zone = IANAZone.create(name);
    if (!zone.isValid) throw new RangeError(`${name} is not a time zone`);
    return { zone, offsets: new Map(), dayStarts: new Map() };
  });
}

const offsetFromLuxon = (zone: IANAZone, at: EpochMs) => zone.offset(at) * MINUTE_MS;

function findDayOffsets(zone: IANAZone, day: DayNumber): DayOffsets {
  const before = offsetFromLuxon(zone, day * DAY_MS);
  const after = offsetFromLuxon(zone, (day + 1) * DAY_MS);
  if (before === after) return { before, after, changesAt: Number.POSITIVE_INFINITY };
  let last = day * DAY_MS;
  let changesAt = (day + 1) * DAY_MS;
  while (changesAt - last > 1) {
    const middle = Math.floor((last + changesAt) / 2);
    if (offsetFromLuxon(zone, middle) === before) last = middle;
    else changesAt = middle;
  }
  return { before, after, changesAt };
}

function dayOffsets(memory: ZoneMemory, at: EpochMs): DayOffsets {
  const day = Math.floor(at / DAY_MS);
  return remembered(memory.offsets, day, () => findDayOffsets(memory.zone, day));
}

function offsetAt(memory: ZoneMemory, at: EpochMs): number {
  const { before, after, changesAt } = dayOffsets(memory, at);
  return at < changesAt ? before : after;
}

/** The instant's wall clock read as if it were UTC, so that it can be divided into days, hours and minutes. */
export function wallClock(rules: CalendarRules, at: EpochMs): number {
  return at + offsetAt(zoneMemory(rules.zone), at);
}

/** The first instant after `at` at which the zone's offset changes, looked for until the end of `at`'s UTC day. */
export function nextOffsetChange(rules: CalendarRules, at: EpochMs): EpochMs {
  const { changesAt } = dayOffsets(zoneMemory(rules.zone), at);
  return at < changesAt ? changesAt : Number.POSITIVE_INFINITY;
}

/**
 *   autumn   02:00 ─── 03:00│02:00 ─── 03:00   02:30 is two instants: `choice` decides (luxon: always the later)
 *   spring   01:00 ─── 02:00│03:00 ─── 04:00   02:30 is none: the instant of the jump, 03:00
 *
 * A missing time becomes the jump itself, and not an hour later as in luxon, so that 02:30–03:30 keeps the half
 * hour that exists and windows that meet on the wall meet in time.
 */
function instantOfWallClock(memory: ZoneMemory, wall: number, choice: AmbiguousChoice): EpochMs {
  const offsetBefore = offsetAt(memory, wall - DAY_MS);
  const offsetAfter = offsetAt(memory, wall + DAY_MS);
  const usingBefore = wall - offsetBefore;
  if (offsetBefore === offsetAfter) return usingBefore;
  const usingAfter = wall - offsetAfter;
  const beforeHolds = offsetAt(memory, usingBefore) === offsetBefore;
  const afterHolds = offsetAt(memory, usingAfter) === offsetAfter;
  if (beforeHolds && afterHolds) return choice === 'earlier' ? usingBefore : usingAfter;
  if (beforeHolds) return usingBefore;
  if (afterHolds) return usingAfter;
  // The jump lies between the two candidates; a UTC midnight may lie there too.
  return Math.min(
    dayOffsets(memory, usingAfter).changesAt,
    dayOffsets(memory, usingBefore).changesAt,
  );
}

/** `minutes` may be 1440 and more: the next day's wall clock. */
export function instantOfDayMinutes(
  rules: CalendarRules,
  day: DayNumber,
  minutes: Minutes,
  choice: AmbiguousChoice = 'earlier',
): EpochMs {
  return instantOfWallClock(zoneMemory(rules.zone), day * DAY_MS + minutes * MINUTE_MS, choice);
}

/** Local date and time → instant. A missing time is the instant at which the clock jumps past it. */
export function instantOf(
  rules: CalendarRules,
  date: LocalDate,
  time: LocalTime,
  choice: AmbiguousChoice = 'earlier',
): EpochMs {
  return instantOfDayMinutes(rules, dayNumber(date), minutesOfDay(time), choice);
}

export function localDateOf(rules: CalendarRules, at: EpochMs): LocalDate {
  return dateOfDay(Math.floor(wallClock(rules, at) / DAY_MS));
}

/** Whole minutes since local midnight by the clock on the wall. */
export function minutesSinceMidnight(rules: CalendarRules, at: EpochMs): Minutes {
  const wall = wallClock(rules, at);
  return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS);
}

export function localTimeOf(rules: CalendarRules, at: EpochMs): LocalTime {
  const minutes = minutesSinceMidnight(rules, at);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The instant at which the operational day with this number begins; the next one is 23, 24 or 25 hours later. */
export function startOfOperationalDay(rules: CalendarRules, day: DayNumber): EpochMs {
  const memory = zoneMemory(rules.zone);
  const starts = remembered(memory.dayStarts, rules.dayStart, () => new Map<DayNumber, EpochMs>());
  return remembered(starts, day, () =>
    instantOfDayMinutes(rules, day, minutesOfDay(rules.dayStart)),
  );
}

export function operationalDayOf(rules: CalendarRules, at: EpochMs): DayNumber {
  const sinceDayStart = wallClock(rules, at) - minutesOfDay(rules.dayStart) * MINUTE_MS;
  const day = Math.floor(sinceDayStart / DAY_MS);
  // A day that starts in the doubled hour has begun although the wall clock is back before its start.
  return at < startOfOperationalDay(rules, day + 1) ? day : day + 1;
}

export function operationalDateOf(rules: CalendarRules, at: EpochMs): LocalDate {
  return dateOfDay(operationalDayOf(rules, at));
}

export function startOfOperationalDate(rules: CalendarRules, date: LocalDate): EpochMs {
  return startOfOperationalDay(rules, dayNumber(date));
}

const weeks = new Map<DayNumber, string>();

/** ISO 8601 week, `2026-W48`. */
export function isoWeekOfDay(day: DayNumber): string {
  return remembered(weeks, day, () =>
    DateTime.fromMillis(day * DAY_MS, { zone: 'utc' }).toFormat("kkkk-'W'WW"),
  );
}
