import { expect, test } from 'vitest';
import { type DosesOfDay, dotsOf } from '../../../web/week/dots.ts';

const planned = (count: number): DosesOfDay['planned'] =>
  Array.from({ length: count }, (_, index) => ({
    shiftId: 'shift',
    slotId: `slot ${index}`,
    startsAt: 0,
    endsAt: 1,
  }));

test('a day’s doses come in the order made, planned, missing', () => {
  expect(dotsOf({ made: 1, planned: planned(1), wanted: 3 })).toEqual([
    'made',
    'planned',
    'wanted',
  ]);
});

test('a day with more than it wants misses nothing', () => {
  expect(dotsOf({ made: 0, planned: planned(2), wanted: 1 })).toEqual(['planned', 'planned']);
});
