/** Two hundred seeded random histories through the database, each counted again minute by minute. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, datesFrom, isoWeekday } from '#core/calendar/calendar-date.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import type { WeekHours } from '#core/calendar/week-hours.ts';
import { NOT_NARROWED } from '#core/promises/promise.ts';
import { insertPromiseVersion } from '../../server/store/promises.ts';
import { insertWindow } from '../../server/store/windows.ts';
import { CoverageMemory } from '../../server/usecases/coverage/coverage-memory.ts';
import { coverageReport } from '../../server/usecases/coverage/coverage-report.ts';
import { type PeriodBounds, wholeWeek } from '../../server/usecases/coverage/scope.ts';
import { ledgerLines } from '../../server/usecases/promises/ledger.ts';
import { slowCoverage } from '../core/dosage/slow-coverage.ts';
import { slowHabits } from '../core/dosage/slow-habits.ts';
import { addDaysOfWork, type CoverageStore, coverageStore, seeded } from './coverage-store.ts';
import { inputOf } from './recorded-history.ts';

const HISTORIES = 200;
const FIRST = '2026-10-01';
/** Across the night when clocks go back. */
const PERIOD = { from: '2026-10-23', to: '2026-10-29' };
const NOW = startOfOperationalDate(SWEDISH_RULES, '2026-10-29') + 11.5 * 3_600_000;

let store: CoverageStore;

beforeAll(async () => {
  store = await coverageStore(HISTORIES);
  const random = seeded(2018);
  await store.db.writer.transaction().execute(async (tx) => {
    for (const hotSpotId of store.hotSpotIds) await addRandomWindows(tx, hotSpotId, random);
  });
  await addDaysOfWork(store, FIRST, 30, random);
}, 120_000);
afterAll(() => store.close());

async function addRandomWindows(
  tx: Parameters<typeof insertWindow>[0],
  hotSpotId: string,
  random: () => number,
): Promise<void> {
  const below = (most: number) => Math.floor(random() * most);
  const clock = () =>
    `${String(below(24)).padStart(2, '0')}:${['00', '15', '30', '45'][below(4)] ?? '00'}`;
  for (let count = 1 + below(3); count > 0; count -= 1) {
    const isReplaced = random() < 0.3;
    await insertWindow(tx, {
      id: uuid(),
      hotSpotId,
      weekdays: [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.7),
      start: clock(),
      end: clock(),
      exceptions: [],
      dateFrom: null,
      dateTo: null,
      doses: 1 + below(3),
      dwellMin: 15,
      countsFromMin: 8 + below(5),
      ceilingMin: 18 + below(6),
      minGapMin: 60,
      crew: 2,
      validFrom: FIRST,
      validTo: isReplaced ? addDays(PERIOD.from, below(6)) : null,
    });
  }
}

async function promiseDoses(hotSpotId: string, days: PeriodBounds, target: number) {
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
    narrowing: { ...NOT_NARROWED, hotSpotIds: [hotSpotId] },
    target,
    eveningTarget: null,
    ...days,
    withdrawn: false,
    reason: '',
    recordedBy: 'x',
    recordedAt: 0,
  });
  return id;
}

const asked = () => ({
  db: store.db.reader,
  calendar: SWEDISH_RULES,
  now: NOW,
  memory: new CoverageMemory(),
});

async function expectAgreement(hours: WeekHours | null): Promise<void> {
  const report = await coverageReport(asked(), { ...wholeWeek(PERIOD, null), hours });
  const span = spanOfPeriod(SWEDISH_RULES, PERIOD);
  expect(report.hotSpots).toHaveLength(HISTORIES);
  for (const { hotSpot, figures } of report.hotSpots) {
    const input = await inputOf(store.db.reader, hotSpot.id, { span, now: NOW, hours });
    const { grid: _grid, weeks, ...slow } = slowCoverage(input);
    expect(figures).toMatchObject(slow);
    expect(figures.trend).toEqual(weeks.map(({ week, ...counts }) => ({ step: week, ...counts })));
  }
}

describe('two hundred random histories are counted as minute by minute', {
  timeout: 300_000,
}, () => {
  it('of the whole week', () => expectAgreement(null));

  it('of Fridays and Saturdays, 20–04', () =>
    expectAgreement({ weekdays: [5, 6], fromHour: 20, toHour: 4 }));

  it('and their doses a day are the doses by the days that have begun', async () => {
    const report = await coverageReport(asked(), wholeWeek(PERIOD, null));
    for (const { figures } of report.hotSpots) {
      expect(figures.dosesPerDay).toBeCloseTo(figures.delivered.doses / 7, 12);
    }
    expect(report.totals.dosesPerDay).toBeCloseTo(report.totals.delivered.doses / 7, 9);
  });

  it('and a promise of a place’s doses has those of its days, and the day of the last one', async () => {
    const random = seeded(6);
    const span = spanOfPeriod(SWEDISH_RULES, PERIOD);
    const expected = new Map<string, { readonly soFar: number; readonly keptOn: string | null }>();
    for (const hotSpotId of store.hotSpotIds) {
      const { grid } = slowCoverage(await inputOf(store.db.reader, hotSpotId, { span, now: NOW }));
      const from = addDays(PERIOD.from, Math.floor(random() * 4));
      const to = addDays(from, Math.floor(random() * 10));
      const target = 1 + Math.floor(random() * 6);
      const id = await promiseDoses(hotSpotId, { from, to }, target);
      let soFar = 0;
      let keptOn: string | null = null;
      for (const date of datesFrom(from, to < PERIOD.to ? to : PERIOD.to)) {
        // Seven days: each has a row of the grid of its own.
        for (const doses of grid.doses[isoWeekday(date) - 1] ?? []) soFar += doses;
        if (soFar >= target) keptOn ??= date;
      }
      expected.set(id, { soFar, keptOn });
    }
    const scope = { municipality: null, period: PERIOD, until: PERIOD.to };
    const lines = await ledgerLines(asked(), scope);
    expect(lines).toHaveLength(HISTORIES);
    for (const { id, parts, forecast } of lines) {
      const { soFar, keptOn } = expected.get(id)!;
      expect(parts[0]?.soFar).toBe(soFar);
      expect(forecast.kind === 'kept' ? forecast.on : null).toBe(keptOn);
    }
  });

  it('and each window is as hard to guess as a loop over its half hours says', async () => {
    const report = await coverageReport(asked(), wholeWeek(PERIOD, null));
    const span = { from: NOW - 28 * 24 * 3_600_000, to: NOW };
    let known = 0;
    for (const { hotSpot, habits } of report.hotSpots) {
      const slow = slowHabits(await inputOf(store.db.reader, hotSpot.id, { span, now: NOW }));
      expect(habits.filter(({ unpredictability }) => unpredictability.visits > 0)).toHaveLength(
        slow.filter(({ visits }) => visits > 0).length,
      );
      for (const { start, end, visits, value } of slow) {
        const habit = habits.find((one) => one.start === start && one.end === end);
        expect(habit?.unpredictability.visits).toBe(visits);
        expect(habit?.unpredictability.known).toBe(value !== null);
        if (!habit?.unpredictability.known) continue;
        expect(habit.unpredictability.value).toBeCloseTo(value ?? -1, 12);
        known += 1;
      }
    }
    expect(known).toBeGreaterThan(100);
  });
});
