import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import { box, FLEN, holeBox, IN_FLEN, multiPolygon, polygon, ring } from './shapes.ts';

const codesOf = (geometry: unknown) => {
  const verdict = checkGeometry(geometry, IN_FLEN);
  return verdict.ok ? [] : verdict.problems.map(({ code }) => code);
};

const taken = (geometry: unknown, others: Parameters<typeof checkGeometry>[1]['others'] = []) => {
  const verdict = checkGeometry(geometry, { center: FLEN, others });
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  return verdict;
};

describe('a border that is taken', () => {
  it('is given back with its size and without complaint when nothing is wrong', () => {
    const verdict = taken(polygon(box(0, 0, 2, 2)));
    expect(verdict.geometry).toEqual(polygon(box(0, 0, 2, 2)));
    expect(verdict.areaHa).toBeCloseTo(2.56, 2);
    expect(verdict.perimeterM).toBeCloseTo(675.2, 0);
    expect(verdict.warnings).toEqual([]);
  });

  it('may have a hole that touches the shell in one point', () => {
    const hole = ring([0, 2], [1, 3], [1, 1]).toReversed();
    expect(codesOf(polygon(box(0, 0, 4, 4), hole.toReversed()))).toEqual([]);
  });

  it('may have two polygons that touch in one point', () => {
    expect(codesOf(multiPolygon([box(0, 0, 1, 1)], [box(1, 1, 2, 2)]))).toEqual([]);
  });

  it('may have an island in a hole', () => {
    const withIsland = multiPolygon(
      [box(0, 0, 4, 4), holeBox(1, 1, 3, 3)],
      [box(1.5, 1.5, 2.5, 2.5)],
    );
    expect(codesOf(withIsland)).toEqual([]);
  });

  it('has its winding mended, and that is told', () => {
    const verdict = taken(polygon(box(0, 0, 4, 4).toReversed(), box(1, 1, 2, 2)));
    expect(verdict.geometry).toEqual(polygon(box(0, 0, 4, 4), holeBox(1, 1, 2, 2)));
    expect(verdict.warnings).toContainEqual({
      code: 'winding-mended',
      path: '/geometry',
      values: { rings: 2 },
    });
  });

  it('loses elevation, and that is told', () => {
    const raised = box(0, 0, 2, 2).map(([lon, lat]) => [lon!, lat!, 42.5]);
    const verdict = taken(polygon(raised));
    expect(verdict.geometry).toEqual(polygon(box(0, 0, 2, 2)));
    expect(verdict.warnings).toEqual([
      { code: 'elevation-dropped', path: '/geometry', values: { positions: 5 } },
    ]);
  });

  it('loses points repeated in a row and decimals below a centimetre', () => {
    const [first, ...rest] = box(0, 0, 2, 2) as [Position, ...Position[]];
    const noisy = [first, first, ...rest].map(([lon, lat]) => [lon! + 2e-9, lat! - 2e-9]);
    expect(taken(polygon(noisy)).geometry).toEqual(polygon(box(0, 0, 2, 2)));
  });

  it('keeps all its decimals where rounding would break it', () => {
    const hair = 1e-9;
    const [west, south] = [16.58, 59.05];
    const thin = [
      [west, south],
      [west + 0.002, south],
      [west + 0.002, south + 0.002],
      [west + 0.001 + hair, south + hair],
      [west, south + 0.002],
      [west, south],
    ];
    expect(taken(polygon(thin)).geometry).toEqual(polygon(thin));
  });

  it('loses foreign members', () => {
    const verdict = taken({ ...polygon(box(0, 0, 2, 2)), crs: 'x', bbox: [1, 2, 3, 4] });
    expect(verdict.geometry).toEqual(polygon(box(0, 0, 2, 2)));
  });
});

describe('warnings', () => {
  it('tell of a border under 0.2 ha', () => {
    const [warning] = taken(polygon(box(0, 0, 0.5, 0.5))).warnings;
    expect(warning).toMatchObject({ code: 'small', values: { limit: 0.2 } });
  });

  it('tell of a border over 10 ha', () => {
    const [warning] = taken(polygon(box(0, 0, 5, 5))).warnings;
    expect(warning).toMatchObject({ code: 'large', values: { limit: 10 } });
  });

  it('tell of an overlap of more than 5 % with another hot spot, by its code', () => {
    const others = [{ code: 'R1', geometry: polygon(box(1, 0, 3, 2)) }];
    expect(taken(polygon(box(0, 0, 2, 2)), others).warnings).toEqual([
      { code: 'overlaps', path: '/geometry', values: { code: 'R1', percent: 50 } },
    ]);
  });

  it('tell of a small hot spot that swallows or is swallowed, from either side', () => {
    const [small, large] = [polygon(box(1, 1, 1.8, 1.8)), polygon(box(0, 0, 3, 2))];
    const overlap = { code: 'overlaps', path: '/geometry', values: { code: 'C1', percent: 100 } };
    expect(taken(small, [{ code: 'C1', geometry: large }]).warnings).toContainEqual(overlap);
    expect(taken(large, [{ code: 'C1', geometry: small }]).warnings).toContainEqual(overlap);
  });

  it('pass over neighbours, holes with another hot spot inside and slivers of at most 5 %', () => {
    const others = [
      { code: 'N1', geometry: polygon(box(4, 0, 8, 4)) },
      { code: 'H1', geometry: polygon(box(1, 1, 3, 3)) },
      { code: 'S1', geometry: polygon(box(-1.95, 0, 0.05, 4)) },
    ];
    const { warnings } = taken(polygon(box(0, 0, 4, 4), holeBox(1, 1, 3, 3)), others);
    expect(warnings.filter(({ code }) => code === 'overlaps')).toEqual([]);
  });
});

describe('a border of 2,000 vertices', () => {
  it('is taken as any other', () => {
    const corners = Array.from({ length: 1999 }, (_, index): Position => {
      const angle = (2 * Math.PI * index) / 1999;
      const radius = 0.002 * (1 + 0.3 * Math.sin(index * 13));
      return [FLEN[0] + 2 * radius * Math.cos(angle), FLEN[1] + radius * Math.sin(angle)];
    });
    const large = polygon([...corners, corners[0]!]);
    expect(taken(large).areaHa).toBeGreaterThan(1);
  });
});
