/**
 * Whether a promise will be kept, by a straight line from nothing on its first day through what is done by today.
 *
 *   target ┤─ ─ ─ ─ ─ ─ ─ ─ ─ ╱─ ─ ┤      kept on the day where the line meets the target
 *   so far ┤            ●╱         │
 *        0 ┤───────╱───────────────┤
 *          from        today       to
 *
 * A line and nothing more: it knows no seasons and no plans, and is worded as «in the same pace».
 */
import { addDays, daysBetween } from '../calendar/calendar-date.ts';
import type { LocalDate } from '../model.ts';
import type { Forecast, LedgerPart } from './ledger-line.ts';
import type { Progress } from './progress.ts';

export interface Course {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The last day that is counted; it has passed whole. */
  readonly today: LocalDate;
}

/** Of one part. `unknown` before the first day, without a target, and with nothing done. */
export function forecastOf(
  { soFar, reachedOn }: Progress,
  target: number | null,
  { from, to, today }: Course,
): Forecast {
  if (target === null || today < from) return { kind: 'unknown' };
  if (reachedOn !== null) return { kind: 'kept', on: reachedOn };
  if (today > to) return { kind: 'not-kept' };
  if (soFar <= 0) return { kind: 'unknown' };
  const passed = daysBetween(from, today) + 1;
  const days = daysBetween(from, to) + 1;
  const needed = Math.ceil((target * passed) / soFar);
  if (needed <= days) return { kind: 'will-be-kept', on: addDays(from, needed - 1) };
  return { kind: 'will-not-be-kept', atEnd: Math.floor((soFar * days) / passed) };
}

/** The gravest first: one part that falls short is enough. */
const GRAVITY: readonly Forecast['kind'][] = [
  'not-kept',
  'will-not-be-kept',
  'unknown',
  'will-be-kept',
  'kept',
];

interface PartForecast {
  readonly kind: LedgerPart['kind'];
  readonly forecast: Forecast;
}

/** Of the promise as a whole: as its gravest part, and kept on the day of the last of them. */
export function forecastOfAll(parts: readonly PartForecast[]): Forecast {
  const gravest = GRAVITY.find((kind) => parts.some(({ forecast }) => forecast.kind === kind));
  const those = parts.filter(({ forecast }) => forecast.kind === gravest);
  const [first] = those;
  if (!first) return { kind: 'unknown' };
  const { forecast, kind } = first;
  if (forecast.kind === 'kept' || forecast.kind === 'will-be-kept') {
    const days = those.flatMap(({ forecast }) => ('on' in forecast ? [forecast.on] : []));
    return { kind: forecast.kind, on: days.reduce((last, day) => (day > last ? day : last)) };
  }
  if (forecast.kind !== 'will-not-be-kept' || kind === 'whole') return forecast;
  return { ...forecast, part: 'evening' };
}
