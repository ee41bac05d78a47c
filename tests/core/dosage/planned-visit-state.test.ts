import { describe, expect, it } from 'vitest';
import { type PlannedVisitFacts, plannedVisitState } from '#core/dosage/planned-visit-state.ts';

const MINUTE = 60_000;
/** Planned for minute 0, may start until 40, is lost from 100. */
const at = (now: number, facts: Partial<PlannedVisitFacts> = {}) =>
  plannedVisitState({
    startsAt: 0,
    latestStart: 40 * MINUTE,
    lostFrom: 100 * MINUTE,
    visit: null,
    loss: null,
    ...facts,
    now: now * MINUTE,
  });
const visit = (from: number, to: number | null) => ({
  visit: { startedAt: from * MINUTE, endedAt: to === null ? null : to * MINUTE },
});

describe('a planned visit that nobody has made', () => {
  it.each([
    [-10_000, 'planned'],
    [-16, 'planned'],
    [-15, 'ready'],
    [0, 'ready'],
    [15, 'ready'],
    [70, 'ready'],
    [71, 'overdue'],
    [99, 'overdue'],
    [100, 'missed'],
    [10_000, 'missed'],
  ])('is at minute %i %s', (now, expected) => {
    expect(at(now)).toBe(expected);
  });

  it('without a latest start is overdue half an hour after its start', () => {
    expect(at(30, { latestStart: null })).toBe('ready');
    expect(at(31, { latestStart: null })).toBe('overdue');
  });

  it('without a known end stays overdue', () => {
    expect(at(10_000, { lostFrom: null })).toBe('overdue');
  });

  it('with a recorded loss is missed, even before its time', () => {
    expect(at(-600, { loss: 'staffing' })).toBe('missed');
  });
});

describe('a planned visit that a patrol went to', () => {
  it.each([
    [5, visit(0, null), 'ongoing'],
    [500, visit(0, null), 'ongoing'],
    [20, visit(0, 10), 'done'],
    [20, visit(-60, -45), 'done'],
    [60, visit(0, 45), 'done'],
    [20, visit(0, 9), 'short'],
    [200, visit(0, 9), 'short'],
  ])('is at minute %i %j %s', (now, facts, expected) => {
    expect(at(now, facts)).toBe(expected);
  });

  it('and only passed through is still to be made', () => {
    expect(at(10, visit(0, 2))).toBe('ready');
    expect(at(100, visit(0, 2))).toBe('missed');
  });

  it('is done by its window’s own measure', () => {
    const thresholds = { countsFromMin: 15, ceilingMin: 20 };
    expect(at(20, { ...visit(0, 12), thresholds })).toBe('short');
  });

  it('after its loss was recorded is done; if short, it stays lost', () => {
    expect(at(20, { ...visit(0, 12), loss: 'call-out' })).toBe('done');
    expect(at(20, { ...visit(0, 5), loss: 'call-out' })).toBe('missed');
  });

  it('by a clock ahead of ours is not begun yet', () => {
    expect(at(0, visit(3, 14))).toBe('ready');
  });
});
