import { describe, expect, test } from 'vitest';
import type { PlannedVisit } from '#core/model.ts';
import { added, moved, pinned, removed, stretched } from '../../../web/plan/edits.ts';

const MINUTE = 60_000;

function visit(slotId: string, atMin: number): PlannedVisit {
  return {
    id: slotId,
    slotId,
    patrolId: '1410',
    hotSpotId: 'r1',
    windowId: 'w1',
    startsAt: atMin * MINUTE,
    endsAt: (atMin + 15) * MINUTE,
    pinned: false,
    reasons: [],
  };
}

const plan = [visit('a', 0), visit('b', 60)];

describe('a visit', () => {
  test('keeps its length when it is moved to another time and patrol', () => {
    const after = moved(plan, 'a', 90 * MINUTE, '1420').find(({ slotId }) => slotId === 'a');
    expect(after).toMatchObject({ patrolId: '1420', endsAt: 105 * MINUTE });
  });

  test('takes its place in the order of time', () => {
    expect(moved(plan, 'a', 90 * MINUTE).map(({ slotId }) => slotId)).toEqual(['b', 'a']);
    expect(added(plan, visit('c', 30)).map(({ slotId }) => slotId)).toEqual(['a', 'c', 'b']);
  });

  test('is never stretched to less than five minutes', () => {
    expect(stretched(plan, 'b', 0)[1]?.endsAt).toBe(65 * MINUTE);
  });

  test('is pinned or removed without touching the others', () => {
    expect(pinned(plan, 'a', true)).toEqual([{ ...plan[0], pinned: true }, plan[1]]);
    expect(removed(plan, 'a')).toEqual([plan[1]]);
  });
});
