/**
 * Doses towards a promise, out of what coverage has counted: its blocks give the sums, and only the month in which the
 * target was reached is read row by row, for the day.
 */
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import type { MonthAmount, Progress } from '#core/promises/progress.ts';
import type { Narrowing, PromiseTerms } from '#core/promises/promise.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { monthBlocks, type Remembering } from '../coverage/coverage-blocks.ts';
import { rowsIn } from '../coverage/coverage-rows.ts';
import { type Asked, readHistory, windowsSince } from '../coverage/history.ts';
import type { PeriodBounds } from '../coverage/scope.ts';

/** The hot spots whose doses count, closed ones too. */
export async function countedPlaces(
  { db }: Pick<Asked, 'db'>,
  { municipality, narrowing }: Pick<PromiseTerms, 'municipality' | 'narrowing'>,
): Promise<StoredHotSpot[]> {
  return (await hotSpots(db, { municipality })).filter((place) => isCounted(place, narrowing));
}

function isCounted({ id, tags }: StoredHotSpot, wanted: Narrowing): boolean {
  if (wanted.hotSpotIds.length + wanted.tags.length === 0) return true;
  return wanted.hotSpotIds.includes(id) || tags.some((tag) => wanted.tags.includes(tag));
}

/** @param period from the promise's first day to the last that is counted, this one included */
export async function dosesByMonth(
  asked: Remembering,
  placeIds: readonly Uuid[],
  period: PeriodBounds,
): Promise<MonthAmount[]> {
  const months = monthsOf(period).map(({ from }) => from.slice(0, 7));
  const sums = new Map(months.map((month) => [month, 0]));
  const blocks = await monthBlocks(asked, placeIds, { ...period, hours: null });
  for (const { span, delivered } of [...blocks.values()].flat()) {
    const month = operationalDateOf(asked.calendar, span.from).slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0) + delivered.doses);
  }
  return months.map((month) => ({ month, amount: sums.get(month) ?? 0 }));
}

/** @param period as for `dosesByMonth` */
export async function doseProgress(
  asked: Remembering,
  placeIds: readonly Uuid[],
  period: PeriodBounds,
  target: number | null,
): Promise<Progress> {
  const months = await dosesByMonth(asked, placeIds, period);
  const soFar = months.reduce((sum, { amount }) => sum + amount, 0);
  if (target === null || soFar < target) return { soFar, reachedOn: null };
  if (target === 0) return { soFar, reachedOn: period.from };
  let before = 0;
  for (const [index, part] of monthsOf(period).entries()) {
    const amount = months[index]?.amount ?? 0;
    if (before + amount >= target) {
      const dates = await doseDates(asked, placeIds, part);
      return { soFar, reachedOn: dates[Math.ceil(target - before) - 1] ?? part.to };
    }
    before += amount;
  }
  return { soFar, reachedOn: period.to };
}

/** The operational day of each dose, in order. */
async function doseDates(
  asked: Asked,
  placeIds: readonly Uuid[],
  part: PeriodBounds,
): Promise<LocalDate[]> {
  const span = spanOfPeriod(asked.calendar, part);
  const windows = await windowsSince(asked, readingSpan(span).from);
  const histories = await readHistory(asked, placeIds, span, windows);
  return [...histories.values()]
    .flatMap((history) => rowsIn(history, { kind: 'delivered' }, span))
    .map(({ from }) => operationalDateOf(asked.calendar, from))
    .sort();
}
