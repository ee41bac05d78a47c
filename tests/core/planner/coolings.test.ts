import { assert, constantFrom, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { coolingLengths } from '#core/planner/coolings.ts';
import { tasteFor } from '#core/planner/taste.ts';

const SHIFT = tasteFor([4]);
const ONCE_EACH = tasteFor([1]);

test('coolings fill the budget, each longer than the one before', () => {
  const budget = integer({ min: 1, max: 1e6 });
  assert(
    property(budget, nat(200), constantFrom(SHIFT, ONCE_EACH), (rounds, visits, taste) => {
      const lengths = coolingLengths(rounds, visits, taste);
      const sum = lengths.reduce((total, length) => total + length, 0);
      expect(sum).toBeGreaterThanOrEqual(rounds);
      expect(sum).toBeLessThan(rounds + lengths.length + 1);
      expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
    }),
  );
});

test('a large shift takes the whole second to cool, a small one cools again and again', () => {
  expect(coolingLengths(6_000, 110, SHIFT)).toEqual([6_000]);
  expect(coolingLengths(20_000, 30, SHIFT)).toHaveLength(6);
});
