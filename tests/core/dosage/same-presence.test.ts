import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSamePresence } from '#core/dosage/same-presence.ts';

const record = (startedAt: number, endedAt: number | null, patrolId: string | null = 'A') => ({
  hotSpotId: 'R1',
  patrolId,
  startedAt,
  endedAt,
});

describe('one presence', () => {
  test.each([
    ['a part of the other', record(0, 20), record(5, 9)],
    ['a little earlier and longer', record(0, 20), record(-3, 22)],
    ['within a visit that nobody ended', record(0, null), record(5, 20)],
    ['of a patrol that is not known', record(0, 20), record(2, 19, null)],
  ])('is told by what is %s', (_case, one, other) => {
    expect(isSamePresence(one, other)).toBe(true);
  });
});

describe('two presences', () => {
  test.each([
    ['follow each other', record(0, 20), record(20, 40)],
    ['share less than half of the shorter', record(0, 20), record(16, 26)],
    ['are of two patrols', record(0, 20), record(0, 20, 'B')],
    ['are in two places', record(0, 20), { ...record(0, 20), hotSpotId: 'R2' }],
    ['began after the other ended', record(0, 20), record(60, null)],
  ])('are told by those that %s', (_case, one, other) => {
    expect(isSamePresence(one, other)).toBe(false);
  });
});

const any = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.integer({ min: 1, max: 60 })))
  .map(([from, length]) => record(from, length === null ? null : from + length));

test('it does not matter which of the two is looked at first', () => {
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(isSamePresence(one, other)).toBe(isSamePresence(other, one));
    }),
  );
});

test('what has half of all their time in common is one', () => {
  fc.assert(
    fc.property(any, any, (one, other) => {
      const [a, b] = [one.endedAt ?? 1e9, other.endedAt ?? 1e9];
      const common = Math.min(a, b) - Math.max(one.startedAt, other.startedAt);
      const all = Math.max(a, b) - Math.min(one.startedAt, other.startedAt);
      fc.pre(common / all >= 0.5);
      expect(isSamePresence(one, other)).toBe(true);
    }),
  );
});
