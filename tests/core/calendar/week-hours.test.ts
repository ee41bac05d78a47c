import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '#core/calendar/interval.ts';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { chosenCells, chosenDays, chosenSpans } from '#core/calendar/week-hours.ts';
import { utc } from '../instant.ts';

const MINUTE = 60_000;
const hour = fc.integer({ min: 0, max: 23 });
const choice = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
  fromHour: hour,
  toHour: hour,
});

describe('hours that are chosen', () => {
  it('of Friday 22–02 are those of the night that begins on Friday', () => {
    const friday = { weekdays: [5], fromHour: 22, toHour: 2 };
    const week = spanOfPeriod(SWEDISH_RULES, { from: '2026-11-23', to: '2026-11-29' });
    expect(chosenSpans(friday, week, SWEDISH_RULES)).toEqual([
      { from: utc('2026-11-27T21:00Z'), to: utc('2026-11-28T01:00Z') },
    ]);
  });

  it('are the same as spans and as cells, on nights when clocks change too', () => {
    const spans = [
      { from: '2026-10-23', to: '2026-10-26' },
      { from: '2026-03-27', to: '2026-03-30' },
    ].map((days) => spanOfPeriod(SWEDISH_RULES, days));
    fc.assert(
      fc.property(choice, fc.constantFrom(...spans), (chosen, within) => {
        const cells = chosenCells(chosen, SWEDISH_RULES);
        const inside = chosenSpans(chosen, within, SWEDISH_RULES);
        for (let at = within.from; at < within.to; at += 15 * MINUTE) {
          const isInside = inside.some((span) => contains(span, at));
          expect(isInside).toBe(cells[weekHourOf(SWEDISH_RULES, at)]);
        }
      }),
    );
  });

  it('from an hour to the same hour are all day', () => {
    const cells = chosenCells({ weekdays: [1], fromHour: 9, toHour: 9 }, SWEDISH_RULES);
    expect(cells.filter(Boolean)).toHaveLength(24);
  });
});

it('days that have begun are counted by weekday', () => {
  const fortnight = spanOfPeriod(SWEDISH_RULES, { from: '2026-11-16', to: '2026-11-29' });
  const fridays = { weekdays: [5], fromHour: 0, toHour: 0 };
  expect(chosenDays(fridays, fortnight, SWEDISH_RULES)).toBe(2);
  expect(chosenDays(null, { ...fortnight, to: utc('2026-11-20T12:00Z') }, SWEDISH_RULES)).toBe(5);
});
