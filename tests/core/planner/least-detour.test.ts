import { array, assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { leastDetour } from '#core/planner/least-detour.ts';

test('a way round that is shorter than the way straight on is told by how much', () => {
  const walk = [
    [0, 9, 3],
    [9, 0, 4],
    [3, 4, 0],
  ];
  expect(leastDetour(walk)).toBe(-2);
});

test('no place is reached sooner by way of another than it says', () => {
  const tables = array(array(nat(60), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  });
  assert(
    property(tables, (drawn) => {
      const walk = drawn.map((row, a) => row.map((minutes, b) => (a === b ? 0 : minutes)));
      const least = leastDetour(walk);
      const detours = walk.flatMap((row) =>
        row.flatMap((straight, b) => walk.map((by, c) => (row[c] ?? 0) + (by[b] ?? 0) - straight)),
      );
      expect(least).toBe(Math.min(0, ...detours));
    }),
  );
});
