/** How far a promise has come: a sum, and the day on which the sum reached the target. */
import type { LocalDate } from '../model.ts';
import { settled } from './settled.ts';

/** Something that counts towards a promise, on its day. */
export interface Counted {
  readonly date: LocalDate;
  readonly amount: number;
}

export interface Progress {
  readonly soFar: number;
  /** The day on which the target was reached; null: not yet, or there is none. */
  readonly reachedOn: LocalDate | null;
}

/** The target 0 is reached before anything is done. @param counted in any order, all within the promise's days */
export function progressOf(
  counted: readonly Counted[],
  target: number | null,
  from: LocalDate,
): Progress {
  const inOrder = [...counted].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  let soFar = 0;
  let reachedOn: LocalDate | null = target === 0 ? from : null;
  for (const { date, amount } of inOrder) {
    soFar = settled(soFar + amount);
    if (target !== null && reachedOn === null && soFar >= settled(target)) reachedOn = date;
  }
  return { soFar, reachedOn };
}

export interface MonthAmount {
  /** `2026-11` */
  readonly month: string;
  readonly amount: number;
}

/** Sums by month, for each of the months given. */
export function byMonth(counted: readonly Counted[], months: readonly string[]): MonthAmount[] {
  const sums = new Map(months.map((month) => [month, 0]));
  for (const { date, amount } of counted) {
    const month = date.slice(0, 7);
    sums.set(month, settled((sums.get(month) ?? 0) + amount));
  }
  return months.map((month) => ({ month, amount: sums.get(month) ?? 0 }));
}
