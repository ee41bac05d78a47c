import { array, assert, integer, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import {
  exactHours,
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

const hours = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const anyWindows = array(
  record({
    weekdays: uniqueArray(integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: integer({ min: 0, max: 23 }),
    to: integer({ min: 0, max: 23 }),
    doses: integer({ min: 1, max: 12 }),
  }),
  { maxLength: 4 },
).map((all) =>
  all.map(
    ({ weekdays, from, to, doses }, index): WindowDraft => ({
      ...template,
      id: `old-${index}`,
      weekdays: weekdays.sort((a, b) => a - b),
      start: hours(from),
      end: hours(to),
      doses,
    }),
  ),
);

test('a week that is painted as it was leaves every window as it was, overlapping ones too', () => {
  assert(
    property(anyWindows, (before) => {
      expect(windowsOf(paintedBy(before), before, template, makeId)).toEqual(before);
    }),
  );
});

test('whatever windows were there, what is painted is what they then cover', () => {
  assert(
    property(
      anyWindows,
      uniqueArray(integer({ min: 0, max: WEEK_HOURS - 1 })),
      (before, painted) => {
        const after = windowsOf(new Set(painted), before, template, makeId);
        expect(paintedBy(after)).toEqual(new Set(painted));
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      },
    ),
  );
});

test('Friday and Saturday with the same hours keep a demand each when Monday is painted', () => {
  const friday = { ...template, id: 'friday', weekdays: [5], doses: 3 };
  const saturday = { ...template, id: 'saturday', weekdays: [6], doses: 1 };
  const windows = windowsOf(
    new Set([...paintedBy([friday, saturday]), 10]),
    [friday, saturday],
    template,
    makeId,
  );
  expect(windows).toHaveLength(3);
  expect(windows).toEqual(expect.arrayContaining([friday, saturday]));
});

test('a window drawn out by an hour keeps its demand and its id', () => {
  const evening = { ...template, id: 'evening', weekdays: [5], doses: 3 };
  const longer = paintedBy([{ ...evening, end: '03:00' }]);
  expect(windowsOf(longer, [evening], template, makeId)).toEqual([{ ...evening, end: '03:00' }]);
});

test('a window from 20:30 to 01:30 is hatched from 20 to 02, and one of half an hour in one hour', () => {
  const friday = { ...template, weekdays: [5] };
  const night = exactHours([{ ...friday, start: '20:30', end: '01:30' }]);
  expect([...night].map((cell) => cell - 4 * 24)).toEqual([14, 15, 16, 17, 18, 19]);
  expect(exactHours([{ ...friday, start: '20:00', end: '20:30' }]).size).toBe(1);
});
