import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, localTimeOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { sunsetOn } from '#core/calendar/sunset.ts';
import type { LonLat } from '#core/model.ts';

const FLEN: LonLat = [16.59, 59.06];
const STOCKHOLM: LonLat = [18.07, 59.33];
const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The sun's altitude in degrees by another road: the low-precision formulas of the Astronomical Almanac (page C5, good to
 * 0.01°) through right ascension and sidereal time.
 */
function altitude(at: number, [lon, lat]: LonLat): number {
  const rad = Math.PI / 180;
  const n = at / DAY - 10_957.5;
  const g = (357.528 + 0.9856003 * n) * rad;
  const longitude = (280.46 + 0.9856474 * n + 1.915 * Math.sin(g) + 0.02 * Math.sin(2 * g)) * rad;
  const tilt = (23.439 - 0.0000004 * n) * rad;
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(longitude), Math.cos(longitude));
  const declination = Math.asin(Math.sin(tilt) * Math.sin(longitude));
  const hourAngle = (280.46062 + 360.985647366 * n + lon) * rad - ascension;
  const sine =
    Math.sin(lat * rad) * Math.sin(declination) +
    Math.cos(lat * rad) * Math.cos(declination) * Math.cos(hourAngle);
  return Math.asin(sine) / rad;
}

/** The first minute after noon at which the sun's upper edge is below the horizon. */
function slowSunset(day: number, at: LonLat): number | null {
  for (let minute = 11 * 60; minute < 24 * 60; minute += 1) {
    const instant = day * DAY + minute * MINUTE;
    if (altitude(instant, at) < -0.833) return instant;
  }
  return null;
}

describe('sunset', () => {
  it.each([
    ['2026-12-21', '14:48'],
    ['2026-03-20', '18:02'],
    ['2026-06-21', '22:08'],
  ])('in Stockholm on %s is that of the almanac within two minutes', (date, told) => {
    const found = sunsetOn(dayNumber(date), STOCKHOLM) ?? 0;
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const off = minutes(localTimeOf(SWEDISH_RULES, found)) - minutes(told);
    expect(Math.abs(off)).toBeLessThanOrEqual(2);
  });

  it('is that of a minute-by-minute search with other formulas, from Ystad to Skellefteå', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2018-01-01'), max: dayNumber('2040-12-31') }),
        fc.double({ min: 55, max: 64.5, noNaN: true }),
        fc.double({ min: 11, max: 24, noNaN: true }),
        (day, lat, lon) => {
          const slow = slowSunset(day, [lon, lat]);
          if (slow === null) return;
          const found = sunsetOn(day, [lon, lat]) ?? 0;
          expect(Math.abs(found - slow)).toBeLessThan(4 * MINUTE);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is none while the midnight sun shines, nor in the polar night', () => {
    expect(sunsetOn(dayNumber('2026-06-21'), [20.2, 67.9])).toBeNull();
    expect(sunsetOn(dayNumber('2026-12-21'), [20.2, 67.9])).toBeNull();
  });

  it('in Flen in the middle of December is about three in the afternoon', () => {
    const found = sunsetOn(dayNumber('2026-12-13'), FLEN) ?? 0;
    expect(localTimeOf(SWEDISH_RULES, found)).toMatch(/^14:5\d$/);
  });
});
