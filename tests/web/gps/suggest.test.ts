import { describe, expect, test } from 'vitest';
import type { Presence } from '#core/positions/place-watch.ts';
import { stillDeclined, suggestionFor } from '../../../web/gps/suggest.ts';

const at = (
  inside: string | null,
  left: readonly (readonly [string, number])[] = [],
): Presence => ({
  inside,
  left: new Map(left),
});
const NONE: ReadonlySet<string> = new Set();
const visit = { hotSpotId: 'R1', startedAt: 1000 };

describe('the phone', () => {
  test('asks whether to begin where the officers are, and nothing where they are not', () => {
    expect(suggestionFor(at('R1'), null, NONE)).toEqual({
      kind: 'enter',
      hotSpotId: 'R1',
      at: null,
    });
    expect(suggestionFor(at(null), null, NONE)).toBeNull();
  });

  test('does not ask about another place while a visit is open', () => {
    expect(suggestionFor(at('C2'), visit, NONE)).toBeNull();
  });

  test('asks whether the visit has ended when its place has been left since it began', () => {
    const asked = suggestionFor(at(null, [['R1', 5000]]), visit, NONE);
    expect(asked).toEqual({ kind: 'leave', hotSpotId: 'R1', at: 5000 });
    expect(suggestionFor(at(null, [['R1', 500]]), visit, NONE)).toBeNull();
  });

  test('takes a no for an answer until the officers are somewhere else', () => {
    const declined = new Set(['enter:R1']);
    expect(suggestionFor(at('R1'), null, declined)).toBeNull();
    expect(stillDeclined(declined, at('R1'))).toBe(declined);
    expect(stillDeclined(declined, at(null)).size).toBe(0);
  });

  test('asks again about an end once the officers have been back', () => {
    const declined = new Set(['leave:R1']);
    expect(suggestionFor(at(null, [['R1', 5000]]), visit, declined)).toBeNull();
    expect(stillDeclined(declined, at('R1')).size).toBe(0);
  });
});
