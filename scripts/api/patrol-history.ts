/** Made-up patrols for `bench:api`: 20 visits a day at the hot spots that are there, seeded. */
import { v7 as uuid } from 'uuid';
import { addDays, datesFrom } from '#core/calendar/calendar-date.ts';
import {
  type CalendarRules,
  MINUTE_MS,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import {
  type LocalDate,
  NO_OUTCOME,
  NOT_SEARCHED,
  type Place,
  type PlannedVisit,
  type Uuid,
} from '#core/model.ts';
import { type Random, seededRandom } from '#core/planner/random.ts';
import type { Executor } from '../../server/store/database.ts';
import { hotSpots, type StoredHotSpot } from '../../server/store/hot-spots.ts';
import { savePlan } from '../../server/store/plans.ts';
import { insertShift } from '../../server/store/shifts.ts';
import { insertVisitVersions, type VisitVersion } from '../../server/store/visits.ts';
import { insertWindow, openWindows } from '../../server/store/windows.ts';

const VISITS_A_DAY = 20;

/** Where the patrols start. */
const BASE = { name: 'Stationen', lonLat: [16.589, 59.057] as const };

export interface PatrolHistory {
  readonly visits: number;
  readonly base: Place;
  /** Of yesterday. */
  readonly shiftId: Uuid;
  readonly hotSpotIds: readonly Uuid[];
}

/** Windows are put in force from the first day on, as if they had always been promised. */
async function promiseFrom(tx: Executor, first: LocalDate): Promise<void> {
  for (const window of await openWindows(tx)) {
    const earlier = { ...window, id: uuid(), validFrom: first, validTo: window.validFrom };
    if (first < window.validFrom) await insertWindow(tx, earlier);
  }
}

/** A shift a day with a published plan of 20 visits, each of them made. */
export async function insertPatrolHistory(
  db: Executor,
  rules: CalendarRules,
  first: LocalDate,
  today: LocalDate,
): Promise<PatrolHistory> {
  const random = seededRandom(20261123);
  const places = await hotSpots(db);
  let visits = 0;
  let shiftId = '';
  await db.transaction().execute(async (tx) => {
    await promiseFrom(tx, first);
    for (const date of datesFrom(first, addDays(today, -1))) {
      const made = await insertDay(tx, rules, date, places, random);
      visits += made.visits.length;
      shiftId = made.shiftId;
    }
  });
  return { visits, shiftId, base: BASE, hotSpotIds: places.map((place) => place.id) };
}

async function insertDay(
  tx: Executor,
  rules: CalendarRules,
  date: LocalDate,
  places: readonly StoredHotSpot[],
  random: Random,
): Promise<{ readonly shiftId: Uuid; readonly visits: readonly VisitVersion[] }> {
  const shiftId = uuid();
  const patrolId = uuid();
  const startsAt = startOfOperationalDate(rules, date) + 7 * 60 * MINUTE_MS;
  const at = { startsAt, endsAt: startsAt + 14 * 60 * MINUTE_MS };
  const patrol = {
    id: patrolId,
    callSign: '31-1410',
    officers: 2,
    travels: 'foot' as const,
    ...at,
    base: BASE,
    break: null,
  };
  const patrols = [{ ...patrol, unavailable: [] }];
  await insertShift(tx, { id: shiftId, municipality: '0482', date, ...at, patrols, revision: 1 });
  const planned = Array.from({ length: VISITS_A_DAY }, () => {
    const place = places[random.below(places.length)] as StoredHotSpot;
    return plannedVisit(place.id, patrolId, startsAt + random.below(780) * MINUTE_MS);
  });
  const plan = { id: uuid(), shiftId, number: 1, ...NOT_SEARCHED, value: 0, revision: 1 };
  const meta = {
    replannedBy: null,
    createdBy: patrolId,
    createdAt: startsAt,
    publishedAt: startsAt,
  };
  const rest = { breaks: [], unmet: [], status: 'published' as const };
  await savePlan(tx, { ...plan, ...meta, ...rest, visits: planned });
  const made = planned.map((visit) => visitOf(visit, places, 4 + random.below(20)));
  await insertVisitVersions(tx, made);
  return { shiftId, visits: made };
}

function plannedVisit(hotSpotId: Uuid, patrolId: Uuid, startsAt: number): PlannedVisit {
  const ids = { id: uuid(), slotId: uuid(), windowId: uuid(), patrolId, hotSpotId };
  return { ...ids, startsAt, endsAt: startsAt + 15 * MINUTE_MS, pinned: false, reasons: [] };
}

function visitOf(
  { hotSpotId, patrolId, slotId, startsAt }: PlannedVisit,
  places: readonly StoredHotSpot[],
  minutes: number,
): VisitVersion {
  const id = uuid();
  const place = places.find((one) => one.id === hotSpotId);
  return {
    id,
    versionId: id,
    versionNumber: 1,
    kind: 'create',
    reason: '',
    recordedBy: patrolId,
    recordedAt: startsAt,
    hotSpotId,
    hotSpotVersionId: place?.version.id ?? '',
    patrolId,
    slotId,
    startedAt: startsAt,
    endedAt: startsAt + minutes * MINUTE_MS,
    officers: 2,
    source: 'manual',
    late: false,
    outcome: NO_OUTCOME,
    note: '',
    voided: false,
    confirmedAt: null,
  };
}
