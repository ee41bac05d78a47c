/** What is counted from activities, walks and figures by hand, on two hundred seeded histories, against plain loops over what was put in. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, datesFrom } from '#core/calendar/calendar-date.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import {
  ACTIVITY_KINDS,
  ACTIVITY_UNITS,
  type ActivityKind,
  type ActivityUnit,
} from '#core/promises/activity.ts';
import type { LedgerLine, PromiseSource } from '#core/promises/ledger-line.ts';
import { NOT_NARROWED } from '#core/promises/promise.ts';
import { insertActivityVersion } from '../../server/store/activities.ts';
import { insertMunicipality, theArea } from '../../server/store/areas.ts';
import type { Executor } from '../../server/store/database.ts';
import { insertHandFigure } from '../../server/store/promise-figures.ts';
import { insertPromiseVersion } from '../../server/store/promises.ts';
import { insertWalk } from '../../server/store/walks.ts';
import { CoverageMemory } from '../../server/usecases/coverage/coverage-memory.ts';
import { ledgerLines } from '../../server/usecases/promises/ledger.ts';
import { type CoverageStore, coverageStore, seeded } from './coverage-store.ts';

const HISTORIES = 200;
const FIRST = '2026-01-01';
const DAYS = 300;
const UNTIL = addDays(FIRST, 250);
const NOW = startOfOperationalDate(SWEDISH_RULES, addDays(UNTIL, 30));
const RECORDED = { recordedBy: 'x', recordedAt: 0 };

/** What came about on a day, as it was put in. */
interface Happened {
  readonly date: string;
  readonly amount: number;
  readonly evening: boolean;
}

interface Expected {
  readonly happened: readonly Happened[];
  readonly from: string;
  readonly to: string;
  readonly target: number;
  readonly eveningTarget: number | null;
}

let store: CoverageStore;
const expected = new Map<string, Expected>();
let lines: readonly LedgerLine[] = [];

beforeAll(async () => {
  store = await coverageStore();
  await store.db.writer.transaction().execute(async (tx) => {
    const area = await theArea(tx);
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const municipality = String(1000 + seed);
      await insertMunicipality(tx, area.id, { code: municipality, name: municipality });
      await addHistory(tx, municipality, seed);
    }
  });
  const asked = {
    db: store.db.reader,
    calendar: SWEDISH_RULES,
    now: NOW,
    memory: new CoverageMemory(),
  };
  const period = { from: addDays(FIRST, -400), to: addDays(FIRST, 800) };
  lines = await ledgerLines(asked, { municipality: null, period, until: UNTIL });
}, 120_000);
afterAll(() => store.close());

async function addHistory(tx: Executor, municipality: string, seed: number): Promise<void> {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const day = () => addDays(FIRST, below(DAYS));
  const kinds = ACTIVITY_KINDS.filter(() => random() < 0.5);
  const unit = ACTIVITY_UNITS[below(3)] ?? 'times';
  const activities = await addActivities(tx, municipality, { day, below, random }, kinds, unit);
  const walks: Happened[] = [];
  for (let left = below(8); left > 0; left -= 1) {
    const [date, evening, isHeld] = [day(), random() < 0.5, random() < 0.7];
    await addWalk(tx, municipality, date, evening, isHeld);
    if (isHeld) walks.push({ date, amount: 1, evening });
  }
  const promise = (
    source: PromiseSource,
    happened: readonly Happened[],
    narrowing = NOT_NARROWED,
  ) => {
    const from = addDays(FIRST, below(80) - 20);
    const all = happened.reduce((sum, { amount }) => sum + amount, 0);
    const target = Math.round(all * random() * 1.4 * 10) / 10;
    const of = { happened, from, to: addDays(from, 100 + below(150)), target };
    const eveningTarget = source === 'walks' && random() < 0.6 ? below(4) : null;
    return addPromise(tx, municipality, source, { ...of, eveningTarget }, narrowing);
  };
  await promise('activities', activities, { ...NOT_NARROWED, kinds, unit });
  await promise('walks', walks);
  const figures = Array.from({ length: below(12) }, () => {
    const isStruck = random() < 0.2;
    return { date: day(), amount: (1 + below(40)) / 10, evening: false, isStruck };
  });
  const counted = figures.filter(({ isStruck }) => !isStruck);
  const promiseId = await promise('hand', counted);
  for (const { date, amount: value, isStruck } of figures) {
    const strike = isStruck ? { by: 'x', at: 0, reason: 'fel' } : null;
    const figure = { id: uuid(), promiseId, date, value, source: 'rapport', strike };
    await insertHandFigure(tx, { ...figure, ...RECORDED });
  }
}

interface Dice {
  readonly day: () => string;
  readonly below: (most: number) => number;
  readonly random: () => number;
}

