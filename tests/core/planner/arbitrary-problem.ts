/** Small problems of every kind for laws: repeats, calls, crews, lone minutes, walks that are longer than their detours. */

import * as fc from 'fast-check';
import type { PlanningProblem, ProblemHotSpot, ProblemPatrol } from '#core/planner/problem.ts';

const DAY_START = 1080;

const windowOf = fc
  .record({
    open: fc.integer({ min: DAY_START - 60, max: DAY_START + 300 }),
    length: fc.integer({ min: 1, max: 300 }),
    target: fc.integer({ min: 0, max: 3 }),
    weight: fc.integer({ min: 0, max: 60 }),
    crew: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ length, ...window }) => ({ ...window, close: window.open + length }));

const takenVisit = fc.record({
  start: fc.integer({ min: DAY_START - 100, max: DAY_START + 400 }),
  dwell: fc.option(fc.integer({ min: 5, max: 40 }), { nil: undefined }),
});

const hotSpot = (id: number, places: number): fc.Arbitrary<ProblemHotSpot> =>
  fc.record({
    id: fc.constant(`H${id}`),
    place: fc.nat(places - 1),
    dwell: fc.integer({ min: 10, max: 30 }),
    spacing: fc.integer({ min: 0, max: 90 }),
    lastStart: fc.option(fc.integer({ min: 900, max: 1100 }), { nil: undefined }),
    taken: fc.option(fc.array(takenVisit, { maxLength: 3 }), { nil: undefined }),
    maxDoses: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    windows: fc.array(windowOf, { minLength: 1, maxLength: 3 }),
  });

const callOf = fc
  .record({
    start: fc.integer({ min: DAY_START - 60, max: DAY_START + 400 }),
    length: fc.integer({ min: 5, max: 120 }),
  })
  .map(({ start, length }) => ({ start, end: start + length }));

const minutesBetween = (places: number): fc.Arbitrary<number[][]> =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: places, maxLength: places }), {
      minLength: places,
      maxLength: places,
    })
    .map((rows) => rows.map((row, i) => row.map((minutes, j) => (i === j ? 0 : minutes))));

const patrol = (id: number, places: number): fc.Arbitrary<ProblemPatrol> =>
  fc
    .record({
      start: fc.integer({ min: DAY_START, max: DAY_START + 120 }),
      length: fc.integer({ min: 60, max: 420 }),
      from: fc.nat(places - 1),
      to: fc.nat(places - 1),
      hasBreak: fc.boolean(),
      maxBusy: fc.option(fc.integer({ min: 60, max: 300 }), { nil: undefined }),
      unavailable: fc.array(callOf, { maxLength: 2 }),
      crew: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      legs: fc.option(minutesBetween(places), { nil: undefined }),
    })
    .map(({ length, hasBreak, ...one }) => ({
      ...one,
      id: `P${id}`,
      end: one.start + length,
      break: hasBreak
        ? { dur: 20, earliest: one.start + 20, latest: one.start + length - 30 }
        : null,
    }));

/** Problems without locked visits. Some have calls that leave no room for a break: `lockedConflicts` says so. */
export const arbitraryProblem: fc.Arbitrary<PlanningProblem> = fc
  .record({
    places: fc.integer({ min: 1, max: 5 }),
    spots: fc.integer({ min: 1, max: 6 }),
    patrols: fc.integer({ min: 1, max: 3 }),
    gamma: fc.constantFrom(0, 0.5, 0.6, 0.9, 1),
    beyond: fc.constantFrom(0, 0.3, 1),
  })
  .chain(({ places, spots, patrols, gamma, beyond }) =>
    fc.record({
      places: fc.constant(Array.from({ length: places }, (_, x) => ({ x, y: 0 }))),
      walk: minutesBetween(places),
      hotspots: fc.tuple(...Array.from({ length: spots }, (_, i) => hotSpot(i + 1, places))),
      patrols: fc.tuple(...Array.from({ length: patrols }, (_, i) => patrol(i + 1, places))),
      locked: fc.constant([]),
      gamma: fc.constant(gamma),
      beyond: fc.constant(beyond),
    }),
  );
