import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceM } from '#core/geo/measure.ts';
import type { LonLat } from '#core/model.ts';
import { walkingRoute } from '#core/walking/walking-route.ts';
import { DETOUR, walksBetween } from '#core/walking/walking-times.ts';
import { at, block, town } from './small-town.ts';

/** A flat plane in place of the ellipsoid, over 2 km: parts in ten thousand. */
const ROUNDING = 1.003;

const coordinate = fc.integer({ min: -800, max: 800 });
const spot = fc.tuple(coordinate, coordinate);

/** Streets in all directions, in one part or several. */
const anyTown = fc
  .array(fc.array(spot, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((streets) => town(...streets));
/** A walkable grid: any place in it is near a street, and all streets hang together. */
const grid = town(
  ...[-800, -400, 0, 400, 800].flatMap((i) => {
    const along = [-800, -400, 0, 400, 800];
    return [along.map((j) => [i, j] as const), along.map((j) => [j, i] as const)];
  }),
);

const length = (route: readonly LonLat[]) =>
  route.slice(1).reduce((sum, to, i) => sum + distanceM(route[i]!, to), 0);

const anyPlace = fc.oneof(
  spot.map(([east, north]) => ({ lonLat: at(east, north) })),
  spot.map(([east, north]) => ({ geometry: block(east, north, east + 90, north + 60) })),
);

test('it is as far back as there', () => {
  fc.assert(
    fc.property(anyTown, fc.array(anyPlace, { minLength: 2, maxLength: 5 }), (network, places) => {
      const walks = walksBetween(network, places);
      for (const [i, row] of walks.entries()) {
        for (const [j, { metres, method }] of row.entries()) {
          expect(metres).toBeCloseTo(walks[j]![i]!.metres, 3);
          expect(method).toBe(i === j ? method : walks[j]![i]!.method);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('no walk between two points is shorter than the straight line', () => {
  fc.assert(
    fc.property(anyTown, spot, spot, (network, from, to) => {
      const [a, b] = [at(...from), at(...to)];
      const { metres } = walksBetween(network, [{ lonLat: a }, { lonLat: b }])[0]![1]!;
      expect(metres * ROUNDING + 0.1).toBeGreaterThanOrEqual(distanceM(a, b));
    }),
    { numRuns: 200 },
  );
});

test('no detour by a third point is a shortcut', () => {
  fc.assert(
    fc.property(spot, spot, spot, (...spots) => {
      const walks = walksBetween(
        grid,
        spots.map((one) => ({ lonLat: at(...one) })),
      );
      const [direct, first, second] = [walks[0]![2]!, walks[0]![1]!, walks[1]![2]!];
      expect(direct.metres).toBeLessThanOrEqual((first.metres + second.metres) * ROUNDING + 0.1);
    }),
    { numRuns: 200 },
  );
});

test('the line drawn between two points is as long as the walk that is reckoned with', () => {
  fc.assert(
    fc.property(anyTown, spot, spot, (network, from, to) => {
      const places = [{ lonLat: at(...from) }, { lonLat: at(...to) }] as const;
      const { metres, method } = walksBetween(network, places)[0]![1]!;
      const drawn = length(walkingRoute(network, ...places));
      const said = method === 'straight' ? metres / DETOUR : metres;
      expect(Math.abs(drawn - said)).toBeLessThan(said * 0.003 + 0.5);
    }),
    { numRuns: 200 },
  );
});
