import { expect, test } from 'vitest';
import { PlaceWatch } from '#core/positions/place-watch.ts';

/** A square of about 110 m in Flen, and how many metres of it a degree of latitude is. */
const [WEST, SOUTH, SIDE] = [16.59, 59.06, 0.001];
const EAST = WEST + SIDE * 1.94;
const square = {
  id: 'R1',
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [WEST, SOUTH],
        [EAST, SOUTH],
        [EAST, SOUTH + SIDE],
        [WEST, SOUTH + SIDE],
        [WEST, SOUTH],
      ],
    ],
  },
};
const INSIDE = [WEST + SIDE, SOUTH + SIDE / 2] as const;
const ON_THE_BORDER = [WEST + SIDE, SOUTH] as const;
const OUTSIDE = [WEST + SIDE, SOUTH - SIDE] as const;

type Fix = readonly [second: number, lonLat: readonly [number, number], accuracyM?: number];

function after(fixes: readonly Fix[]) {
  const watch = new PlaceWatch([square]);
  const seen = fixes.map(([second, lonLat, accuracyM = 8]) =>
    watch.take({ at: second * 1000, lonLat, accuracyM }),
  );
  return seen.at(-1)!;
}

test('an officer is in a place after two fixes with the whole circle of error inside', () => {
  expect(after([[0, INSIDE]]).inside).toBeNull();
  expect(
    after([
      [0, INSIDE],
      [10, INSIDE],
    ]).inside,
  ).toBe('R1');
});

test('a circle that reaches over the border tells nothing, either way', () => {
  const nearBorder: Fix[] = Array.from({ length: 20 }, (_, index) => [index * 10, ON_THE_BORDER]);
  expect(after(nearBorder).inside).toBeNull();
  expect(after([[0, INSIDE], [10, INSIDE], ...nearBorder]).inside).toBe('R1');
});

test('a fix worse than 50 m is left out', () => {
  expect(
    after([
      [0, INSIDE, 60],
      [10, INSIDE, 60],
      [20, INSIDE],
    ]).inside,
  ).toBeNull();
});

test('one jump is no exit; two fixes and a minute are, from the first of them', () => {
  const entered: Fix[] = [
    [0, INSIDE],
    [10, INSIDE],
  ];
  const jump = after([...entered, [20, OUTSIDE], [30, INSIDE]]);
  expect([jump.inside, jump.left.size]).toEqual(['R1', 0]);
  const soon = after([...entered, [20, OUTSIDE], [60, OUTSIDE]]);
  expect(soon.inside).toBe('R1');
  const gone = after([...entered, [20, OUTSIDE], [60, OUTSIDE], [80, OUTSIDE]]);
  expect(gone.inside).toBeNull();
  expect(gone.left.get('R1')).toBe(20_000);
});

test('who was never seen inside has left nothing', () => {
  const outside: Fix[] = Array.from({ length: 20 }, (_, index) => [index * 30, OUTSIDE]);
  expect(after(outside).left.size).toBe(0);
});
