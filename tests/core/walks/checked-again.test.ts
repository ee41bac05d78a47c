import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, checkedBy, type Link, mayCheck } from '#core/walks/checked-again.ts';

/** Walks of which each may check one that is earlier. */
const anyWalks = fc.array(fc.option(fc.nat({ max: 30 })), { maxLength: 12 }).map((checks) =>
  checks.map(
    (earlier, index): Link => ({
      id: `w${index}`,
      startsAt: index,
      checksWalkId: earlier !== null && index > 0 ? `w${earlier % index}` : null,
    }),
  ),
);

/** Everything that can be reached, by repeating until nothing is added. */
function slowGroup(id: string, walks: readonly Link[]): string[] {
  const group = new Set([id]);
  for (const _ of walks) {
    for (const { id: later, checksWalkId } of walks) {
      if (checksWalkId === null) continue;
      if (group.has(later)) group.add(checksWalkId);
      if (group.has(checksWalkId)) group.add(later);
    }
  }
  return walks.map((walk) => walk.id).filter((one) => group.has(one));
}

describe('walks that check each other', () => {
  it('are the same chain from whichever of them one looks, in order of time', () => {
    fc.assert(
      fc.property(anyWalks, (walks) => {
        for (const { id } of walks) {
          expect(chainOf(id, walks).map((walk) => walk.id)).toEqual(slowGroup(id, walks));
        }
      }),
    );
  });

  it('never end in a circle, whatever a hand has written into the database', () => {
    const ring = [
      { id: 'a', startsAt: 1, checksWalkId: 'b' },
      { id: 'b', startsAt: 2, checksWalkId: 'a' },
    ];
    expect(chainOf('a', ring).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are checked by those that say so, not by a sister walk, and not by one that was called off', () => {
    const walks = [
      { id: 'first', checksWalkId: null, state: 'held' },
      { id: 'second', checksWalkId: 'first', state: 'held' },
      { id: 'called-off', checksWalkId: 'first', state: 'cancelled' },
      { id: 'sister', checksWalkId: 'first', state: 'planned' },
    ] as const;
    const idsOf = (id: string) => checkedBy(id, walks).map((walk) => walk.id);
    expect(idsOf('first')).toEqual(['second', 'sister']);
    expect(idsOf('second')).toEqual([]);
  });

  it('look back in time: a walk checks neither itself nor a later one', () => {
    const earlier = { id: 'a', startsAt: 1 };
    const later = { id: 'b', startsAt: 2 };
    expect(mayCheck(later, earlier)).toBe(true);
    expect(mayCheck(earlier, later)).toBe(false);
    expect(mayCheck(earlier, earlier)).toBe(false);
  });
});
