import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { VISIT_SOURCES } from '#core/model.ts';
import { insertVisitVersions } from '../../server/store/visits.ts';
import { CoverageMemory } from '../../server/usecases/coverage/coverage-memory.ts';
import { coverageReport } from '../../server/usecases/coverage/coverage-report.ts';
import type { RowFilter } from '../../server/usecases/coverage/coverage-rows.ts';
import { pageOfRows } from '../../server/usecases/coverage/page-of-rows.ts';
import { wholeWeek } from '../../server/usecases/coverage/scope.ts';
import { warmCoverage } from '../../server/usecases/coverage/warm-coverage.ts';
import { slowCoverage } from '../core/dosage/slow-coverage.ts';
import {
  addDaysOfWork,
  addWindows,
  type CoverageStore,
  coverageStore,
  MINUTE,
  seeded,
  visitVersion,
} from './coverage-store.ts';
import { inputOf } from './recorded-history.ts';

const FIRST = '2026-09-20';
const memory = new CoverageMemory();
let store: CoverageStore;

beforeAll(async () => {
  store = await coverageStore();
  await addWindows(store, FIRST, '2026-10-20');
  await addDaysOfWork(store, FIRST, 70, seeded(20261123));
});
afterAll(() => store.close());

const asked = (now: number) => ({ db: store.db.reader, calendar: SWEDISH_RULES, now, memory });

async function recounted(hotSpotId: string, from: string, to: string, now: number) {
  const span = spanOfPeriod(SWEDISH_RULES, { from, to });
  return slowCoverage(await inputOf(store.db.reader, hotSpotId, { span, now }));
}

async function expectAgreement(from: string, to: string, now: number): Promise<void> {
  const report = await coverageReport(asked(now), wholeWeek({ from, to }, null));
  for (const { hotSpot, figures } of report.hotSpots) {
    const { grid: _grid, weeks, ...slow } = await recounted(hotSpot.id, from, to, now);
    expect(figures).toMatchObject(slow);
    const passed = weeks.filter(({ week }) => figures.trend.some(({ step }) => step === week));
    const trend = passed.map(({ week, ...counts }) => ({ step: week, ...counts }));
    expect(figures.trend).toEqual(trend);
  }
}

const at = (date: string, minutes = 0) =>
  startOfOperationalDate(SWEDISH_RULES, date) + minutes * MINUTE;

describe('the report agrees with counting the rows minute by minute', { timeout: 60_000 }, () => {
  it.each([
    ['of two months and two stumps', '2026-09-25', '2026-11-20', at('2026-12-20')],
    ['in the middle of the period', '2026-10-01', '2026-11-30', at('2026-11-14', 905)],
    ['across the night when clocks go back', '2026-10-24', '2026-10-26', at('2026-12-20')],
    ['asked again, from memory', '2026-10-01', '2026-10-31', at('2026-12-20')],
  ])('%s', (_what, from, to, now) => expectAgreement(from, to, now));

  it('after a visit has been registered late, once its hot spot is touched', async () => {
    const [hotSpotId = ''] = store.hotSpotIds;
    const startedAt = at('2026-10-31', 1430);
    const visit = visitVersion({ hotSpotId, startedAt, minutes: 18 }, { late: true });
    await insertVisitVersions(store.db.writer, [visit]);
    memory.touch(hotSpotId, { from: startedAt, to: startedAt + 18 * MINUTE });
    await expectAgreement('2026-10-01', '2026-11-10', at('2026-12-20'));
  });
});

it('is the same from memory, however often it is asked and touched, as without any', async () => {
  const period = wholeWeek({ from: '2026-03-10', to: '2026-12-31' }, null);
  const now = at('2026-12-28', 300);
  const fresh = await coverageReport({ ...asked(now), memory: new CoverageMemory() }, period);
  for (const touched of [null, at('2026-10-15'), at('2026-03-15')]) {
    const [hotSpotId = ''] = store.hotSpotIds;
    if (touched !== null) memory.touch(hotSpotId, { from: touched, to: touched + MINUTE });
    expect(await coverageReport(asked(now), period)).toEqual(fresh);
  }
});

it('is counted in advance after a start, month by month, until told to stop', async () => {
  const now = at('2026-12-28', 300);
  const warmed = { ...asked(now), memory: new CoverageMemory() };
  const clock = () => now;
  expect(await warmCoverage(warmed, clock, new AbortController().signal)).toBe(3);
  const period = wholeWeek({ from: '2026-09-01', to: '2026-11-30' }, null);
  const cold = await coverageReport({ ...asked(now), memory: new CoverageMemory() }, period);
  expect(await coverageReport(warmed, period)).toEqual(cold);
  expect(await warmCoverage(warmed, clock, AbortSignal.abort())).toBe(0);
});

