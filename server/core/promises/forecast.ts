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
import { settled } from './settled.ts';

/** Until when it is counted. */
export interface CountedUntil {
  /** The last day that is counted; the line takes it for a whole one. */
  readonly today: LocalDate;
  /** That day is over: nothing more will come on it. */
  readonly hasEnded: boolean;
}

export interface Course extends CountedUntil {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Of one part. `unknown` before the first day, without a target, and with nothing done while there is time. */
export function forecastOf(
  { soFar, reachedOn }: Progress,
  target: number | null,
  { from, to, today, hasEnded }: Course,
): Forecast {
  if (target === null || today < from) return { kind: 'unknown' };
  if (reachedOn !== null) return { kind: 'kept', on: reachedOn };
  if (today > to || (today === to && hasEnded)) return { kind: 'not-kept' };
  if (soFar <= 0) return { kind: 'unknown' };
  const passed = daysBetween(from, today) + 1;
  const days = daysBetween(from, to) + 1;
  const needed = Math.ceil(settled((target * passed) / soFar));
  if (needed <= days) return { kind: 'will-be-kept', on: addDays(from, needed - 1) };
  const end = Math.floor(settled((soFar * days) / passed));
  return { kind: 'will-not-be-kept', atEnd: Math.max(soFar, end) };
}

/** The gravest first: one part that falls short is enough. */
const GRAVITY: readonly Forecast['kind'][] = [
  'not-kept',
  'will-not-be-kept',
  'unknown',
  'will-be-kept',
  'kept',
];

interface PartForecast extends Pick<LedgerPart, 'kind' | 'target'> {
  readonly forecast: Forecast;
}

/** Of the promise as a whole: as the gravest part that has a target, and kept on the day of the last of them. */
export function forecastOfAll(parts: readonly PartForecast[]): Forecast {
  const aimed = parts.filter(({ target }) => target !== null);
  const gravest = GRAVITY.find((kind) => aimed.some(({ forecast }) => forecast.kind === kind));
  const those = aimed.filter(({ forecast }) => forecast.kind === gravest);
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
