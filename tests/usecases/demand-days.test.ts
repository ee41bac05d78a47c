/** Which hot spots are open on which operational days: what urgency counts days by. */
import { expect, test } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { ALWAYS_IN_FORCE } from '#core/calendar/window.ts';
import type { TimeWindow } from '#core/model.ts';
import { demandDays } from '../../server/usecases/plans/demand-days.ts';

const window = (hotSpotId: string, weekdays: number[], start: string): TimeWindow => ({
  id: `${hotSpotId}-window`,
  hotSpotId,
  weekdays,
  start,
  end: '05:00',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: 1,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
});

const opened = (dates: string[], windows: TimeWindow[], inForce = ALWAYS_IN_FORCE) =>
  demandDays(
    windows.map((one) => ({ window: one, inForce })),
    dates,
    SWEDISH_RULES,
  ).map(({ open }) => open);

const WEEKEND = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26'];

test('a window that opens after midnight belongs to the night before', () => {
  const windows = [window('square', [6], '21:00'), window('station', [7], '01:00')];
  expect(opened(WEEKEND, windows)).toEqual([[], ['square', 'station'], [], []]);
});

test('a hot spot with several windows in a day is open once', () => {
  const windows = [window('square', [6], '18:00'), window('square', [6], '22:00')];
  expect(opened(WEEKEND, windows)[1]).toEqual(['square']);
});

test('a window not yet in force opens nothing', () => {
  const from = { from: '2026-10-25', to: null };
  expect(opened(WEEKEND, [window('square', [6, 7], '21:00')], from)).toEqual([
    [],
    [],
    ['square'],
    [],
  ]);
});

test('days meet, also on the night when clocks go back', () => {
  const days = demandDays([], WEEKEND, SWEDISH_RULES);
  expect(days.slice(1).every(({ startsAt }, d) => startsAt === days[d]?.endsAt)).toBe(true);
  const hours = days.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000);
  expect(hours).toEqual([24, 25, 24, 24]);
});
