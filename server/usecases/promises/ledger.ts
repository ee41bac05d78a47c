/** The promise ledger (löftesliggaren) as it stood on a day: each promise by the terms that held then. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf, startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';
import type { LedgerLine } from '#core/promises/ledger-line.ts';
import { makeLedgerLine } from '#core/promises/make-ledger-line.ts';
import { isPromisedIn, type PromiseVersion, versionAt } from '#core/promises/promise.ts';
import { promisesOf } from '../../store/promises.ts';
import type { Remembering } from '../coverage/coverage-blocks.ts';
import type { Asked } from '../coverage/history.ts';
import type { PeriodBounds } from '../coverage/scope.ts';
import { promiseProgress } from './promise-progress.ts';

export interface LedgerScope {
  /** null: all. */
  readonly municipality: string | null;
  /** Promises that hold on some of its days are told, each over all of its own. */
  readonly period: PeriodBounds;
  /** The last operational day that is counted, and by whose end a change of terms must have been made. */
  readonly until: LocalDate;
}

export async function ledgerLines(asked: Remembering, scope: LedgerScope): Promise<LedgerLine[]> {
  const hasEnded = scope.until < operationalDateOf(asked.calendar, asked.now);
  const lines: LedgerLine[] = [];
  for (const promise of await promisesAsOf(asked, scope)) {
    if (promise.withdrawn) continue;
    const progress = await promiseProgress(asked, promise, scope.until);
    lines.push(makeLedgerLine(promise, progress, { today: scope.until, hasEnded }));
  }
  return lines;
}

export async function withdrawnPromises(
  asked: Asked,
  scope: LedgerScope,
): Promise<PromiseVersion[]> {
  return (await promisesAsOf(asked, scope)).filter(({ withdrawn }) => withdrawn);
}

/** In the order of the signed promise. */
async function promisesAsOf(
  { db, calendar }: Pick<Asked, 'db' | 'calendar'>,
  { municipality, period, until }: LedgerScope,
): Promise<PromiseVersion[]> {
  const at = endOf(calendar, until);
  return (await promisesOf(db, municipality))
    .flatMap((versions) => versionAt(versions, at) ?? [])
    .filter((promise) => isPromisedIn(promise, period))
    .sort((a, b) => order(a).localeCompare(order(b)));
}

const order = ({ municipality, from, number }: PromiseVersion): string =>
  `${municipality} ${String(number).padStart(2, '0')} ${from}`;

/** The last instant of an operational day. */
const endOf = (calendar: Asked['calendar'], day: LocalDate): EpochMs =>
  startOfOperationalDate(calendar, addDays(day, 1)) - 1;
