/**
 * A time zone as iCalendar wants it (RFC 5545, 3.6.5): each change of clocks in a span of years, found in the zone's
 * own rules, so that no list of zones has to be kept.
 */
import { DateTime } from 'luxon';
import {
  type CalendarRules,
  DAY_MS,
  nextOffsetChange,
  wallClock,
} from '#core/calendar/local-time.ts';
import type { EpochMs, TimeSpan } from '#core/model.ts';

/** `20261025T030000` of a wall clock that is read as UTC. */
const stamp = (wall: number) =>
  DateTime.fromMillis(wall, { zone: 'utc' }).toFormat("yyyyLLdd'T'HHmmss");

/** `+0100` */
function offset(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

function observance(rules: CalendarRules, at: EpochMs): string[] {
  const before = wallClock(rules, at - 1) - (at - 1);
  const after = wallClock(rules, at) - at;
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stamp(at + before)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${kind}`,
  ];
}

/** A zone that changes nothing in the span has its offset from the start of it. */
export function vtimezone(rules: CalendarRules, span: TimeSpan): string {
  const changes: EpochMs[] = [];
  for (let at = Math.floor(span.from / DAY_MS) * DAY_MS - 1; at < span.to; at += DAY_MS) {
    const change = nextOffsetChange(rules, at + 1);
    if (Number.isFinite(change)) changes.push(change);
  }
  const observances = (changes.length === 0 ? [span.from] : changes).flatMap((at) =>
    observance(rules, at),
  );
  return ['BEGIN:VTIMEZONE', `TZID:${rules.zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}
