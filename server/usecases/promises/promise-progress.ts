/** How far a promise has come, from whichever source it is counted. */
import { monthsOf } from '#core/calendar/period.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { type ActivityKind, activityAmount, amountsInUnit } from '#core/promises/activity.ts';
import type { PromiseProgress } from '#core/promises/make-ledger-line.ts';
import { byMonth, type Counted, type MonthAmount, progressOf } from '#core/promises/progress.ts';
import type { PromiseTerms } from '#core/promises/promise.ts';
import { type ActivityVersion, activities } from '../../store/activities.ts';
import { type HandFigure, handFigures } from '../../store/promise-figures.ts';
import { type HeldWalk, heldWalks } from '../../store/walks.ts';
import type { Remembering } from '../coverage/coverage-blocks.ts';
import type { PeriodBounds } from '../coverage/scope.ts';
import { countedPlaces, doseProgress, dosesByMonth } from './dose-progress.ts';

type Promised = PromiseTerms & { readonly id: Uuid };

/** The part of a promise's days up to the last that is counted; null: it has not begun. */
export function countedDays({ from, to }: PeriodBounds, until: LocalDate): PeriodBounds | null {
  const last = until < to ? until : to;
  return last < from ? null : { from, to: last };
}

export async function promiseProgress(
  asked: Remembering,
  promise: Promised,
  until: LocalDate,
): Promise<PromiseProgress> {
  const days = countedDays(promise, until);
  const { target, eveningTarget, from } = promise;
  if (days === null) return nothingYet(promise);
  if (promise.source === 'doses') {
    const ids = (await countedPlaces(asked, promise)).map(({ id }) => id);
    return { whole: await doseProgress(asked, ids, days, target), evening: null };
  }
  if (promise.source === 'walks') {
    const walks = await walksIn(asked, promise, days);
    const inEvening = walks.filter(({ evening }) => evening);
    return {
      whole: progressOf(walks.map(asOne), target, from),
      evening: progressOf(inEvening.map(asOne), eveningTarget, from),
    };
  }
  const size = sizeOf(promise);
  const counted = await countedIn(asked, promise, days);
  const { soFar, reachedOn } = progressOf(counted, target && target * size, from);
  return { whole: { soFar: soFar / size, reachedOn }, evening: null };
}

const nothingYet = ({ source }: Pick<Promised, 'source'>): PromiseProgress => {
  const none = { soFar: 0, reachedOn: null };
  return { whole: none, evening: source === 'walks' ? none : null };
};

const asOne = ({ heldOn }: HeldWalk): Counted => ({ date: heldOn, amount: 1 });

/** What came about in each of the months that have begun. */
export async function promiseMonths(
  asked: Remembering,
  promise: Promised,
  until: LocalDate,
): Promise<MonthAmount[]> {
  const days = countedDays(promise, until);
  if (days === null) return [];
  if (promise.source === 'doses') {
    const ids = (await countedPlaces(asked, promise)).map(({ id }) => id);
    return dosesByMonth(asked, ids, days);
  }
  const months = monthsOf(days).map(({ from }) => from.slice(0, 7));
  if (promise.source === 'walks') {
    return byMonth((await walksIn(asked, promise, days)).map(asOne), months);
  }
  const size = sizeOf(promise);
  const sums = byMonth(await countedIn(asked, promise, days), months);
  return sums.map(({ month, amount }) => ({ month, amount: amount / size }));
}

export async function walksIn(
  { db }: Pick<Remembering, 'db'>,
  { municipality }: Pick<Promised, 'municipality'>,
  days: PeriodBounds,
): Promise<readonly HeldWalk[]> {
  return heldWalks(db, { municipality, ...days });
}

/** Those that count, newest first. */
export async function activitiesIn(
  { db }: Pick<Remembering, 'db'>,
  { municipality, narrowing: { kinds } }: Pick<Promised, 'municipality' | 'narrowing'>,
  days: PeriodBounds,
): Promise<ActivityVersion[]> {
  const all = await activities(db, { municipality, ...days });
  const isWanted = (kind: ActivityKind) => kinds.length === 0 || kinds.includes(kind);
  return all.filter(({ struck, kind }) => !struck && isWanted(kind));
}

export async function figuresIn(
  { db }: Pick<Remembering, 'db'>,
  { id }: Pick<Promised, 'id'>,
  { from, to }: PeriodBounds,
): Promise<HandFigure[]> {
  const all = await handFigures(db, [id]);
  return all.filter(({ strike, date }) => strike === null && from <= date && date <= to);
}

/** Hours are summed in minutes, so that a target is met to the minute. */
const sizeOf = ({ source, narrowing }: Promised): number =>
  source === 'activities' ? amountsInUnit(narrowing.unit) : 1;

async function countedIn(
  asked: Remembering,
  promise: Promised,
  days: PeriodBounds,
): Promise<Counted[]> {
  if (promise.source === 'hand') {
    return (await figuresIn(asked, promise, days)).map(({ date, value }) => ({
      date,
      amount: value,
    }));
  }
  const { unit } = promise.narrowing;
  return (await activitiesIn(asked, promise, days)).map((activity) => ({
    date: activity.date,
    amount: activityAmount(activity, unit),
  }));
}
