import { describe, expect, it } from 'vitest';
import { contains } from '#core/geo/contains.ts';
import { labelPoint } from '#core/geo/label-point.ts';
import { box, holeBox, multiPolygon, polygon, ring } from './shapes.ts';

describe('the point where the code is written', () => {
  it('is the middle of a plain border', () => {
    const [lon, lat] = labelPoint(polygon(box(0, 0, 2, 2)));
    expect(lon).toBeCloseTo(16.581, 6);
    expect(lat).toBeCloseTo(59.051, 6);
  });

  it.each([
    ['round a corner', polygon(ring([0, 0], [8, 0], [8, 1], [1, 1], [1, 8], [0, 8]))],
    ['with a hole in the middle', polygon(box(0, 0, 4, 4), holeBox(1, 1, 3, 3))],
    ['in two parts', multiPolygon([box(0, 0, 1, 1)], [box(5, 5, 6, 6)])],
  ])('lies inside a border %s', (_, geometry) => {
    expect(contains(geometry, labelPoint(geometry))).toBe(true);
  });
});

describe('a point', () => {
  const withHole = polygon(box(0, 0, 4, 4), holeBox(1, 1, 3, 3));
  it('lies in the border inside and on its line', () => {
    expect(contains(withHole, [16.5805, 59.0505])).toBe(true);
    expect(contains(withHole, [16.58, 59.05])).toBe(true);
  });

  it('does not in a hole or beside', () => {
    expect(contains(withHole, [16.582, 59.052])).toBe(false);
    expect(contains(withHole, [16.59, 59.052])).toBe(false);
  });
});
