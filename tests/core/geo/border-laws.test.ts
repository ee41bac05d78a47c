import * as fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import { findInvalidity } from '#core/geo/jts.ts';
import { areaHa, perimeterM } from '#core/geo/measure.ts';
import { ANYWHERE, FLEN, polygon } from './shapes.ts';

const closed = (corners: Position[]): Position[] => [...corners, ...corners.slice(0, 1)];

/** Corners in all directions from Flen, one at each of many distances: simple by construction. */
const starCorners = fc
  .array(fc.double({ min: 0.0003, max: 0.004, noNaN: true }), { minLength: 3, maxLength: 60 })
  .map((radii) =>
    radii.map((radius, index): Position => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [FLEN[0] + 2 * radius * Math.cos(angle), FLEN[1] + radius * Math.sin(angle)];
    }),
  );

/** Rings on a coarse grid meet, touch and cross in every way that there is. */
const gridRing = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 3,
    maxLength: 7,
  })
  .map((points) => closed(points.map(([x, y]) => [16.58 + x / 3000, 59.05 + y / 3000])));
const gridPolygon = fc.array(gridRing, { minLength: 1, maxLength: 3 });

const taken = (geometry: unknown) => {
  const verdict = checkGeometry(geometry, ANYWHERE);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  return verdict;
};

describe('any border drawn as a star', () => {
  it('is taken and has an area', () => {
    fc.assert(
      fc.property(starCorners, (corners) => {
        expect(taken(polygon(closed(corners))).areaHa).toBeGreaterThan(0);
      }),
    );
  });

  it('is as large from whichever corner and in whichever direction it is drawn', () => {
    fc.assert(
      fc.property(starCorners, fc.nat(59), (corners, shift) => {
        const cut = shift % corners.length;
        const turned = [...corners.slice(cut), ...corners.slice(0, cut)].toReversed();
        const [one, other] = [taken(polygon(closed(corners))), taken(polygon(closed(turned)))];
        expect(other.areaHa).toBeCloseTo(one.areaHa, 9);
        expect(other.perimeterM).toBeCloseTo(one.perimeterM, 6);
      }),
    );
  });

  it('is never larger than a circle of its length', () => {
    fc.assert(
      fc.property(starCorners, (corners) => {
        const border = polygon(closed(corners));
        const circleHa = perimeterM(border) ** 2 / (4 * Math.PI) / 10_000;
        expect(areaHa(border)).toBeLessThan(circleHa);
      }),
    );
  });

  it('is refused as a bow-tie when two neighbouring corners change places', () => {
    const quadrilateral = starCorners.filter((corners) => corners.length === 4);
    fc.assert(
      fc.property(quadrilateral, ([a, b, c, d]) => {
        const verdict = checkGeometry(polygon(closed([a!, c!, b!, d!])), ANYWHERE);
        expect(verdict.ok ? [] : verdict.problems.map(({ code }) => code)).toEqual([
          'self-intersection',
        ]);
      }),
    );
  });
});

describe('any rings at all', () => {
  it('are judged without an error, and what is taken stays taken when sent again', () => {
    fc.assert(
      fc.property(fc.array(gridPolygon, { minLength: 1, maxLength: 3 }), (coordinates) => {
        const verdict = checkGeometry({ type: 'MultiPolygon', coordinates }, ANYWHERE);
        if (verdict.ok) {
          expect(findInvalidity(verdict.geometry)).toBeNull();
          expect(taken(verdict.geometry).geometry).toEqual(verdict.geometry);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are refused with each finding at a place that exists', () => {
    fc.assert(
      fc.property(gridPolygon, (coordinates) => {
        const geometry: Polygon = { type: 'Polygon', coordinates };
        const verdict = checkGeometry(geometry, ANYWHERE);
        for (const { path } of verdict.ok ? [] : verdict.problems) {
          expect(valueAt({ geometry }, path)).toBeDefined();
        }
      }),
    );
  });
});

/** What a JSON pointer points to. */
function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document);
}
