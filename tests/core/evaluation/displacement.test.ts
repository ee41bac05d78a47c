import { describe, expect, it } from 'vitest';
import {
  displacement,
  totalNetEffect,
  weightedDisplacementQuotient,
} from '#core/evaluation/displacement.ts';

const counts = (treated: number[], ring: number[], control: number[]) => {
  const pair = ([before = 0, after = 0]: number[]) => ({ before, after });
  return { treated: pair(treated), ring: pair(ring), control: pair(control) };
};
const BRIEF = counts([30, 20], [15, 14], [100, 105]);

describe('displacement', () => {
  it('has the brief’s check values', () => {
    expect(weightedDisplacementQuotient(BRIEF)).toBeCloseTo(0.152, 3);
    expect(totalNetEffect(BRIEF)).toBeCloseTo(13.25, 10);
  });

  it.each([
    ['zero-cell', counts([60, 40], [15, 0], [100, 105])],
    ['zero-cell', counts([60, 40], [15, 14], [0, 105])],
    ['base-too-small', BRIEF],
    ['no-success', counts([60, 70], [30, 28], [100, 105])],
  ])('is refused: %s', (reason, cells) => {
    expect(displacement(cells)).toEqual({ known: false, reason });
  });

  it.each([
    ['spread', counts([60, 40], [30, 28], [100, 105])],
    ['moved-less-than-gained', counts([60, 40], [30, 40], [100, 105])],
    ['gain-eaten', counts([60, 40], [30, 60], [100, 105])],
  ])('reads as %s', (reading, cells) => {
    expect(displacement(cells)).toMatchObject({ known: true, reading });
  });
});