async function addActivities(
  tx: Executor,
  municipality: string,
  { day, below, random }: Dice,
  kinds: readonly ActivityKind[],
  unit: ActivityUnit,
): Promise<Happened[]> {
  const happened: Happened[] = [];
  for (let left = below(30); left > 0; left -= 1) {
    const [id, date, minutes, adults] = [uuid(), day(), 30 + below(200), 1 + below(5)];
    const kind = ACTIVITY_KINDS[below(ACTIVITY_KINDS.length)] ?? 'other';
    const said = { id, municipality, kind, date, start: '10:00', end: '12:00', minutes, adults };
    const activity = { ...said, place: 'Torget', hotSpotId: null, reason: '', ...RECORDED };
    const first = { versionId: id, versionNumber: 1, struck: false };
    await insertActivityVersion(tx, { ...activity, ...first });
    const isStruck = random() < 0.2;
    if (isStruck) {
      const second = { versionId: uuid(), versionNumber: 2, struck: true };
      await insertActivityVersion(tx, { ...activity, ...second });
    }
    if (isStruck || (kinds.length > 0 && !kinds.includes(kind))) continue;
    const hours = minutes / 60;
    const amount = { times: 1, hours, 'adult-hours': hours * adults }[unit];
    happened.push({ date, amount, evening: false });
  }
  return happened;
}

function addWalk(
  tx: Executor,
  municipality: string,
  date: string,
  evening: boolean,
  isHeld: boolean,
): Promise<void> {
  const startsAt = startOfOperationalDate(SWEDISH_RULES, date) + 6 * 3_600_000;
  return insertWalk(tx, {
    id: uuid(),
    municipality,
    title: 'Stationen',
    state: isHeld ? 'held' : 'planned',
    before: null,
    walk: { startsAt, place: 'Stationen' },
    after: null,
    eveningSaid: evening,
    route: null,
    participants: null,
    checksWalkId: null,
    date,
    evening,
    lengthM: null,
    revision: 1,
  });
}

async function addPromise(
  tx: Executor,
  municipality: string,
  source: PromiseSource,
  wanted: Expected,
  narrowing: typeof NOT_NARROWED,
): Promise<string> {
  const id = uuid();
  const { from, to, target, eveningTarget } = wanted;
  await insertPromiseVersion(tx, {
    id,
    versionId: id,
    versionNumber: 1,
    municipality,
    number: 1,
    sentence: 'Ett löfte',
    owner: 'both',
    measure: 'gånger',
    source,
    narrowing,
    target,
    eveningTarget,
    from,
    to,
    withdrawn: false,
    reason: '',
    ...RECORDED,
  });
  expected.set(id, wanted);
  return id;
}

const near = (amount: number) => expect.closeTo(amount, 5) as number;

/** Day by day: how much there is at the end, and on which day the target was reached. */
function slowly({ happened, from, to }: Expected, target: number | null, evenings: boolean) {
  let soFar = 0;
  let reachedOn: string | null = null;
  for (const date of datesFrom(from, UNTIL < to ? UNTIL : to)) {
    for (const one of happened) {
      if (one.date === date && (one.evening || !evenings)) soFar += one.amount;
    }
    if (target !== null && soFar >= target - 1e-7) reachedOn ??= date;
  }
  return { soFar, reachedOn };
}

it('so far is the sum of what counts, and of walks those in the evening apart', () => {
  expect(lines).toHaveLength(HISTORIES * 3);
  for (const { id, source, parts } of lines) {
    const wanted = expected.get(id)!;
    const { target, eveningTarget } = wanted;
    const whole = { kind: 'whole', soFar: near(slowly(wanted, target, false).soFar), target };
    const evenings = slowly(wanted, eveningTarget, true).soFar;
    const evening = { kind: 'evening', soFar: evenings, target: eveningTarget };
    const isTold = source === 'walks' && eveningTarget !== null;
    expect(parts).toEqual(isTold ? [whole, evening] : [whole]);
  }
});

it('a promise is kept on the day on which the last of its targets was reached', () => {
  const kinds = new Set<string>();
  for (const { id, forecast } of lines) {
    const wanted = expected.get(id)!;
    const whole = slowly(wanted, wanted.target, false).reachedOn;
    const evening = slowly(wanted, wanted.eveningTarget, true).reachedOn;
    const days = wanted.eveningTarget === null ? [whole] : [whole, evening];
    kinds.add(forecast.kind);
    if (days.includes(null)) expect(forecast.kind).not.toBe('kept');
    else
      expect(forecast).toEqual({
        kind: 'kept',
        on: days.toSorted((a, b) => String(a).localeCompare(String(b))).at(-1),
      });
  }
  expect(kinds.size).toBeGreaterThan(3);
});
