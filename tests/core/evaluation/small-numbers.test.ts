import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  eventsNeeded,
  leastDetectableFall,
} from '#core/evaluation/small-numbers.ts';

describe('small numbers', () => {
  it.each([
    [0.9, 1490, 10],
    [0.75, 220, 2],
    [0.5, 49, 1],
  ])('a change to %d of the base needs about %i events', (ratio, expected, within) => {
    expect(Math.abs(eventsNeeded(ratio) - expected)).toBeLessThanOrEqual(within);
  });

  it('say which fall they could show at least', () => {
    expect(leastDetectableFall(220)).toBeCloseTo(-0.25, 2);
    expect(leastDetectableFall(49)).toBeCloseTo(-0.5, 2);
    expect(leastDetectableFall(3)).toBeNull();
  });

  it('get no percentage below fifty events, nor for a zero', () => {
    expect(changeBetween(49, 10)).toEqual({ known: false, reason: 'base-too-small' });
    expect(changeBetween(50, 0)).toEqual({ known: false, reason: 'zero-cell' });
  });

  it('have their exact interval beside the change', () => {
    const change = changeBetween(100, 75);
    expect(change.known && change.change).toBeCloseTo(-0.25, 12);
    expect(change.known && change.low).toBeCloseTo(-0.451, 2);
    expect(change.known && change.high).toBeCloseTo(0.022, 2);
  });

  it('are told by the day: as many in twice the time are half as many', () => {
    const change = changeBetween(80, 80, 2);
    expect(change.known && change.change).toBeCloseTo(-0.5, 12);
  });
});
