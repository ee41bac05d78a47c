/** The times of a phone whose clock is off, put right when it reaches the server. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftSkew, TRUSTED_WITHIN_MS } from '#core/calendar/clock-skew.ts';

const NOON = Date.parse('2026-11-27T12:00:00Z');
const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;

const truth = fc.record({
  pressedAt: fc.integer({ min: NOON - 10 * HOUR, max: NOON }),
  /** How far the server is ahead of the phone. */
  off: fc.integer({ min: -30 * 24 * HOUR, max: 30 * 24 * HOUR }),
  way: fc.integer({ min: 0, max: 20_000 }),
});

describe('a phone that has never met the server', () => {
  test('gets its times right to within the way to the server and what is trusted', () => {
    fc.assert(
      fc.property(truth, ({ pressedAt, off, way }) => {
        const press = { madeAt: pressedAt - off, sentAt: NOON - way - off, skewMs: null };
        const told = press.madeAt + leftSkew(press, NOON);
        expect(Math.abs(told - pressedAt)).toBeLessThanOrEqual(TRUSTED_WITHIN_MS + way);
      }),
    );
  });

  test.each([FIVE_MINUTES, -FIVE_MINUTES])('is %i ms off for the whole shift', (off) => {
    const press = { madeAt: NOON - 8 * HOUR - off, sentAt: NOON - off, skewMs: null };
    expect(press.madeAt + leftSkew(press, NOON)).toBe(NOON - 8 * HOUR);
  });
});

describe('a phone that has measured its clock', () => {
  test('is taken at its word when the clock has kept time since', () => {
    fc.assert(
      fc.property(truth, ({ pressedAt, off, way }) => {
        const press = { madeAt: pressedAt - off, sentAt: NOON - way - off, skewMs: off };
        expect(leftSkew(press, NOON)).toBe(0);
      }),
    );
  });

  test('is put right when the clock has gone wrong since it was measured', () => {
    const press = { madeAt: NOON - HOUR - FIVE_MINUTES, sentAt: NOON - FIVE_MINUTES, skewMs: 0 };
    expect(leftSkew(press, NOON)).toBe(FIVE_MINUTES);
  });
});

test('nothing is pressed more than a minute after it arrived, also where the clock was set back in between', () => {
  fc.assert(
    fc.property(truth, fc.integer({ min: -24 * HOUR, max: 24 * HOUR }), (at, setBy) => {
      const sentAt = NOON - at.way - at.off + setBy;
      const press = { madeAt: at.pressedAt - at.off, sentAt, skewMs: null };
      expect(press.madeAt + leftSkew(press, NOON)).toBeLessThanOrEqual(NOON + TRUSTED_WITHIN_MS);
    }),
  );
});

test('one correction moves all times of an item alike: what lasted a quarter still does', () => {
  const press = { madeAt: NOON, sentAt: NOON + 9 * HOUR, skewMs: 0 };
  expect(leftSkew(press, NOON)).toBe(leftSkew({ ...press }, NOON));
  expect(leftSkew(press, NOON)).toBe(-9 * HOUR);
});
