import { describe, expect, it } from 'vitest';
import {
  displacement,
  totalNetEffect,
  totalNetEffectInterval,
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
    ['unsure-success', counts([60, 50], [30, 28], [100, 105])],
  ])('is refused: %s', (reason, cells) => {
    expect(displacement(cells)).toEqual({ known: false, reason });
  });

  it.each([
    ['spread', counts([300, 150], [200, 120], [900, 900])],
    ['neither', counts([300, 150], [200, 195], [900, 900])],
    ['moved-less-than-gained', counts([300, 100], [100, 160], [900, 900])],
    ['moved', counts([300, 200], [100, 190], [900, 900])],
    ['gain-eaten', counts([300, 200], [100, 400], [900, 900])],
  ])('reads as %s, as far as the intervals bear it out', (reading, cells) => {
    expect(displacement(cells)).toMatchObject({ known: true, reading });
  });

  it('has an interval round the total net effect', () => {
    const cells = counts([300, 150], [200, 195], [900, 900]);
    const { low, high } = totalNetEffectInterval(cells);
    expect(totalNetEffect(cells)).toBe(155);
    expect(low).toBeGreaterThan(75);
    expect(low).toBeLessThan(155);
    expect(high).toBeGreaterThan(155);
    expect(high).toBeLessThan(250);
  });
});
