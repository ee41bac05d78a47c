/** A wanted gap of ten hours and a window from 20 to 24, in hours; a dose lasts a quarter. */
import { expect, test } from 'vitest';
import { breaksGap } from '#core/planner/week/gap-breaks.ts';

const WINDOW = { opens: 20, closes: 24 };
const dose = (from: number) => ({ from, to: from + 0.25 });

test.each([
  ['no dose was ever made', [], false],
  ['the first dose ever is in the window', [21], false],
  ['the gap lasts until after the window', [14.5], false],
  ['the gap lasts until it closes, to the minute', [13.75], false],
  ['it runs out in the window, and a dose comes in time', [11, 21], false],
  ['it runs out in the window, and the dose comes later', [11, 22], true],
  ['it runs out in the window, and none comes', [11], true],
  ['it ran out before the window, which answers it', [2, 23], false],
  ['it ran out before the window, and none comes in it', [2], true],
  ['it ran out before the window, and the dose comes after it', [2, 25], true],
])('where %s', (_what, starts, isBroken) => {
  expect(breaksGap(WINDOW, starts.map(dose), 10)).toBe(isBroken);
});

test('a long window may break it between two of its own doses, and after the last', () => {
  const day = { opens: 6, closes: 30 };
  const all = (...starts: number[]) => breaksGap(day, starts.map(dose), 10);
  expect(all(1, 10, 20)).toBe(false);
  expect(all(1, 8, 20)).toBe(true);
  expect(all(1, 8, 17)).toBe(true);
});
