/** The days of a step on the axis of time, inside the period that is shown. */
import { addDays, isoWeek } from '#core/calendar/calendar-date.ts';
import { type Period, periodContaining } from '#core/calendar/period.ts';

type Days = Pick<Period, 'from' | 'to'>;

/** `2026-W48` → 2026-11-23 to 2026-11-29; `2026-11` → the month; both as far as the period holds them. */
export function daysOfStep(step: string, period: Days): Days {
  const { from, to } = step.includes('W')
    ? weekNamed(step)
    : periodContaining('month', `${step}-01`);
  return { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to };
}

/** ISO 8601: 4 January lies in the first week of its year. */
function weekNamed(step: string): Days {
  const first = periodContaining('week', `${step.slice(0, 4)}-01-04`).from;
  const from = addDays(first, 7 * (Number(step.slice(6)) - 1));
  if (isoWeek(from) !== step) throw new RangeError(`${step} is no week`);
  return { from, to: addDays(from, 6) };
}
