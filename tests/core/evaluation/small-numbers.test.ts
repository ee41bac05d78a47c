import { describe, expect, it } from 'vitest';
import { changeBetween, eventsNeeded } from '#core/evaluation/small-numbers.ts';

describe('small numbers', () => {
  it.each([
    [0.9, 1490, 10],
    [0.75, 220, 2],
    [0.5, 49, 1],
  ])('a change to %d of the base needs about %i events', (ratio, expected, within) => {
    expect(Math.abs(eventsNeeded(ratio) - expected)).toBeLessThanOrEqual(within);
  });

  it('get no percentage below fifty events, nor for a zero', () => {
    expect(changeBetween(49, 10)).toEqual({ known: false, reason: 'base-too-small' });
    expect(changeBetween(50, 0)).toEqual({ known: false, reason: 'zero-cell' });
  });

  it('have their interval beside the change', () => {
    const change = changeBetween(100, 75);
    expect(change.known && change.change).toBeCloseTo(-0.25, 12);
    expect(change.known && change.low).toBeCloseTo(-0.444, 2);
    expect(change.known && change.high).toBeCloseTo(0.012, 2);
  });
});
