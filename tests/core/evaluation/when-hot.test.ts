/** Hours held against minute-by-minute counting; a window's move against what it says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
import { openHours, shareCaught, suggestMove, weekHours } from '#core/evaluation/when-hot.ts';
import { randomIncidents } from '../../support/sample-incidents.ts';

const SPAN = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2026-06-01T00:00:00Z') };
const MINUTE = 60_000;

const sum = (cells: Float64Array) => cells.reduce((all, one) => all + one, 0);

describe('when it is hot', () => {
  it('is what counting minute by minute gives, spans of time shared out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const incidents = randomIncidents(seed, 25, SPAN);
        const slow = new Float64Array(168);
        const add = (cell: number, weight: number) => {
          slow[cell] = (slow[cell] ?? 0) + weight;
        };
        for (const { from, to, count } of incidents) {
          if (to === null) add(weekHourOf(SWEDISH_RULES, from), count);
          else
            for (let at = from; at < to; at += MINUTE)
              if (at < SPAN.to) add(weekHourOf(SWEDISH_RULES, at), (count * MINUTE) / (to - from));
        }
        const fast = weekHours(SWEDISH_RULES, incidents, SPAN);
        for (const [cell, weight] of fast.entries()) expect(weight).toBeCloseTo(slow[cell] ?? 0, 8);
      }),
      { numRuns: 200 },
    );
  });

  it('knows a window over midnight by the operational day that it begins on', () => {
    const open = openHours(SWEDISH_RULES, [{ weekdays: [5], start: '20:30', end: '01:30' }]);
    const friday = 4 * 24;
    expect(open[friday + 14]).toBe(0.5);
    expect(open[friday + 19]).toBe(0.5);
    expect(sum(open)).toBe(5);
  });

  const windows = [{ id: 'w', weekdays: [1, 2, 3, 4, 5, 6, 7], start: '21:00', end: '23:00' }];
  const evenings = (hour: number, count: number) => {
    const cells = new Float64Array(168);
    for (let day = 0; day < 7; day += 1) cells[day * 24 + hour - 6] = count / 7;
    return cells;
  };

  it('suggests the hour that caught most before, where it catches more afterwards too', () => {
    const found = suggestMove(SWEDISH_RULES, windows, evenings(17, 70), evenings(17, 70));
    expect(found).toMatchObject({ known: true, now: 0, move: { windowId: 'w', after: 1 } });
  });

  it('suggests nothing where the months held out do not bear it out', () => {
    const found = suggestMove(SWEDISH_RULES, windows, evenings(17, 70), evenings(22, 70));
    expect(found).toEqual({ known: true, now: 1, move: null });
  });

  it('cannot know from fewer than fifty incidents, nor without windows', () => {
    const few = suggestMove(SWEDISH_RULES, windows, evenings(17, 49), evenings(17, 70));
    expect(few).toMatchObject({ known: false, reason: 'too-few', earlier: 49 });
    const none = suggestMove(SWEDISH_RULES, [], evenings(17, 70), evenings(17, 70));
    expect(none).toMatchObject({ known: false, reason: 'no-windows' });
    expect(shareCaught(new Float64Array(168), openHours(SWEDISH_RULES, windows))).toBe(0);
  });
});