it('forgets a run of months when one of them has changed', async () => {
  const period = wholeWeek({ from: '2026-04-01', to: '2026-11-30' }, null);
  const now = at('2026-12-28', 300);
  const before = await coverageReport(asked(now), period);
  const [hotSpotId = ''] = store.hotSpotIds;
  const startedAt = at('2026-06-15', 600);
  await insertVisitVersions(store.db.writer, [visitVersion({ hotSpotId, startedAt, minutes: 15 })]);
  memory.touch(hotSpotId, { from: startedAt, to: startedAt + 15 * MINUTE });
  const after = await coverageReport(asked(now), period);
  expect(after.totals.delivered.doses).toBe(before.totals.delivered.doses + 1);
});

describe('the rows behind a figure are as many as it says', () => {
  const period = wholeWeek({ from: '2026-09-25', to: '2026-11-20' }, null);
  const now = at('2026-11-10', 700);

  async function allRows(filter: RowFilter, hotSpotId: string) {
    const rows = [];
    let after = null;
    do {
      const page = await pageOfRows(asked(now), { ...period, filter, hotSpotId, after, limit: 17 });
      rows.push(...page.rows);
      after = page.next;
    } while (after);
    return rows;
  }

  it('for promised, planned, delivered, short, lost and minutes', async () => {
    const report = await coverageReport(asked(now), period);
    for (const { hotSpot, figures } of report.hotSpots) {
      const rows = (kind: RowFilter['kind']) => allRows({ kind }, hotSpot.id);
      const doses = (await rows('promised')).reduce((sum, row) => sum + row.doses, 0);
      expect(doses).toBe(figures.promised.doses);
      expect(await rows('planned')).toHaveLength(figures.planned.doses);
      expect(await rows('delivered')).toHaveLength(figures.delivered.doses);
      expect(await rows('short')).toHaveLength(figures.visits.short);
      expect(await rows('lost')).toHaveLength(figures.plannedNotDelivered);
      const kept = (await rows('promised')).filter(
        (row) => row.to <= now && (row.answered ?? 0) >= row.doses,
      );
      expect(kept).toHaveLength(figures.windows.kept);
    }
  });

  it('for each part of what was lost, for each source, and for the time above the ceiling', async () => {
    const report = await coverageReport(asked(now), period);
    for (const { hotSpot, figures } of report.hotSpots) {
      const count = async (filter: RowFilter) => (await allRows(filter, hotSpot.id)).length;
      expect(await count({ kind: 'lost', loss: 'none' })).toBe(figures.unexplained.count);
      expect(await count({ kind: 'lost', offered: true })).toBe(figures.missed);
      expect(await count({ kind: 'lost', offered: false })).toBe(figures.notOffered);
      for (const source of VISIT_SOURCES) {
        expect(await count({ kind: 'present', source })).toBe(figures.bySource[source]);
      }
      const above = await allRows({ kind: 'above' }, hotSpot.id);
      const minutes = above.reduce((sum, row) => sum + row.minutes, 0);
      expect(minutes).toBeGreaterThanOrEqual(figures.minutesAboveCeiling);
      expect(above.length > 0).toBe(figures.minutesAboveCeiling > 0);
    }
  });

  it('counts a source by where its visits begin, as the figure does', async () => {
    const [hotSpotId = ''] = store.hotSpotIds;
    const startedAt = at(period.from) - 10 * MINUTE;
    const across = visitVersion({ hotSpotId, startedAt, minutes: 40 }, { source: 'gps' });
    await insertVisitVersions(store.db.writer, [across]);
    memory.touch(hotSpotId);
    const report = await coverageReport(asked(now), period);
    const figures = report.hotSpots.find(({ hotSpot }) => hotSpot.id === hotSpotId)?.figures;
    const rows = await allRows({ kind: 'present', source: 'gps' }, hotSpotId);
    expect(rows).toHaveLength(figures?.bySource.gps ?? -1);
  });

  it('for the gaps of each length, and has the longest first', async () => {
    const report = await coverageReport(asked(now), period);
    for (const { hotSpot, figures } of report.hotSpots) {
      const [longest] = await allRows({ kind: 'gap' }, hotSpot.id);
      expect((longest?.minutes ?? 0) / 60).toBeCloseTo(figures.longestGapHours ?? 0, 6);
      for (const [gapBin, count] of figures.gaps.byLength.entries()) {
        expect(await allRows({ kind: 'gap', gapBin }, hotSpot.id)).toHaveLength(count);
      }
    }
  });

  it('for each cell of the day × hour grid', async () => {
    const report = await coverageReport(asked(now), period);
    const cell = 4 * 24 + 15;
    const counts = await Promise.all(
      store.hotSpotIds.map((id) => allRows({ kind: 'delivered', cell }, id)),
    );
    expect(counts.flat()).toHaveLength(report.grid.doses[4]![15]!);
  });

  it('comes newest first, each once', async () => {
    const rows = await allRows({ kind: 'present' }, store.hotSpotIds[0]!);
    const starts = rows.map((row) => row.from);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it('holds nothing that is planned or promised later than now', async () => {
    for (const kind of ['promised', 'planned', 'lost'] as const) {
      const rows = await allRows({ kind }, store.hotSpotIds[0]!);
      expect(Math.max(...rows.map((row) => row.from))).toBeLessThan(now);
    }
  });
});
