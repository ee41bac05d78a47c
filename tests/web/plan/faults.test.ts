import { describe, expect, test } from 'vitest';
import type { PlannedVisit, UnmetDemand } from '#core/model.ts';
import { nextStep, planFaults } from '../../../web/plan/faults.ts';

const visit = (slotId: string): PlannedVisit => ({
  id: slotId,
  slotId,
  patrolId: '1410',
  hotSpotId: 'r1',
  windowId: 'w1',
  startsAt: 0,
  endsAt: 900_000,
  pinned: false,
  reasons: [],
});
const unmet = (missing: number): UnmetDemand[] => [
  { hotSpotId: 'r1', windowId: 'w1', missing, reason: { code: 'room-left', values: {} } },
];
const outcome = (state: 'done' | 'overdue' | 'planned', loss: 'weather' | null = null) => ({
  slotId: 'a',
  state,
  loss,
  visitId: null,
});
const holds = {
  violations: [],
  isRunning: true,
  visits: [visit('a')],
  outcomes: [outcome('planned')],
  unmet: [],
  saved: [],
};
const published = { status: 'published' } as const;
const stepAfter = (change: Partial<Parameters<typeof planFaults>[0]>) =>
  nextStep(published, planFaults({ ...holds, ...change }));

describe('the next step', () => {
  test('is to propose where there is no plan, to publish a draft, and nothing once it is out', () => {
    const fine = planFaults(holds);
    expect(nextStep(null, fine)).toBe('propose');
    expect(nextStep({ status: 'draft' }, fine)).toBe('publish');
    expect(nextStep(published, fine)).toBe(null);
  });

  test('is to mend when a call has taken a planned visit, in a draft too', () => {
    const onCall = { code: 'on-a-call', patrol: '1410', visit: 0, values: {} } as const;
    const faults = planFaults({ ...holds, violations: [onCall] });
    expect(nextStep(published, faults)).toBe('mend');
    expect(nextStep({ status: 'draft' }, faults)).toBe('mend');
  });

  test('is to mend when a visit is overdue and nothing ahead makes up for its dose', () => {
    expect(stepAfter({ outcomes: [outcome('overdue')], unmet: unmet(1) })).toBe('mend');
    const covered = { ...holds, outcomes: [outcome('overdue')] };
    expect(planFaults(covered)).toMatchObject({ lost: 0, undone: 1 });
    expect(nextStep(published, planFaults(covered))).toBe(null);
  });

  test('asks for nothing that the plan had said it could not place, or that has been given its reason', () => {
    const overdue = { outcomes: [outcome('overdue')], unmet: unmet(1) };
    expect(stepAfter({ ...overdue, saved: unmet(1) })).toBe(null);
    expect(stepAfter({ ...overdue, outcomes: [outcome('overdue', 'weather')] })).toBe(null);
  });

  test('is not made by a guess: where the patrol is this minute, or a visit that ran over', () => {
    const tooFar = { code: 'too-far', patrol: '1410', visit: 0, values: {} } as const;
    const overLoad = { code: 'over-load', patrol: '1410', values: {} } as const;
    expect(stepAfter({ violations: [tooFar, overLoad] })).toBe(null);
    expect(stepAfter({ violations: [overLoad], isRunning: false })).toBe('mend');
  });
});
