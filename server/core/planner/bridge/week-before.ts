/** The same shift a week before, by the clock on the wall: a week in which clocks change is an hour longer or shorter. */
import { type CalendarRules, DAY_MS, HOUR_MS, wallClock } from '../../calendar/local-time.ts';
import type { EpochMs, Shift } from '../../model.ts';

/** Another shift of the week before begins further away than this. */
const FURTHEST_MS = 3 * HOUR_MS;

/** By how many milliseconds the wall clock of `now` is past that of `before` a week later; negative: short of it. */
export const pastWeek = (rules: CalendarRules, before: EpochMs, now: EpochMs): number =>
  wallClock(rules, now) - wallClock(rules, before) - 7 * DAY_MS;

type Placed = Pick<Shift, 'municipality' | 'startsAt'>;

/** Of the same municipality, the one that began nearest to a week before and at most three hours from it; null: none. */
export function shiftWeekBefore<S extends Placed>(
  shift: Placed,
  others: readonly S[],
  rules: CalendarRules,
): S | null {
  const away = ({ startsAt }: S) => Math.abs(pastWeek(rules, startsAt, shift.startsAt));
  const [nearest] = others
    .filter(({ municipality }) => municipality === shift.municipality)
    .filter((other) => away(other) <= FURTHEST_MS)
    .sort((a, b) => away(a) - away(b));
  return nearest ?? null;
}
