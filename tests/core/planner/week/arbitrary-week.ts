/** Weeks of every kind for laws: shifts that overlap, windows that several of them see, pins, drafts, plans that stand. */
import * as fc from 'fast-check';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import {
  at,
  doseAt,
  HOUR,
  planWith,
  type SamplePlace,
  type SampleShift,
  type SampleWindow,
  sampleWeek,
  visitOf,
} from './sample-week.ts';

const window: fc.Arbitrary<SampleWindow> = fc
  .record({
    days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 2 }),
    from: fc.integer({ min: 8, max: 22 }),
    hours: fc.integer({ min: 1, max: 8 }),
    doses: fc.integer({ min: 1, max: 3 }),
    dwellMin: fc.constantFrom(12, 15, 20),
    gapMin: fc.constantFrom(30, 60, 90),
    crew: fc.constantFrom(1, 2, 3),
  })
  .map(({ hours, ...one }) => ({ ...one, to: one.from + hours }));

const place = (id: string): fc.Arbitrary<SamplePlace> =>
  fc.record({
    id: fc.constant(id),
    priority: fc.constantFrom(1, 2, 3, 4, 5),
    wantedGapHours: fc.constantFrom(24, 48, 96),
    windows: fc.array(window, { minLength: 1, maxLength: 2 }),
  });

const shift = fc.record({
  day: fc.integer({ min: 0, max: 6 }),
  from: fc.integer({ min: 7, max: 21 }),
  hours: fc.integer({ min: 3, max: 10 }),
  officers: fc.array(fc.constantFrom(2, 3), { minLength: 0, maxLength: 2 }),
  kind: fc.constantFrom('none', 'none', 'draft', 'published'),
  visits: fc.array(
    fc.record({
      place: fc.nat(2),
      afterMin: fc.integer({ min: 10, max: 170 }),
      pinned: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});

const PLACES = ['A', 'B', 'C'];

/** Of two shifts that begin alike one is left: they would share an id. */
export const arbitraryWeek: fc.Arbitrary<WeekTask> = fc
  .record({
    places: fc.tuple(...PLACES.map(place)),
    shifts: fc.uniqueArray(shift, {
      minLength: 1,
      maxLength: 5,
      selector: ({ day, from }) => day * 24 + from,
    }),
    now: fc.constantFrom(at(0, 5), at(2, 12)),
    walkMin: fc.constantFrom(2, 6, 15),
    made: fc.array(fc.record({ place: fc.nat(2), hoursAgo: fc.integer({ min: 1, max: 100 }) }), {
      maxLength: 4,
    }),
  })
  .map(({ shifts, made, ...rest }) =>
    sampleWeek({
      ...rest,
      shifts: [...shifts].sort((a, b) => a.day - b.day || a.from - b.from).map(sampleShift),
      made: made.map((one) => doseAt(PLACES[one.place] ?? '', rest.now - one.hoursAgo * HOUR)),
    }),
  );

type Drawn = typeof shift extends fc.Arbitrary<infer S> ? S : never;

function sampleShift({ kind, visits, ...one }: Drawn): SampleShift {
  if (kind === 'none' || one.officers.length === 0) return one;
  const own = visits.map(({ place: p, afterMin, pinned }) =>
    visitOf(one, PLACES[p] ?? '', at(one.day, one.from, afterMin), { pinned }),
  );
  return { ...one, plan: planWith(kind === 'draft' ? 'draft' : 'published', own) };
}
