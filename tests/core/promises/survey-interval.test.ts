/** The interval of a survey's share, against binomial sums worked out term by term. */
import { describe, expect, test } from 'vitest';
import { computedInterval } from '#core/promises/survey-interval.ts';

/** How likely `part` or more of `all` is, at a share. */
function atLeast(part: number, all: number, share: number): number {
  let sum = 0;
  let logTerm = all * Math.log(1 - share);
  for (let count = 0; count <= all; count += 1) {
    if (count >= part) sum += Math.exp(logTerm);
    logTerm += Math.log((all - count) / (count + 1)) + Math.log(share / (1 - share));
  }
  return sum;
}

describe('the interval of a share of the answers', () => {
  test.each([
    [31, 512],
    [27.1, 561],
    [3.5, 57],
    [99, 400],
  ])('leaves 2.5 % on either side (%d %% of %d)', (percent, answers) => {
    const { low, high } = computedInterval({ percent, answers });
    const part = Math.round((percent / 100) * answers);
    expect(atLeast(part, answers, low / 100)).toBeCloseTo(0.025, 6);
    expect(1 - atLeast(part + 1, answers, high / 100)).toBeCloseTo(0.025, 6);
  });

  test('holds the share, however few or many answered', () => {
    for (const answers of [1, 2, 7, 50, 999, 1_000_000])
      for (const percent of [0, 0.1, 12.5, 50, 99.9, 100]) {
        const { low, high } = computedInterval({ percent, answers });
        const share = (100 * Math.round((percent / 100) * answers)) / answers;
        expect([low >= 0, low <= share, share <= high, high <= 100]).toEqual(Array(4).fill(true));
      }
  });

  test('nobody of ten may be three in ten, and everybody seven', () => {
    expect(computedInterval({ percent: 0, answers: 10 })).toEqual({
      low: 0,
      high: expect.closeTo(30.85, 2),
    });
    expect(computedInterval({ percent: 100, answers: 10 })).toEqual({
      low: expect.closeTo(69.15, 2),
      high: 100,
    });
  });
});
