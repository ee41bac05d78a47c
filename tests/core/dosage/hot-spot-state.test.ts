import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { deliveryState, hotSpotState } from '#core/dosage/hot-spot-state.ts';
import { presencesOf } from '#core/dosage/presence.ts';
import { recencyOf } from '#core/dosage/recency.ts';
import { classed } from '#core/dosage/visit-class.ts';
import { utc } from '../instant.ts';
import { aVisit } from './samples.ts';

const HOUR = 3_600_000;
const state = (hours: number | null, wantedGapHours: number, dosesToday = 0, over = false) =>
  hotSpotState({
    lastDoseAt: hours === null ? null : -hours * HOUR,
    lastDoseOverCeiling: over,
    dosesToday,
    wantedGapHours,
    now: 0,
  });

describe('a hot spot on tonight’s map', () => {
  it.each([
    [9, 24, 'on'],
    [24, 24, 'on'],
    [26, 24, 'behind-1'],
    [44, 36, 'behind-1'],
    [31, 24, 'behind-2'],
    [null, 24, 'behind-2'],
  ] as const)('%s h after its last dose, with %i wanted, is %s', (hours, wanted, expected) => {
    expect(state(hours, wanted)).toBe(expected);
  });

  it('is above with a fifth dose in a day, or after a visit over the ceiling', () => {
    expect(state(5, 24, 4)).toBe('on');
    expect(state(5, 24, 5)).toBe('above');
    expect(state(5, 24, 1, true)).toBe('above');
  });

  it('is behind once the gap has passed, whatever was too much before', () => {
    expect(state(30, 24, 5, true)).toBe('behind-1');
  });
});

describe('the last dose', () => {
  const recency = (at: string, ...visits: ReturnType<typeof aVisit>[]) =>
    recencyOf(classed(presencesOf(visits, utc(at)), []), 24, utc(at), SWEDISH_RULES);

  it('is no short visit, and today began at 06:00', () => {
    const facts = recency(
      '2026-11-28T03:00Z',
      aVisit('yesterday', '2026-11-27T04:30Z', 15),
      aVisit('dose', '2026-11-27T21:00Z', 25),
      aVisit('short', '2026-11-28T01:00Z', 5),
    );
    expect(facts).toMatchObject({
      lastDoseAt: utc('2026-11-27T21:25Z'),
      lastDoseOverCeiling: true,
      dosesToday: 1,
    });
  });

  it('is now while a visit of ten minutes goes on, and none before', () => {
    const open = aVisit('open', '2026-11-27T21:00Z', null);
    expect(recency('2026-11-27T21:09Z', open).lastDoseAt).toBeNull();
    expect(recency('2026-11-27T21:10Z', open).lastDoseAt).toBe(utc('2026-11-27T21:10Z'));
  });
});

describe('a hot spot in a report', () => {
  it.each([
    [18, 30, 'behind-2'],
    [15, 20, 'behind-1'],
    [22, 24, 'on'],
    [9, 8, 'above'],
    [0, 0, 'on'],
    [2, 0, 'above'],
  ])('with %i of %i doses is %s', (delivered, promised, expected) => {
    expect(deliveryState(delivered, promised)).toBe(expected);
  });
});
