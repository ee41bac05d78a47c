import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM } from '#core/geo/measure.ts';
import { fromSweref, toSweref } from '#core/geo/sweref.ts';

/** Trafikverket's station register, as given in flen/README.md: lat, lon, E, N. */
const STATIONS = [
  ['Flen', 59.056947, 16.585278, 590922, 6547472],
  ['Flens övre', 59.061554, 16.594873, 591460, 6547998],
  ['Sköldinge', 59.030244, 16.454154, 583467, 6544328],
  ['Skebokvarn', 59.065346, 16.717755, 598495, 6548595],
  ['Mellösa', 59.100848, 16.559648, 589338, 6552325],
  ['Silinge', 59.012317, 16.566559, 589965, 6542478],
  ['Katrineholm', 58.996512, 16.209184, 569475, 6540292],
] as const;

/** Check values of domain.md 2.4, to the decimetre: lat, lon, N, E. */
const CHECK_VALUES = [
  [59.0578, 16.5889, 6547571.9, 591127.4],
  [59, 15, 6540052.0, 500000.0],
] as const;

describe('SWEREF 99 TM', () => {
  it.each(STATIONS)('of %s station agrees with the register to the metre', (_, lat, lon, e, n) => {
    const { north, east } = toSweref([lon, lat]);
    expect(Math.hypot(north - n, east - e)).toBeLessThan(1);
    expect(distanceM(fromSweref({ north: n, east: e }), [lon, lat])).toBeLessThan(1);
  });

  it.each(CHECK_VALUES)('of %f N %f E agrees with the check value', (lat, lon, n, e) => {
    const { north, east } = toSweref([lon, lat]);
    expect(north).toBeCloseTo(n, 1);
    expect(east).toBeCloseTo(e, 1);
  });

  it('and back gives the same point within a millimetre, anywhere in Sweden', () => {
    const lon = fc.double({ min: 10.5, max: 24.5, noNaN: true });
    const lat = fc.double({ min: 55, max: 69.5, noNaN: true });
    fc.assert(
      fc.property(lon, lat, (lon, lat) => {
        expect(distanceM(fromSweref(toSweref([lon, lat])), [lon, lat])).toBeLessThan(0.001);
      }),
    );
  });
});
