import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { countInCells, densityOf, gridOver, topCells } from '#core/evaluation/density-grid.ts';
import { densitySurface } from '#core/evaluation/density-surface.ts';
import { lastTwoTertials, usualHoldOut } from '#core/evaluation/hold-out.ts';
import { layArea } from '#core/evaluation/plane-area.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import { seededRandom } from '#core/planner/random.ts';

const [WEST, EAST, SOUTH, NORTH] = [16.58, 16.6, 59.05, 59.06];
const TOWN = layArea(
  {
    type: 'Polygon',
    coordinates: [
      [
        [WEST, SOUTH],
        [EAST, SOUTH],
        [EAST, NORTH],
        [WEST, NORTH],
        [WEST, SOUTH],
      ],
    ],
  },
  swerefPlane,
);

function expectGaussian(seed: number): void {
  const random = seededRandom(seed).share;
  const points = Array.from({ length: 60 }, () => ({
    x: TOWN.west + 300 + random() * 500,
    y: TOWN.south + 300 + random() * 400,
    weight: 1,
  }));
  const grid = gridOver(TOWN, 50);
  const counts = countInCells(grid, points);
  const fast = densityOf(grid, counts, 75);
  const place = (cell: number) => [cell % grid.columns, Math.floor(cell / grid.columns)] as const;
  const kernel = (cells: number) => (Math.abs(cells) > 5 ? 0 : Math.exp(-0.5 * (cells / 1.5) ** 2));
  const whole = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].reduce((sum, at) => sum + kernel(at), 0);
  for (const cell of grid.inside.filter((_, index) => index % 37 === 0)) {
    const [column, row] = place(cell);
    const slow = counts.reduce((sum, count, other) => {
      const [x, y] = place(other);
      return sum + (count * kernel(x - column) * kernel(y - row)) / whole ** 2;
    }, 0);
    expect(fast[cell]).toBeCloseTo(slow, 10);
  }
}

describe('density', () => {
  it('on the grid is the Gaussian sum over the counts of all cells, in 200 seeded towns', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      expectGaussian(seed);
    }
  }, 60_000);

  it('ranks the cells with most first, and of equals the first', () => {
    const grid = gridOver(TOWN, 100);
    const values = new Float64Array(grid.columns * grid.rows);
    const [first = 0, second = 0, third = 0] = grid.inside;
    values[third] = 2;
    expect(topCells(grid, values, 3)).toEqual([third, first, second]);
  });

  it('as a surface has its innermost step round where the incidents are', () => {
    const at = [16.59, 59.055] as const;
    const [x, y] = swerefPlane.toXY(at);
    const points = Array.from({ length: 30 }, (_, index) => ({ x: x + index, y, weight: 1 }));
    const { contours, peakPerHa } = densitySurface(points, TOWN, swerefPlane, 75);
    expect(contours.map(({ level }) => level)).toEqual([0.2, 0.4, 0.6, 0.8]);
    for (const { geometry } of contours)
      expect(booleanPointInPolygon([...at], geometry)).toBe(true);
    expect(peakPerHa).toBeGreaterThan(3);
  });
});

describe('what is held out', () => {
  const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

  it('is the last third of the months', () => {
    const held = usualHoldOut(SWEDISH_RULES, span('2026-01-10T12:00Z', '2026-09-20T12:00Z'));
    expect(held).toMatchObject({ from: '2026-07-01', by: 'month' });
  });

  it('is the last third of the days where there is one month only', () => {
    const held = usualHoldOut(SWEDISH_RULES, span('2006-01-01T12:00Z', '2006-01-31T12:00Z'));
    expect(held).toMatchObject({ from: '2006-01-22', by: 'day' });
  });

  it('leaves the last two whole tertials to the retire rule, where there are two', () => {
    const two = lastTwoTertials(SWEDISH_RULES, span('2024-01-02T12:00Z', '2026-11-20T12:00Z'));
    expect(two).toEqual({
      from: Date.parse('2025-12-31T23:00Z'),
      to: Date.parse('2026-08-31T22:00Z'),
    });
    expect(
      lastTwoTertials(SWEDISH_RULES, span('2026-03-01T12:00Z', '2026-11-20T12:00Z')),
    ).toBeNull();
  });
});
