import { describe, expect, it } from 'vitest';
import { wasChanged, wasEverInForce } from '#core/walks/measure-course.ts';

const window = (validFrom: string, validTo: string | null, hotSpotId = 'R1') => ({
  hotSpotId,
  validFrom,
  validTo,
});

describe('the windows that a point has led to', () => {
  it('are a measure once they have been in force for a day', () => {
    expect(wasEverInForce(window('2026-11-25', null))).toBe(true);
    expect(wasEverInForce(window('2026-11-25', '2026-11-26'))).toBe(true);
    expect(wasEverInForce(window('2026-11-25', '2026-11-25'))).toBe(false);
  });

  it('were changed where another of the point took over at the same place on the same day', () => {
    const first = window('2026-11-02', '2026-11-25');
    const second = window('2026-11-25', null);
    const elsewhere = window('2026-11-25', null, 'C2');
    const later = window('2026-11-26', null);
    expect(wasChanged(first, [first, second])).toBe(true);
    expect(wasChanged(second, [first, second])).toBe(false);
    expect(wasChanged(first, [first, elsewhere, later])).toBe(false);
  });
});
