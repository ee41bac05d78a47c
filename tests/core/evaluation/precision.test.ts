import { describe, expect, it } from 'vitest';
import {
  hitRate,
  mostEventsIn,
  predictionEfficiencyIndex,
  predictiveAccuracyIndex,
} from '#core/evaluation/precision.ts';

describe('precision of hot spots', () => {
  it('is 15.8 where 2.6 % of the area holds 41 % of the harm', () => {
    const essex = { eventsInside: 41, allEvents: 100, size: 2.6, wholeSize: 100 };
    const index = predictiveAccuracyIndex(essex);
    expect(index.known && index.value).toBeCloseTo(15.8, 1);
  });

  it('counts the share of events caught', () => {
    expect(hitRate(41, 100)).toEqual({ known: true, value: 0.41 });
  });

  it('is measured against the best that as many cells could have caught', () => {
    const best = mostEventsIn([1, 9, 0, 5, 2], 2);
    expect(best).toBe(14);
    expect(predictionEfficiencyIndex(7, best)).toEqual({ known: true, value: 0.5 });
  });

  it('is not told without events or without size', () => {
    expect(hitRate(0, 0)).toEqual({ known: false, reason: 'no-events' });
    expect(predictionEfficiencyIndex(0, 0)).toEqual({ known: false, reason: 'no-events' });
    const nothing = { eventsInside: 0, allEvents: 0, size: 1, wholeSize: 100 };
    expect(predictiveAccuracyIndex(nothing)).toEqual({ known: false, reason: 'no-events' });
    expect(predictiveAccuracyIndex({ ...nothing, size: 0 })).toMatchObject({ reason: 'no-size' });
  });
});
