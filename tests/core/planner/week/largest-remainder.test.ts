import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder } from '#core/planner/week/largest-remainder.ts';

test.each([
  [3, [600, 300], [2, 1]],
  [3, [480, 480], [2, 1]],
  [1, [100, 300, 200], [0, 1, 0]],
  [4, [1, 1, 1], [2, 1, 1]],
  [2, [0, 5], [0, 2]],
  [2, [0, 0], [0, 0]],
  [0, [3, 4], [0, 0]],
])('%i among %j is %j', (total, weights, shares) => {
  expect(largestRemainder(total, weights)).toEqual(shares);
});

test('all is given, and nobody is further than one from what is due', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(20), weights, (total, given) => {
      const shares = largestRemainder(total, given);
      const sum = given.reduce((all, weight) => all + weight, 0);
      expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
      shares.forEach((share, index) => {
        expect(Math.abs(share - (total * (given[index] ?? 0)) / sum)).toBeLessThan(1);
      });
    }),
  );
});
