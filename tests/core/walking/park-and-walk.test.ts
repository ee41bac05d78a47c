import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAR_ON_FOOT, PARKING, parkAndWalk } from '#core/walking/park-and-walk.ts';

/** Places along a road, in minutes' walk from its beginning; by car it takes a sixth. */
const along = (...minutes: number[]) => {
  const table = (pace: number) =>
    minutes.map((a) => minutes.map((b) => Math.ceil(Math.abs(a - b) / pace)));
  return { walk: table(1), drive: table(6) };
};
const legs = (base: number, ...minutes: number[]) => {
  const { walk, drive } = along(...minutes);
  return parkAndWalk(walk, drive, base);
};

describe('a patrol with a car', () => {
  test('walks where the way is short', () => {
    expect(legs(0, 0, 5, 20)).toEqual(along(0, 5, 20).walk);
  });

  test('drives between clusters: from the car and to the car it walks', () => {
    // The station's cluster 0–10 with the base at 0; the school's 60–68–70, with the car at 68.
    const table = legs(0, 0, 10, 60, 68, 70);
    expect(table[1]?.[4]).toBe(10 + PARKING + Math.ceil(68 / 6) + 2);
    expect(table[2]?.[4]).toBe(10);
  });

  test('parks where it started, in that cluster', () => {
    expect(legs(1, 0, 10, 60)[0]?.[2]).toBe(10 + PARKING + Math.ceil(50 / 6));
    expect(legs(0, 0, 10, 60)[0]?.[2]).toBe(PARKING + 10);
  });

  test('has no way that is over an hour on foot take as long, however the places lie', () => {
    const places = fc.array(fc.nat(300), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(places, (minutes) => {
        const { walk } = along(...minutes);
        legs(0, ...minutes).forEach((row, from) =>
          row.forEach((leg, to) => {
            const onFoot = walk[from]?.[to] ?? 0;
            if (onFoot <= FAR_ON_FOOT) expect(leg).toBeLessThan(3 * FAR_ON_FOOT + PARKING + 4);
            if (onFoot > 65) expect(leg).toBeLessThan(onFoot);
          }),
        );
      }),
    );
  });
});
