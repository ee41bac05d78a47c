/** A quarter of an hour in which nobody has been seen for weeks draws the next visit. */
import { expect, test } from 'vitest';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { DAY_MIN } from '#core/planner/vary/hot-hours.ts';
import type { PastRoute } from '#core/planner/vary/past.ts';
import { addMissed } from '#core/planner/vary/unseen.ts';

const OPEN = 21 * 60;
const DWELL = 15;

const problem: PlanningProblem = {
  places: [{ x: 0, y: 0 }],
  walk: [[0]],
  hotspots: [
    {
      id: 'R1',
      place: 0,
      dwell: DWELL,
      spacing: 60,
      windows: [{ open: OPEN, close: OPEN + 60, target: 1, weight: 1 }],
    },
  ],
  patrols: [],
  gamma: 1,
  beyond: 0,
};

const seenAt = (...starts: readonly number[]): PastRoute[] => [
  { daysAgo: 3, isMade: true, visits: starts.map((start) => ({ hotspot: 'R1', start })) },
];

/** Minutes after the opening at which a visit costs more. */
function costly(past: readonly PastRoute[]): number[] {
  const starts = new Float64Array(DAY_MIN);
  addMissed(problem, past, starts, 1);
  return Array.from({ length: 60 }, (_, minute) => minute).filter(
    (minute) => starts[OPEN + minute],
  );
}

test('visits that leave the one unseen quarter unseen cost more', () => {
  const past = seenAt(OPEN, OPEN + 15, OPEN + 30);
  expect(costly(past)).toEqual(Array.from({ length: 31 }, (_, minute) => minute));
});

test('where all has been seen, or nothing is known, no start is dearer than another', () => {
  expect(costly(seenAt(OPEN + 10, OPEN + 25, OPEN + 40, OPEN))).toEqual([]);
  expect(costly([])).toEqual([]);
});
