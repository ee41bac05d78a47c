import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsByBound,
  gapHistogram,
  mergeHistograms,
  quantile,
} from '#core/dosage/length-histogram.ts';

const MINUTE = 60_000;
const ofMinutes = (minutes: readonly number[]) => gapHistogram(minutes.map((one) => one * MINUTE));

describe('quartiles', () => {
  it('are what a spreadsheet says', () => {
    const histogram = ofMinutes([60, 120, 180, 300]);
    expect([0.25, 0.5, 0.75].map((share) => quantile(histogram, share))).toEqual([105, 150, 210]);
  });

  it('of one length are that length, of none unknown', () => {
    expect(quantile(ofMinutes([75]), 0.25)).toBe(75);
    expect(quantile(ofMinutes([]), 0.5)).toBeNull();
  });

  it('are the same however the months are put together', () => {
    const lengths = fc.array(fc.nat(5000), { maxLength: 40 });
    fc.assert(
      fc.property(lengths, lengths, (a, b) => {
        const merged = mergeHistograms([ofMinutes(a), ofMinutes(b)]);
        expect(merged).toEqual(ofMinutes([...b, ...a]));
      }),
    );
  });
});

it('each length is counted in one bin, at its bound or below', () => {
  expect(countsByBound(ofMinutes([30, 120, 121, 360, 9000]), [120, 360])).toEqual([2, 2, 1]);
});

it('a gap longer than the histogram is wide stands as its widest', () => {
  expect(gapHistogram([1000 * 1440 * MINUTE]).lengths).toEqual([400 * 1440]);
});
