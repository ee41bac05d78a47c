import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import { areaHa } from '#core/geo/measure.ts';
import { splitPolygon } from '#core/geo/split-polygon.ts';
import type { HotSpotGeometry, LonLat } from '#core/model.ts';
import { ANYWHERE, box, holeBox, multiPolygon, polygon, ring } from './shapes.ts';

/** A line through points of the drawing grid. */
const line = (...points: [number, number][]): LonLat[] =>
  points.map(([x, y]) => [16.58 + x / 1000, 59.05 + y / 1000]);

const square = polygon(box(0, 0, 4, 4));
const straightThrough = line([1, -1], [1, 5]);

function partsOf(geometry: HotSpotGeometry, cut: LonLat[]) {
  const split = splitPolygon(geometry, cut);
  if (!split.ok) throw new Error(split.code);
  return split.parts;
}

const totalHa = (parts: readonly HotSpotGeometry[]) =>
  parts.reduce((sum, part) => sum + areaHa(part), 0);

describe('splitting a hot spot', () => {
  it('makes two that are together as large as the one', () => {
    const parts = partsOf(square, straightThrough);
    expect(parts).toHaveLength(2);
    expect(totalHa(parts)).toBeCloseTo(areaHa(square), 4);
  });

  it('makes three where the line goes through twice', () => {
    const twice = line([1, -1], [1, 5], [3, 5], [3, -1]);
    expect(partsOf(square, twice)).toHaveLength(3);
  });

  it('leaves a hole in the part where it lies', () => {
    const parts = partsOf(polygon(box(0, 0, 4, 4), holeBox(2, 1, 3, 2)), straightThrough);
    const withHole = parts.filter(({ coordinates }) => coordinates.length === 2);
    expect([parts.length, withHole.length]).toEqual([2, 1]);
  });

  it('opens a hole that the line goes through', () => {
    const ringShaped = polygon(box(0, 0, 4, 4), holeBox(1, 1, 3, 3));
    const parts = partsOf(ringShaped, line([2, -1], [2, 5]));
    expect(parts.map(({ coordinates }) => coordinates.length)).toEqual([1, 1]);
    expect(totalHa(parts)).toBeCloseTo(areaHa(ringShaped), 4);
  });

  it('cuts each polygon of several that the line goes through', () => {
    const two = multiPolygon([box(0, 0, 4, 1)], [box(0, 2, 4, 3)]);
    expect(partsOf(two, straightThrough)).toHaveLength(4);
    expect(partsOf(two, line([1, -1], [1, 1.5]))).toHaveLength(3);
  });

  it('is refused for a line that is a point', () => {
    expect(splitPolygon(square, line([1, 1], [1, 1]))).toEqual({
      ok: false,
      code: 'line-too-short',
    });
    expect(splitPolygon(square, [])).toEqual({ ok: false, code: 'line-too-short' });
  });

  it.each([
    ['ends inside', line([1, -1], [1, 2]), 'line-ends-inside'],
    ['passes by', line([5, -1], [5, 5]), 'line-does-not-cut'],
    ['runs along the border', line([0, -1], [0, 5]), 'line-does-not-cut'],
    ['touches a corner', line([-1, 1], [1, -1]), 'line-does-not-cut'],
  ])('is refused for a line that %s', (_, cut, code) => {
    expect(splitPolygon(square, cut)).toEqual({ ok: false, code });
  });

  it('is refused for a line that ends in a hole', () => {
    const ringShaped = polygon(box(0, 0, 4, 4), holeBox(1, 1, 3, 3));
    expect(splitPolygon(ringShaped, line([2, -1], [2, 2]))).toEqual({
      ok: false,
      code: 'line-does-not-cut',
    });
  });

  it('gives parts that are taken as borders and lose no ground, wherever the line goes', () => {
    const comb = polygon(
      ring([0, 0], [8, 0], [8, 4], [7, 4], [6, 1], [5, 4], [4, 1], [3, 4], [2, 1], [1, 4]),
    );
    const end = fc.double({ min: -2, max: 10, noNaN: true });
    fc.assert(
      fc.property(end, end, (from, to) => {
        const split = splitPolygon(comb, line([from, -1], [to, 5]));
        const parts = split.ok ? split.parts : [];
        for (const part of parts) expect(checkGeometry(part, ANYWHERE).ok).toBe(true);
        if (split.ok) expect(totalHa(parts)).toBeCloseTo(areaHa(comb), 2);
      }),
    );
  });
});
