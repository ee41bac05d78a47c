import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import type { LoggedVisit } from '#core/dosage/presence.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import type { TimeWindow } from '#core/model.ts';

const MINUTE = 60_000;
const at = (date: string, time: string) => instantOf(SWEDISH_RULES, date, time);
const FROM = at('2026-11-02', '06:00');
const TO = at('2026-11-30', '06:00');

const window = (id: string, weekdays: number[], start: string, end: string): TimeWindow => ({
  id,
  hotSpotId: 'R1',
  weekdays,
  start,
  end,
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: 2,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
});
const OF_THE_POINT = window('of-the-point', [5], '20:00', '23:00');
const ANOTHER = window('another', [6], '20:00', '23:00');

const visit = (index: number, from: number, minutes: number): LoggedVisit => ({
  id: `visit-${index}`,
  hotSpotId: 'R1',
  patrolId: `patrol-${index}`,
  slotId: null,
  startedAt: from,
  endedAt: from + minutes * MINUTE,
  officers: 2,
  source: 'manual',
  late: false,
  voided: false,
});

const anyVisits = fc.array(
  fc.record({
    minute: fc.integer({ min: 0, max: 28 * 1440 - 60 }),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 60 },
);

/** The four Fridays' windows with their hours written out. */
const FRIDAYS = ['2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27'].map((date) => ({
  opens: at(date, '20:00'),
  closes: at(date, '23:00'),
}));

it('the doses of a point’s window are those visits of ten minutes that lie at least half in it', () => {
  fc.assert(
    fc.property(anyVisits, (made) => {
      const visits = made.map(({ minute, length }, index) =>
        visit(index, FROM + minute * MINUTE, length),
      );
      let slow = 0;
      for (const { minute, length } of made) {
        const from = FROM + minute * MINUTE;
        let inside = 0;
        for (let step = 0; step < length; step += 1) {
          const now = from + step * MINUTE;
          if (FRIDAYS.some(({ opens, closes }) => opens <= now && now < closes)) inside += 1;
        }
        if (length >= 10 && inside * 2 >= length) slow += 1;
      }
      const windows = [OF_THE_POINT, ANOTHER].map((one) => ({
        window: one,
        inForce: { from: '2026-11-02', to: null },
      }));
      const input = {
        span: { from: FROM, to: TO },
        now: TO,
        rules: SWEDISH_RULES,
        windows,
        hours: null,
        slots: [],
        visits,
      };
      const { byWindow } = summariseBlock(input);
      expect(byWindow.find(({ windowId }) => windowId === 'of-the-point')).toEqual({
        windowId: 'of-the-point',
        promised: 8,
        delivered: slow,
      });
    }),
  );
});
