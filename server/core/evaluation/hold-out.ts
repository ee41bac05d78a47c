/** Which part of the incidents a score card is judged on: months that nothing was drawn or learned from. */
import { addDays } from '../calendar/calendar-date.ts';
import { type CalendarRules, instantOf, localDateOf } from '../calendar/local-time.ts';
import { monthsOf, periodContaining, previousPeriod } from '../calendar/period.ts';
import type { EpochMs, LocalDate, TimeSpan } from '../model.ts';

/** Of the months (or of the days, where there is one month only) the last third. Ours. */
const HELD_OUT_SHARE = 1 / 3;

export interface HoldOut {
  /** Local date on whose midnight the held-out part begins. */
  readonly from: LocalDate;
  readonly split: EpochMs;
  readonly by: 'month' | 'day';
}

const midnight = (rules: CalendarRules, date: LocalDate) => instantOf(rules, date, '00:00');

/** First days of the months from which on could be held out: all but the first. */
export function possibleSplits(rules: CalendarRules, { from, to }: TimeSpan): LocalDate[] {
  const months = monthsOf({ from: localDateOf(rules, from), to: localDateOf(rules, to) });
  return months.slice(1).map((month) => month.from);
}

/** @param data from the first incident to the last */
export function usualHoldOut(rules: CalendarRules, data: TimeSpan): HoldOut {
  const splits = possibleSplits(rules, data);
  const held = Math.max(1, Math.floor((splits.length + 1) * HELD_OUT_SHARE));
  const from = splits.at(-held);
  if (from) return { from, split: midnight(rules, from), by: 'month' };
  const last = localDateOf(rules, data.to);
  const days = (data.to - data.from) / 86_400_000;
  const date = addDays(last, -Math.max(0, Math.round(days * HELD_OUT_SHARE) - 1));
  return { from: date, split: midnight(rules, date), by: 'day' };
}

export const holdOutFrom = (rules: CalendarRules, from: LocalDate): HoldOut => ({
  from,
  split: midnight(rules, from),
  by: 'month',
});

/** Days by which an import may end before its tertial does and still tell of it. */
const SLACK_DAYS = 7;

/** The last two tertials that the incidents cover whole; null where they do not reach so far. */
export function lastTwoTertials(rules: CalendarRules, data: TimeSpan): TimeSpan | null {
  const lastDay = localDateOf(rules, data.to);
  const current = periodContaining('tertial', lastDay);
  const isWhole = addDays(lastDay, SLACK_DAYS) >= current.to;
  const second = isWhole ? current : previousPeriod(current);
  const first = previousPeriod(second);
  const isCovered = addDays(localDateOf(rules, data.from), -SLACK_DAYS) <= first.from;
  if (!isCovered) return null;
  return { from: midnight(rules, first.from), to: midnight(rules, addDays(second.to, 1)) };
}
