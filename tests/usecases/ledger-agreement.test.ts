/** The ledger's doses against a count of each day by itself, on seeded histories. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, datesFrom } from '#core/calendar/calendar-date.ts';
import {
  operationalDateOf,
  SWEDISH_RULES,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import { NOT_NARROWED } from '#core/promises/promise.ts';
import { insertPromiseVersion } from '../../server/store/promises.ts';
import { CoverageMemory } from '../../server/usecases/coverage/coverage-memory.ts';
import { ledgerLines } from '../../server/usecases/promises/ledger.ts';
import {
  addDaysOfWork,
  type CoverageStore,
  coverageStore,
  MINUTE,
  seeded,
} from './coverage-store.ts';

const FIRST = '2026-09-20';
const DAYS = 60;
const LAST = addDays(FIRST, DAYS - 1);
const NOW = startOfOperationalDate(SWEDISH_RULES, addDays(LAST, 20));

let store: CoverageStore;
const outcomes: string[] = [];
/** Doses by hot spot and day. */
const slow = new Map<string, number>();

beforeAll(async () => {
  store = await coverageStore();
  await addDaysOfWork(store, FIRST, DAYS, seeded(2018));
  for (const hotSpotId of store.hotSpotIds) {
    for (const startedAt of await doseStarts(hotSpotId)) {
      const key = `${hotSpotId} ${operationalDateOf(SWEDISH_RULES, startedAt)}`;
      slow.set(key, (slow.get(key) ?? 0) + 1);
    }
  }
});
afterAll(() => store.close());

/**
 * Each patrol's minutes on the spot, with holes of one or two filled; ten in a row are a dose. There are no windows, so
 * that ten it is.
 */
async function doseStarts(hotSpotId: string): Promise<number[]> {
  const visits = await store.db.reader
    .selectFrom('visit_version')
    .selectAll()
    .where('hot_spot_id', '=', hotSpotId)
    .execute();
  const starts: number[] = [];
  for (const patrol of new Set(visits.map((visit) => visit.patrol_id ?? visit.id))) {
    const there = new Set<number>();
    for (const visit of visits.filter((one) => (one.patrol_id ?? one.id) === patrol))
      for (let at = visit.started_at; at < (visit.ended_at ?? 0); at += MINUTE) there.add(at);
    for (const at of there) {
      if (there.has(at + 2 * MINUTE)) there.add(at + MINUTE);
      if (there.has(at + 3 * MINUTE)) there.add(at + MINUTE).add(at + 2 * MINUTE);
    }
    for (const from of there) {
      let to = from;
      while (there.has(to)) to += MINUTE;
      if (!there.has(from - MINUTE) && to - from >= 10 * MINUTE) starts.push(from);
    }
  }
  return starts;
}

async function promised(from: string, to: string, target: number, hotSpotIds: readonly string[]) {
  const id = uuid();
  await insertPromiseVersion(store.db.writer, {
    id,
    versionId: id,
    versionNumber: 1,
    municipality: '0482',
    number: 6,
    sentence: 'Fotpatrull',
    owner: 'police',
    measure: 'doser',
    source: 'doses',
    narrowing: { ...NOT_NARROWED, hotSpotIds },
    target,
    eveningTarget: null,
    from,
    to,
    withdrawn: false,
    reason: '',
    recordedBy: 'x',
    recordedAt: 0,
  });
  return id;
}

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((seed) => [seed]))(
  'doses so far and the day of the last one that was promised (seed %i)',
  async (seed) => {
    const random = seeded(seed);
    const day = (least: number, most: number) =>
      addDays(FIRST, least + Math.floor(random() * (most - least)));
    const from = day(-15, 20);
    const to = day(21, 60);
    const until = day(0, 50);
    const target = 1 + Math.floor(random() * 40);
    const places = random() < 0.5 ? store.hotSpotIds : store.hotSpotIds.slice(0, 1);
    const id = await promised(from, to, target, places);
    const last = until < to ? until : to;

    let soFar = 0;
    let reachedOn: string | null = null;
    for (const date of datesFrom(from, last)) {
      for (const place of places) soFar += slow.get(`${place} ${date}`) ?? 0;
      if (soFar >= target) reachedOn ??= date;
    }

    const memory = new CoverageMemory();
    const heldWalks = async () => [];
    const asked = { db: store.db.reader, calendar: SWEDISH_RULES, now: NOW, memory, heldWalks };
    const period = { from, to };
    const lines = await ledgerLines(asked, { municipality: '0482', period, until });
    const line = lines.find((one) => one.id === id);
    expect(line?.parts).toEqual([{ kind: 'whole', soFar, target }]);
    outcomes.push(line?.forecast.kind ?? '');
    if (reachedOn !== null) expect(line?.forecast).toEqual({ kind: 'kept', on: reachedOn });
    else expect(line?.forecast.kind).not.toBe('kept');
  },
);

it('the same seeds hold promises that were kept and others that were not', () => {
  expect(outcomes).toContain('kept');
  expect(outcomes.some((kind) => kind !== 'kept')).toBe(true);
});
