/** Random weeks of one hot spot: windows, plans and visits in whole minutes, around nights that matter. */
import * as fc from 'fast-check';
import { addDays } from '#core/calendar/calendar-date.ts';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import type { CoverageInput } from '#core/dosage/coverage-input.ts';
import type { LoggedVisit } from '#core/dosage/presence.ts';
import { LOSS_REASONS, type TimeWindow, VISIT_SOURCES } from '#core/model.ts';

const MINUTE = 60_000;

/** Five operational days: both nights when clocks change, a new month, a new year. */
export const SCENES = ['2026-03-27', '2026-10-23', '2026-11-28', '2025-12-30'] as const;
const DAYS = 5;

const clock = fc
  .integer({ min: 0, max: 95 })
  .map((quarters) => `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`);
const two = (part: number) => String(part).padStart(2, '0');

const demand = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  start: clock,
  end: clock,
  doses: fc.integer({ min: 1, max: 3 }),
  countsFromMin: fc.integer({ min: 1, max: 15 }),
  ceilingMin: fc.integer({ min: 15, max: 25 }),
});
type Demand = typeof demand extends fc.Arbitrary<infer T> ? T : never;

const asWindow = (fields: Demand, id: string): TimeWindow => ({
  id,
  hotSpotId: 'R1',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  dwellMin: 15,
  minGapMin: 60,
  crew: 2,
  ...fields,
});

function windowsFrom(first: string) {
  const edge = fc.option(fc.integer({ min: 0, max: DAYS }).map((days) => addDays(first, days)));
  return fc
    .array(fc.record({ demand, inForce: fc.record({ from: edge, to: edge }) }), { maxLength: 4 })
    .map((windows) =>
      windows.map(({ demand, inForce }, index) => ({
        window: asWindow(demand, `window-${index}`),
        inForce,
      })),
    );
}

const slotIds = ['slot-0', 'slot-1', 'slot-2', 'slot-3', 'slot-4'];

/** Minutes from the start of the span, a little beyond both ends too. */
const minuteOf = (from: number) =>
  fc.integer({ min: -180, max: DAYS * 1440 + 180 }).map((minutes) => from + minutes * MINUTE);

function slotsFrom(from: number) {
  const slot = fc.record({
    startsAt: minuteOf(from),
    length: fc.integer({ min: 10, max: 25 }),
    loss: fc.option(fc.constantFrom(...LOSS_REASONS)),
  });
  return fc.array(slot, { maxLength: slotIds.length }).map((slots) =>
    slots.map(({ startsAt, length, loss }, index) => ({
      slotId: slotIds[index]!,
      startsAt,
      endsAt: startsAt + length * MINUTE,
      loss,
    })),
  );
}

const presence = fc.record({
  length: fc.option(fc.integer({ min: 1, max: 45 }), { freq: 20 }),
  patrolId: fc.constantFrom('31-1410', '31-1420', null),
  slotId: fc.constantFrom(null, null, ...slotIds),
  officers: fc.integer({ min: 1, max: 4 }),
  source: fc.constantFrom(...VISIT_SOURCES),
  late: fc.boolean(),
});
type Presence = typeof presence extends fc.Arbitrary<infer T> ? T : never;

const asVisit = ({ length, ...fields }: Presence, startedAt: number): Omit<LoggedVisit, 'id'> => ({
  hotSpotId: 'R1',
  startedAt,
  endedAt: length === null ? null : startedAt + length * MINUTE,
  voided: false,
  ...fields,
});

/** One visit, or two by one patrol with a short exit between them. */
function visitsFrom(from: number) {
  const group = fc
    .record({ start: minuteOf(from), first: presence, again: fc.option(presence), exit: fc.nat(5) })
    .map(({ start, first, again, exit }) => {
      const visit = asVisit(first, start);
      if (again === null) return [visit];
      const { patrolId } = first;
      return [
        visit,
        asVisit({ ...again, patrolId }, start + ((first.length ?? 10) + exit) * MINUTE),
      ];
    });
  return fc
    .array(group, { maxLength: 12 })
    .map((groups) =>
      groups
        .flat()
        .map((visit, index) =>
          Object.assign(visit, { id: `visit-${two(index)}`, voided: index % 11 === 10 }),
        ),
    );
}

const hour = fc.integer({ min: 0, max: 23 });

/** Some weekdays and hours, over midnight and over the start of the day too. */
const weekHours = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
  fromHour: hour,
  toHour: hour,
});

export const history: fc.Arbitrary<CoverageInput> = fc.constantFrom(...SCENES).chain((first) => {
  const span = spanOfPeriod(SWEDISH_RULES, { from: first, to: addDays(first, DAYS - 1) });
  const anyInput = fc.record({
    span: fc.constant(span),
    rules: fc.constant(SWEDISH_RULES),
    windows: windowsFrom(first),
    slots: slotsFrom(span.from),
    visits: visitsFrom(span.from),
    hours: fc.option(weekHours),
    now: fc.oneof(minuteOf(span.from), fc.constant(span.to + 3 * 1440 * MINUTE)),
  });
  // A visit that starts this very instant has no minute to count it by.
  return anyInput.map((input) => withoutInstant(input));
});

const withoutInstant = (input: CoverageInput): CoverageInput => ({
  ...input,
  visits: input.visits.filter((visit) => visit.startedAt !== input.now),
});
