/** The weekly focus ends by itself, three places have room, and a place in focus gains in the week's plan. */
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/calendar/calendar-date.ts';
import {
  type FocusSpan,
  focusEnds,
  focusedOn,
  focusFault,
  isInFocus,
} from '#core/focus/weekly-focus.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { shiftInput } from '#core/planner/week/shift-input.ts';
import { sampleWeek } from '../planner/week/sample-week.ts';

const focusOn = (hotSpotId: string, from: string, change: Partial<FocusSpan> = {}): FocusSpan => ({
  hotSpotId,
  from,
  to: focusEnds(from),
  endedOn: null,
  ...change,
});

describe('seven days', () => {
  const focus = focusOn('square', '2026-11-23');
  const daysInForce = (of: FocusSpan) =>
    Array.from({ length: 30 }, (_, i) => addDays('2026-11-15', i)).filter((day) =>
      isInFocus(of, day),
    );

  test('and then nothing', () => {
    expect(daysInForce(focus)).toHaveLength(7);
    expect(daysInForce(focus).at(-1)).toBe('2026-11-29');
  });

  test('fewer where it is taken back, from that day on', () => {
    expect(daysInForce({ ...focus, endedOn: '2026-11-25' })).toEqual(['2026-11-23', '2026-11-24']);
    expect(daysInForce({ ...focus, endedOn: '2026-11-23' })).toEqual([]);
  });
});

describe('room', () => {
  const three = ['a', 'b', 'c'].map((place) => focusOn(place, '2026-11-23'));

  test('there is none for a fourth place, not for one shared day', () => {
    expect(focusFault(three, focusOn('d', '2026-11-29'))).toBe('too-many');
    expect(focusFault(three, focusOn('d', '2026-11-30'))).toBeNull();
  });

  test('one that is taken back makes room', () => {
    const two = [...three.slice(1), { ...focusOn('a', '2026-11-23'), endedOn: '2026-11-24' }];
    expect(focusFault(two, focusOn('d', '2026-11-24'))).toBeNull();
    expect(focusFault(two, focusOn('d', '2026-11-23'))).toBe('too-many');
  });

  test('a place is in focus once', () => {
    expect(focusFault(three, focusOn('a', '2026-11-27'))).toBe('same-hot-spot');
  });
});

test('in the plan of a week a place gains on the days of its focus and on no other', () => {
  const task = sampleWeek({
    places: ['square', 'station'].map((id) => ({
      id,
      windows: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 20, to: 26, doses: 1 }],
    })),
    shifts: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: 20, hours: 6, officers: [2] })),
  });
  const focused = { ...task, focus: [focusOn('square', '2026-11-19')] };
  const weights = (of: typeof task, id: string) =>
    of.shifts.map((shift) => {
      const { problem } = buildPlanningTask(shiftInput(of, shift, new Map()));
      return problem.hotspots.find((spot) => spot.id === id)?.windows[0]?.weight ?? 0;
    });
  const plain = weights(task, 'square');
  const gains = weights(focused, 'square').map((weight, day) => weight / (plain[day] ?? 1));
  expect(gains.map((gain) => Math.round(gain * 10) / 10)).toEqual([1.6, 1.6, 1.6, 1, 1, 1, 1]);
  expect(weights(focused, 'station')).toEqual(weights(task, 'station'));
  expect(focusedOn(focused.focus, '2026-11-26')).toEqual([]);
});
