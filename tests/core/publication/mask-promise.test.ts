import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerLine, LedgerPart } from '#core/promises/ledger-line.ts';
import { type MaskingOfPromise, maskPromise } from '#core/publication/mask-promise.ts';
import { isFew } from '#core/publication/shown-count.ts';
import { DOSES, SUPPORT, WALKS } from './sample-report.ts';

const CLOSED: MaskingOfPromise = { isOpened: false, tellsOfPlaces: false, isOver: false };
const OPENED = { ...CLOSED, isOpened: true };

const whole = (soFar: number, target: number | null): LedgerLine => ({
  ...SUPPORT,
  parts: [{ kind: 'whole', soFar, target }],
  forecast: { kind: 'will-be-kept', on: '2026-10-03' },
});
const standing = (soFar: number, target: number | null, masking = CLOSED) =>
  maskPromise(whole(soFar, target), masking).standing.kind;

describe('a promise', () => {
  it('of many is shown with its forecast', () => {
    const { parts, standing: shown } = maskPromise(whole(37, 50), CLOSED);
    expect(parts).toEqual([{ kind: 'whole', outcome: { kind: 'count', count: 37 }, target: 50 }]);
    expect(shown).toEqual({ kind: 'will-be-kept', on: '2026-10-03' });
  });

  it('does not tell where a forecast would end, only that it falls short', () => {
    expect(maskPromise(DOSES, CLOSED).standing).toEqual({ kind: 'will-not-be-kept' });
  });

  it('of few hides the count, and the forecast that would tell it', () => {
    expect(maskPromise(whole(3, 10), CLOSED)).toEqual({
      parts: [{ kind: 'whole', outcome: { kind: 'few' }, target: 10 }],
      standing: { kind: 'not-reached' },
    });
  });

  it('is kept or not, where that leaves the count open', () => {
    expect(standing(1, 1)).toBe('kept');
    expect(standing(2, 3)).toBe('not-reached');
    expect(standing(2, 3, { ...CLOSED, isOver: true })).toBe('not-kept');
  });

  it('says neither where "not reached" could only be one, and says so of two and three too', () => {
    expect([1, 2, 3].map((soFar) => standing(soFar, 2))).toEqual(Array(3).fill('withheld'));
  });

  it('of public events is shown as it is, once it has been opened', () => {
    const { parts, standing: shown } = maskPromise(WALKS, OPENED);
    expect(parts.map(({ outcome }) => outcome)).toEqual([
      { kind: 'count', count: 2 },
      { kind: 'count', count: 1 },
    ]);
    expect(shown).toEqual({ kind: 'kept' });
  });

  it('is left out where its count would tell what the places hide', () => {
    const { parts, standing: shown } = maskPromise(DOSES, { ...CLOSED, tellsOfPlaces: true });
    expect(parts[0]?.outcome).toEqual({ kind: 'withheld' });
    expect(shown).toEqual({ kind: 'withheld' });
  });

  it('without a figure to reach says so', () => {
    expect(standing(3, null)).toBe('no-target');
  });
});

const target = fc.option(fc.integer({ min: 1, max: 7 }), { nil: null });
const lines = fc
  .record({ whole: fc.integer({ min: 0, max: 7 }), target, evening: fc.nat(7), late: target })
  .map((it) => ({ ...it, evening: Math.min(it.evening, it.whole) }));

const lineOf = (it: {
  whole: number;
  target: number | null;
  evening: number;
  late: number | null;
}) => {
  const parts: LedgerPart[] = [
    { kind: 'whole', soFar: it.whole, target: it.target },
    { kind: 'evening', soFar: it.evening, target: it.late },
  ];
  return { ...WALKS, parts };
};

describe('a reader who tries every pair of counts that gives the line', () => {
  it.each([true, false])(
    'finds two values or more for each hidden one (period over: %s)',
    (isOver) => {
      fc.assert(
        fc.property(lines, (it) => {
          const page = (of: typeof it) =>
            JSON.stringify(maskPromise(lineOf(of), { ...CLOSED, isOver }));
          const twins: [number, number][] = [];
          for (let w = 0; w <= 7; w++) {
            for (let e = 0; e <= w; e++) {
              if (page({ ...it, whole: w, evening: e }) === page(it)) twins.push([w, e]);
            }
          }
          const values = (index: 0 | 1) => new Set(twins.map((twin) => twin[index])).size;
          if (isFew(it.whole)) expect(values(0)).toBeGreaterThan(1);
          if (isFew(it.evening)) expect(values(1)).toBeGreaterThan(1);
        }),
        { numRuns: 3_000 },
      );
    },
  );
});
