import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#core/calendar/duration.ts';
import {
  type EndEvidence,
  FORGOTTEN_AFTER_MS,
  forgottenEnd,
  forgottenFrom,
  NO_EVIDENCE,
} from '#core/dosage/forgotten-end.ts';
import { utc } from '../instant.ts';

const visit = { startedAt: utc('2026-11-27T22:00+01:00') };
const minute = (minutes: number) => visit.startedAt + minutes * MINUTE_MS;
const endAfter = (minutes: number, evidence: Partial<EndEvidence> = {}) => {
  const end = forgottenEnd(visit, { ...NO_EVIDENCE, ...evidence }, minute(minutes));
  return end === null ? null : (end - visit.startedAt) / MINUTE_MS;
};

describe('a visit that nobody ended', () => {
  it('is left open for 25 minutes: they may still be there', () => {
    expect(endAfter(24.9)).toBeNull();
    expect(endAfter(25)).toBe(15);
  });

  it('ended after a quarter of an hour, where nothing else is known', () => {
    expect(endAfter(300)).toBe(15);
  });

  it('ended when the patrol checked in at its next place, if that was earlier', () => {
    expect(endAfter(60, { nextStartAt: minute(9) })).toBe(9);
    expect(endAfter(60, { nextStartAt: minute(50) })).toBe(15);
  });

  it('ended where positions left the place, be it early or late', () => {
    expect(endAfter(60, { leftAt: minute(7) })).toBe(7);
    expect(endAfter(60, { leftAt: minute(32) })).toBe(32);
    expect(endAfter(60, { leftAt: minute(32), nextStartAt: minute(28) })).toBe(28);
  });

  it('did not end before the officers last said that they were there, and is asked about anew after that', () => {
    expect(endAfter(45, { confirmedAt: minute(26) })).toBeNull();
    expect(endAfter(51, { confirmedAt: minute(26) })).toBe(26);
    expect(endAfter(60, { confirmedAt: minute(26), leftAt: minute(12) })).toBe(26);
  });

  it('takes no notice of what was before it', () => {
    expect(endAfter(60, { nextStartAt: minute(-5), leftAt: minute(-1) })).toBe(15);
  });
});

const evidence = fc.record({
  nextStartAt: fc.option(fc.integer({ min: -60, max: 300 }).map(minute)),
  leftAt: fc.option(fc.integer({ min: -60, max: 300 }).map(minute)),
  confirmedAt: fc.option(fc.integer({ min: 1, max: 120 }).map(minute)),
});

describe('the estimate of an end', () => {
  it('is the same at whatever time it is made, and lies after the start and never in the future', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 0, max: 600 }), (known, later) => {
        const from = forgottenFrom(visit, known);
        const end = forgottenEnd(visit, { ...known, leftAt: null }, from);
        expect(end).toBe(forgottenEnd(visit, { ...known, leftAt: null }, from + later * MINUTE_MS));
        expect(end).toBeGreaterThan(visit.startedAt);
        expect(end).toBeLessThanOrEqual(from);
      }),
    );
  });

  it('never keeps a patrol at a place that it had left for the next', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 1, max: 300 }), (known, next) => {
        const later = minute(next) + FORGOTTEN_AFTER_MS * 20;
        const end = forgottenEnd(visit, { ...known, nextStartAt: minute(next) }, later);
        expect(end).toBeLessThanOrEqual(minute(next));
      }),
    );
  });
});
