/** One promise: its line as of today, what counts towards it, and every version of its terms. */

import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import type { LedgerLine } from '#core/promises/ledger-line.ts';
import { makeLedgerLine } from '#core/promises/make-ledger-line.ts';
import type { MonthAmount } from '#core/promises/progress.ts';
import { notFound } from '../../problem.ts';
import type { ActivityVersion } from '../../store/activities.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { type HandFigure, handFigures } from '../../store/promise-figures.ts';
import { promiseVersions, type StoredPromiseVersion } from '../../store/promises.ts';
import type { HeldWalk } from '../../store/walks.ts';
import type { Remembering } from '../coverage/coverage-blocks.ts';
import type { Actor } from '../use-case.ts';
import { countedPlaces } from './dose-progress.ts';
import { refuseForeign } from './own-municipality.ts';
import {
  activitiesIn,
  countedDays,
  promiseMonths,
  promiseProgress,
  walksIn,
} from './promise-progress.ts';

export interface PromiseDetail {
  readonly line: LedgerLine;
  readonly until: LocalDate;
  /** First to last. */
  readonly versions: readonly StoredPromiseVersion[];
  readonly months: readonly MonthAmount[];
  readonly places: readonly StoredHotSpot[];
  readonly walks: readonly HeldWalk[];
  readonly activities: readonly ActivityVersion[];
  /** Struck ones too. */
  readonly figures: readonly HandFigure[];
}

/** @throws Problem not-found; forbidden: it is another municipality's */
export async function promiseDetail(
  asked: Remembering,
  id: Uuid,
  by: Pick<Actor, 'role' | 'municipality'>,
): Promise<PromiseDetail> {
  const versions = await promiseVersions(asked.db, id);
  const promise = versions.at(-1);
  if (!promise) throw notFound('promise', id);
  refuseForeign(by, promise.municipality);
  const until = operationalDateOf(asked.calendar, asked.now);
  const days = countedDays(promise, until);
  const { source } = promise;
  return {
    line: makeLedgerLine(promise, await promiseProgress(asked, promise, until), {
      today: until,
      hasEnded: false,
    }),
    until,
    versions,
    months: await promiseMonths(asked, promise, until),
    places: source === 'doses' ? await countedPlaces(asked, promise) : [],
    walks: source === 'walks' && days ? await walksIn(asked, promise, days) : [],
    activities: source === 'activities' && days ? await activitiesIn(asked, promise, days) : [],
    figures: source === 'hand' ? await handFigures(asked.db, [id]) : [],
  };
}
