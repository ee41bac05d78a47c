/** The simulated nights of `npm run bench:year`: what the planner's rules promise holds when calls take nearly half of it. */
import { expect, test } from 'vitest';
import { seededRandom } from '#core/planner/random.ts';
import { nightOf, SHIFT_MIN } from '../../scripts/year/night.ts';
import { plannedNight } from '../../scripts/year/planned-night.ts';

const random = seededRandom(7);
const nights = Array.from({ length: 10 }, (_, day) =>
  plannedNight(nightOf(`2026-03-${day + 10}`), random),
);

test('no two visits to a place within the gap, however often the night is mended', () => {
  const apart = nights.flatMap(({ made }) =>
    made.flatMap(({ code, start }) =>
      made.filter((one) => one.code === code && one.start > start).map((one) => one.start - start),
    ),
  );
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(75);
});

test('what is lost to a call is tried again: more is tried than was planned at first', () => {
  const tried = nights.reduce((sum, { made, lost }) => sum + made.length + lost, 0);
  expect(tried).toBeGreaterThan(nights.length * 18);
});

test('no more than half of the patrols’ minutes is planned, and nothing after the shift', () => {
  expect(Math.max(...nights.map(({ load }) => load))).toBeLessThanOrEqual(0.5);
  const starts = nights.flatMap(({ made }) => made.map(({ start }) => start));
  expect(Math.max(...starts)).toBeLessThanOrEqual(SHIFT_MIN - 15);
});
