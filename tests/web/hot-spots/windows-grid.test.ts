import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import {
  paintedBy,
  WEEK_HOURS,
  type WindowDraft,
  windowsOf,
} from '../../../web/hot-spots/windows-grid.ts';

const template: WindowDraft = {
  id: 'template',
  weekdays: [1],
  start: '20:00',
  end: '02:00',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: 2,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
};
let next = 0;
const makeId = () => `new-${(next += 1)}`;

test('Friday and Saturday 20–02 become one window over midnight', () => {
  const cells = paintedBy([{ ...template, weekdays: [5, 6] }]);
  const windows = windowsOf(cells, [], template, makeId);
  expect(windows).toMatchObject([{ weekdays: [5, 6], start: '20:00', end: '02:00' }]);
});

test('a window after midnight belongs to the calendar day on which it opens', () => {
  const cells = paintedBy([{ ...template, weekdays: [6], start: '01:00', end: '03:00' }]);
  expect(windowsOf(cells, [], template, makeId)).toMatchObject([
    { weekdays: [6], start: '01:00', end: '03:00' },
  ]);
});

test('painting keeps the demand of a window whose hours stay', () => {
  const busy = { ...template, id: 'kept', doses: 4 };
  const cells = new Set([...paintedBy([busy]), 3 * 24]);
  const windows = windowsOf(cells, [busy], template, makeId);
  expect(windows.find(({ id }) => id === 'kept')?.doses).toBe(4);
});

test('exact windows and those with dates are never touched by painting', () => {
  const exact = { ...template, id: 'exact', start: '20:30' };
  const dated = { ...template, id: 'dated', dateFrom: '2026-12-01' };
  expect(windowsOf(new Set(), [exact, dated], template, makeId)).toEqual([exact, dated]);
});

test('what is painted is what is painted again, for any week', () => {
  assert(
    property(uniqueArray(integer({ min: 0, max: WEEK_HOURS - 1 })), (hours) => {
      const cells = new Set(hours);
      const again = paintedBy(windowsOf(cells, [], template, makeId));
      expect([...again].sort((a, b) => a - b)).toEqual([...cells].sort((a, b) => a - b));
    }),
  );
});
