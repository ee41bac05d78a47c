import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import {
  countsByHalfHour,
  evenness,
  unpredictability,
  unpredictabilityOverall,
} from '#core/dosage/unpredictability.ts';
import { utc } from '../instant.ts';

const SPREAD = [2, 1, 1, 2, 1, 0, 1, 1, 0, 1, 0, 0];

describe('unpredictability', () => {
  it('is 0 if every visit begins in the same half hour', () => {
    expect(evenness([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(0);
  });

  it('is 0.815 for the brief’s ten visits over twelve half hours', () => {
    expect(evenness(SPREAD)).toBeCloseTo(0.815, 3);
  });

  it('is 1 if each half hour is as likely', () => {
    expect(evenness([3, 3, 3, 3])).toBeCloseTo(1, 12);
  });

  it('is not told from fewer than eight visits', () => {
    expect(unpredictability([4, 3])).toEqual({ known: false, reason: 'too-few-visits', visits: 7 });
  });

  it('names the half hour in which most began', () => {
    const known = unpredictability([0, 7, 1, 1]);
    expect(known).toMatchObject({ visits: 9, busiest: { sinceOpeningMin: 30, visits: 7 } });
  });

  it('of several hot spots is the mean by visits, of those that are known', () => {
    const parts = [
      [8, 0],
      [4, 4],
      [1, 1],
    ].map(unpredictability);
    expect(unpredictabilityOverall(parts)).toBeCloseTo(0.5, 12);
    expect(unpredictabilityOverall(parts.slice(2))).toBeNull();
  });

  it('lies between 0 and 1 and does not care which half hour is which', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 30 }), (counts) => {
        const value = evenness(counts);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(evenness([...counts].reverse())).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe('start times by half hour', () => {
  it('are counted from the opening, over midnight too', () => {
    const starts = ['2026-11-27T19:30Z', '2026-11-27T19:59Z', '2026-11-28T00:10Z'].map(utc);
    const counts = countsByHalfHour(starts, { start: '20:30', end: '01:30' }, SWEDISH_RULES);
    expect(counts).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('outside the window are left out', () => {
    const counts = countsByHalfHour(
      [utc('2026-11-27T19:29Z'), utc('2026-11-28T00:30Z')],
      { start: '20:30', end: '01:30' },
      SWEDISH_RULES,
    );
    expect(counts).toEqual(Array.from({ length: 10 }).fill(0));
  });
});
