import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import { aVisit, aWindow } from './samples.ts';

const MINUTE = 60_000;
const at = (date: string, time: string) => instantOf(SWEDISH_RULES, date, time);
const FROM = at('2026-11-02', '06:00');
const TO = at('2026-11-30', '06:00');

const fridays = aWindow({ id: 'of-the-point', weekdays: [5], start: '20:00', end: '23:00' });
const saturdays = { ...fridays, id: 'another', weekdays: [6] };

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
      const visits = made.map(({ minute, length }, index) => {
        const startsAt = new Date(FROM + minute * MINUTE).toISOString();
        return aVisit(`visit-${index}`, startsAt, length, { patrolId: `patrol-${index}` });
      });
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
      const windows = [fridays, saturdays].map((one) => ({
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
    { numRuns: 200 },
  );
});
