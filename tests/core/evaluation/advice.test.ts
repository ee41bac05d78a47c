import { describe, expect, it } from 'vitest';
import { type AdviceInput, adviceFor } from '#core/evaluation/advice.ts';

const PLACE: AdviceInput = {
  inside: 40,
  town: 400,
  ring: 10,
  areaM2: 20_000,
  townM2: 4_000_000,
  ringM2: 90_000,
  denseHalf: { inside: 22, share: 0.5 },
  lastTwoTertials: 30,
};

describe('what is suggested of a hot spot', () => {
  it.each([
    ['keep', 'denser-than-town', {}],
    ['retire', 'none-in-two-tertials', { lastTwoTertials: 0 }],
    ['unknown', 'too-few', { inside: 8, ring: 8 }],
    ['unknown', 'too-few', { town: 49 }],
    ['retire', 'no-denser-than-town', { inside: 40, town: 4000, areaM2: 200_000 }],
    ['move', 'denser-outside', { inside: 4, ring: 300 }],
    ['shrink', 'half-is-enough', { denseHalf: { inside: 36, share: 0.5 } }],
    ['unknown', 'cannot-tell', { inside: 22, ring: 60, town: 4400, denseHalf: null }],
  ] as const)('%s: %s', (advice, reason, change) => {
    expect(adviceFor({ ...PLACE, ...change })).toMatchObject({ advice, reason });
  });

  it('tells how few there are where nothing can be read from them', () => {
    const few = adviceFor({ ...PLACE, inside: 8, ring: 8 });
    expect([few.part, few.all, few.interval]).toEqual([16, 400, null]);
  });

  it('has the counts that it rests on, and the interval', () => {
    const { part, all, interval, against } = adviceFor(PLACE);
    expect([part, all, against]).toEqual([40, 400, 0.005]);
    expect(interval?.low).toBeGreaterThan(0.07);
    expect(interval?.high).toBeLessThan(0.14);
  });

  it('is not retired where the incidents do not reach back two tertials', () => {
    const { advice } = adviceFor({ ...PLACE, lastTwoTertials: null });
    expect(advice).toBe('keep');
  });
});
