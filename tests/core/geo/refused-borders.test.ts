import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import { box, holeBox, IN_FLEN, multiPolygon, polygon, ring } from './shapes.ts';

const problemsOf = (geometry: unknown) => {
  const verdict = checkGeometry(geometry, IN_FLEN);
  return verdict.ok ? [] : verdict.problems;
};
const codesOf = (geometry: unknown) => problemsOf(geometry).map(({ code }) => code);

describe('what is no area', () => {
  it.each(['Point', 'LineString', 'MultiPoint', 'GeometryCollection', 'FeatureCollection'])(
    'is said of a %s',
    (type) => {
      expect(problemsOf({ type })).toEqual([
        { code: 'not-an-area', path: '/geometry/type', values: { type } },
      ]);
    },
  );

  it.each([
    ['null', null, '/geometry', 'geometry'],
    ['a list', [], '/geometry', 'geometry'],
    ['an unknown type', { type: 'polygon' }, '/geometry/type', 'type'],
    ['no coordinates', { type: 'Polygon' }, '/geometry/coordinates', 'list'],
    ['a number for a ring', polygon(7 as never), '/geometry/coordinates/0', 'list'],
    ['a number for a position', polygon([7 as never]), '/geometry/coordinates/0/0', 'position'],
    ['a long position', polygon([[1, 2, 3, 4]]), '/geometry/coordinates/0/0', 'position'],
    ['a text', polygon([['16', 59] as never]), '/geometry/coordinates/0/0/0', 'number'],
  ])('is said at its place of %s', (_, geometry, path, wanted) => {
    expect(problemsOf(geometry)).toEqual([{ code: 'malformed', path, values: { wanted } }]);
  });

  it('is said of what has members that would make it something else', () => {
    const member = 'properties';
    expect(problemsOf({ ...polygon(box(0, 0, 2, 2)), properties: null })).toEqual([
      { code: 'forbidden-member', path: '/geometry/properties', values: { member } },
    ]);
  });

  it('is said of a box that is none', () => {
    expect(problemsOf({ ...polygon(box(0, 0, 2, 2)), bbox: [1, 2, 3] })).toEqual([
      { code: 'malformed', path: '/geometry/bbox', values: { wanted: 'bbox' } },
    ]);
  });

  it('is said of empty polygons', () => {
    expect(codesOf({ type: 'Polygon', coordinates: [] })).toEqual(['empty']);
    expect(codesOf({ type: 'MultiPolygon', coordinates: [[]] })).toEqual(['empty']);
  });

  it('is said of a coordinate that is not finite', () => {
    const [first] = problemsOf(polygon([[16.58, Infinity], ...box(0, 0, 2, 2)]));
    expect(first).toEqual({ code: 'not-finite', path: '/geometry/coordinates/0/0/1', values: {} });
  });

  it('is never told in more than 20 findings', () => {
    expect(codesOf(polygon(Array.from({ length: 500 }, () => [])))).toHaveLength(20);
  });
});

describe('a ring', () => {
  it('that is open is named and not closed behind the back', () => {
    const open = holeBox(1, 1, 2, 2).slice(0, -1);
    expect(problemsOf(polygon(box(0, 0, 4, 4), open))).toEqual([
      {
        code: 'ring-not-closed',
        path: '/geometry/coordinates/1/3',
        values: { polygon: 1, ring: 2 },
      },
    ]);
  });

  it('whose ends differ in elevation is open', () => {
    const [[lon, lat], ...rest] = box(0, 0, 2, 2) as [Position, ...Position[]];
    expect(codesOf(polygon([[lon!, lat!, 4.9], ...rest]))).toEqual(['ring-not-closed']);
  });

  it('with fewer than four positions is refused', () => {
    expect(problemsOf(polygon(ring([0, 0], [1, 1])))).toEqual([
      {
        code: 'too-few-positions',
        path: '/geometry/coordinates/0',
        values: { polygon: 1, ring: 1, positions: 3, wanted: 4 },
      },
    ]);
  });

  it('with fewer than four positions when repeated ones are left out is refused', () => {
    expect(codesOf(polygon(ring([0, 0], [0, 0], [1, 1], [1, 1])))).toEqual(['too-few-positions']);
  });

  it('without an inside is refused', () => {
    expect(codesOf(polygon(ring([0, 0], [1, 1], [2, 2])))).toEqual(['zero-area']);
  });

  it('of more than 2,000 vertices in all is refused', () => {
    const many = Array.from({ length: 2001 }, (): Position => [16.58, 59.05]);
    expect(codesOf(polygon(many))).toEqual(['too-many-vertices']);
  });

  it('that crosses itself is refused with the place where it does', () => {
    const [found] = problemsOf(polygon(ring([0, 0], [2, 2], [2, 0], [0, 2])));
    expect(found?.code).toBe('self-intersection');
    expect(found?.path).toBe('/geometry/coordinates/0/0');
    expect(found?.values.lon).toBeCloseTo(16.581, 6);
    expect(found?.values.lat).toBeCloseTo(59.051, 6);
  });

  it('with a spike, or that touches itself, is refused', () => {
    const spike = ring([0, 0], [2, 0], [2, 3], [2, 2], [0, 2]);
    const figureEight = ring([0, 0], [1, 1], [0, 2], [2, 2], [1, 1], [2, 0]);
    expect(codesOf(polygon(spike))).toEqual(['self-intersection']);
    expect(codesOf(polygon(figureEight))).toEqual(['self-intersection']);
  });

  it('that crosses itself is found at its place also after repeated points', () => {
    const repeated = ring([0, 0], [0, 0], [0, 0], [2, 2], [2, 0], [0, 2]);
    expect(problemsOf(polygon(repeated))[0]?.path).toBe('/geometry/coordinates/0/2');
  });
});

