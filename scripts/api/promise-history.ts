/** Made-up promises, activities, walks and tertial pages for `bench:api`: the sample's year over and over, and a promise of ten years. */
import { v7 as uuid } from 'uuid';
import { addDays } from '#core/calendar/calendar-date.ts';
import { startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { seededRandom } from '#core/planner/random.ts';
import { NOT_NARROWED } from '#core/promises/promise.ts';
import { fillLedger } from '../../server/sample/sample-ledger.ts';
import { samplePublications } from '../../server/sample/sample-publication.ts';
import type { SampleFrame } from '../../server/sample/sample-shifts.ts';
import { insertWalks, openWindow, sampleWalks } from '../../server/sample/sample-walks.ts';
import type { Services } from '../../server/services.ts';
import type { Executor } from '../../server/store/database.ts';
import { insertPromiseVersion } from '../../server/store/promises.ts';

/** Of the earliest walks, so many have led to a window that has been open ever since. */
const WALKS_WITH_WINDOW = 3;
const HALF_YEAR = 182;

export interface PromiseHistory {
  /** Of doses, over all the time. */
  readonly promiseId: Uuid;
  /** One with points and a window. */
  readonly walkId: Uuid;
}

export async function insertPromiseHistory(
  services: Services,
  frame: SampleFrame,
  first: LocalDate,
  today: LocalDate,
): Promise<PromiseHistory> {
  const promiseId = uuid();
  let walkId = '';
  await services.db.writer.transaction().execute(async (tx) => {
    const random = seededRandom(7).share;
    for (let year = Number(first.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1) {
      const last = `${year}-12-30` < today ? `${year}-12-30` : today;
      const now = startOfOperationalDate(frame.calendar, last);
      await fillLedger(tx, { ...frame, random, now, firstDay: first });
    }
    await promiseDoses(tx, frame, promiseId, first, today);
    walkId = await insertWalkHistory(tx, frame, first, today);
  });
  await samplePublications(services, frame.municipality);
  return { promiseId, walkId };
}

/** A pair of walks each half-year. */
async function insertWalkHistory(
  tx: Executor,
  frame: SampleFrame,
  first: LocalDate,
  today: LocalDate,
): Promise<Uuid> {
  let walkId = '';
  let made = 0;
  for (let date = addDays(first, HALF_YEAR); date <= today; date = addDays(date, HALF_YEAR)) {
    const walks = sampleWalks(date, frame);
    const windowId = made < WALKS_WITH_WINDOW ? await openWindow(tx, date, frame) : null;
    await insertWalks(tx, walks, windowId, frame);
    if (made === 0) walkId = walks.held.id;
    made += 1;
  }
  return walkId;
}

function promiseDoses(
  tx: Executor,
  { municipality, calendar }: SampleFrame,
  id: Uuid,
  from: LocalDate,
  to: LocalDate,
): Promise<void> {
  return insertPromiseVersion(tx, {
    id,
    versionId: id,
    versionNumber: 1,
    municipality,
    number: 9,
    sentence: 'Polisen syns till fots i centrum och vid resecentrum.',
    owner: 'police',
    measure: 'doser',
    source: 'doses',
    narrowing: NOT_NARROWED,
    target: 30_000,
    eveningTarget: null,
    from,
    to,
    withdrawn: false,
    reason: '',
    recordedBy: 'sample',
    recordedAt: startOfOperationalDate(calendar, from),
  });
}