describe('rings together', () => {
  const shell = box(0, 0, 4, 4);
  it.each([
    ['a hole outside its shell', [shell, holeBox(6, 6, 7, 7)], 'hole-outside'],
    ['a hole that crosses its shell', [shell, holeBox(3, 1, 5, 2)], 'hole-crosses-shell'],
    ['a hole along the shell', [shell, holeBox(3, 1, 4, 2)], 'hole-crosses-shell'],
    ['a hole as large as the shell', [shell, holeBox(0, 0, 4, 4)], 'hole-crosses-shell'],
    ['holes that overlap', [shell, holeBox(1, 1, 3, 3), holeBox(2, 2, 3.5, 3.5)], 'holes-overlap'],
    ['a hole in a hole', [shell, holeBox(1, 1, 3, 3), holeBox(1.5, 1.5, 2, 2)], 'holes-overlap'],
    [
      'a hole from side to side',
      [shell, ring([0, 2], [2, 1], [4, 2], [2, 3])],
      'interior-disconnected',
    ],
    [
      'holes that cut off a corner together',
      [shell, ring([0, 2], [1, 2], [1, 1.5]), ring([1, 1.5], [2, 1], [2, 0], [1.5, 1])],
      'interior-disconnected',
    ],
  ])('refuse %s', (_, coordinates, code) => {
    expect(codesOf(polygon(...coordinates))).toEqual([code]);
  });

  it.each([
    ['overlap', box(3, 3, 6, 6)],
    ['share a side', box(4, 0, 6, 4)],
    ['lie in each other', box(1, 1, 2, 2)],
    ['are the same', shell],
  ])('refuse polygons that %s', (_, other) => {
    const [found] = problemsOf(multiPolygon([shell], [other]));
    expect(found).toMatchObject({
      code: 'polygons-overlap',
      values: { polygon: 2, otherPolygon: 1 },
    });
    expect(found?.path).toMatch(/^\/geometry\/coordinates\/1\/0\/\d$/);
  });

  it('tell each hole that is wrong, with its number', () => {
    const found = problemsOf(polygon(shell, holeBox(6, 6, 7, 7), holeBox(3, 1, 5, 2)));
    expect(found.map(({ code, values }) => [code, values.ring])).toEqual([
      ['hole-outside', 2],
      ['hole-crosses-shell', 3],
    ]);
  });
});

describe('the place', () => {
  const turn = (positions: Position[]) => positions.map(([lon, lat]) => [lat!, lon!]);

  it('with latitude first is recognised, and the right order told', () => {
    expect(problemsOf(polygon(turn(box(0, 0, 2, 2))))).toEqual([
      {
        code: 'swapped',
        path: '/geometry/coordinates/0/0',
        values: { lon: 16.58, lat: 59.05, vertices: 5 },
      },
    ]);
  });

  it('in metres of SWEREF 99 TM is recognised in either order', () => {
    const station: [number, number] = [590_922, 6_547_472];
    const metres = (points: number[][]) => polygon([...points, points[0]!]);
    const corners = [station, [591_022, 6_547_472], [591_022, 6_547_572]];
    const values = { north: 6_547_472, east: 590_922 };
    const path = '/geometry/coordinates/0/0';
    const wanted = [{ code: 'metres-not-degrees', path, values }];
    expect(problemsOf(metres(corners))).toEqual(wanted);
    expect(problemsOf(metres(turn(corners)))).toEqual(wanted);
  });

  it('off the globe is refused', () => {
    const off = ring([0, 0], [2, 0], [2, 2]).with(1, [16.58, 95]);
    expect(problemsOf(polygon(off))).toEqual([
      { code: 'out-of-range', path: '/geometry/coordinates/0/1', values: { lon: 16.58, lat: 95 } },
    ]);
  });

  it('more than 50 km from the centre of the area is refused with the distance', () => {
    const stockholm = box(0, 0, 2, 2).map(([lon, lat]) => [lon! + 1.49, lat! + 0.28]);
    const [found] = problemsOf(polygon(stockholm));
    expect(found).toMatchObject({ code: 'too-far', values: { km: 90, limit: 50 } });
  });

  it('just within 50 km is taken', () => {
    const north = box(0, 0, 2, 2).map(([lon, lat]) => [lon!, lat! + 0.445]);
    expect(codesOf(polygon(north))).toEqual([]);
  });

  it('and the shape are told together', () => {
    const bowTie = turn(ring([0, 0], [2, 2], [2, 0], [0, 2]));
    expect(codesOf(polygon(bowTie))).toEqual(['swapped', 'self-intersection']);
  });
});
