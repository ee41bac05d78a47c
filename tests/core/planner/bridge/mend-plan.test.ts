/** Mending: what holds stays, what does not gives way with its reason, and the rest of the shift is filled. */
import { describe, expect, test } from 'vitest';
import type { PlannedVisit } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { type LeftOut, mendPlan } from '#core/planner/bridge/mend-plan.ts';
import { planChanges } from '#core/planner/bridge/plan-changes.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import { checkPlan } from '#core/planner/check-plan.ts';
import { solve } from '#core/planner/solve.ts';
import { at, countingIds, nightInput, plannedVisit, withPatrol } from './night-input.ts';

const CALL = { from: at(22), to: at(24) };
const onCall = buildPlanningTask(nightInput(withPatrol({ unavailable: [CALL], break: null })));
const loose = (hotSpotId: string, startsAt: number) =>
  plannedVisit('P1', hotSpotId, startsAt, { pinned: false });
const [before, within, after] = [
  loose('square', at(21, 20)),
  loose('station', at(22, 30)),
  loose('square', at(25)),
];

function mended(visits: readonly PlannedVisit[], task = onCall, leftOut: readonly LeftOut[] = []) {
  const plan = { visits, breaks: [] };
  const { problem, dropped } = mendPlan(task, plan, leftOut);
  const { plan: solved } = solve(problem, { seed: 1, iterations: 100 });
  if (!solved) throw new Error('the visits kept contradict each other');
  expect(checkPlan(problem, solved)).toEqual([]);
  const { visits: now } = planFromSolution(task, solved, countingIds(), plan);
  return { dropped, changes: planChanges(visits, now) };
}

describe('a plan that a call has broken', () => {
  test('keeps every visit that the call does not touch, where and when it was', () => {
    const { changes } = mended([before, within, after]);
    const touched = changes.flatMap((change) => (change.kind === 'added' ? [] : [change.before]));
    expect(touched.map(({ slotId }) => slotId)).toEqual([within.slotId]);
  });

  test('says which rule took the visit that had to go', () => {
    const { dropped } = mended([before, within, after]);
    expect(dropped).toMatchObject([{ slotId: within.slotId, violation: { code: 'on-a-call' } }]);
  });

  test('gives the dose that was lost another time where there is one', () => {
    const { changes } = mended([before, within, after]);
    const moved = changes.find(({ kind }) => kind === 'moved');
    expect(moved).toMatchObject({ before: { slotId: within.slotId } });
  });

  test('keeps what a person has pinned before what the search had put there', () => {
    const pinned = plannedVisit('P1', 'station', at(25, 5));
    const { dropped } = mended([before, after, pinned]);
    expect(dropped.map(({ slotId }) => slotId)).toEqual([after.slotId]);
  });
});

test('a plan that holds is left alone: visits are only added', () => {
  const task = buildPlanningTask(nightInput());
  const { dropped, changes } = mended([before, after], task);
  expect(dropped).toEqual([]);
  expect(changes.every(({ kind }) => kind === 'added')).toBe(true);
});

test('what the plan had done without is not put in', () => {
  const task = buildPlanningTask(nightInput());
  const leftOut = ['station', 'square'].map((id) => ({ windowId: `${id}-window`, missing: 3 }));
  expect(mended([before, after], task, leftOut).changes).toEqual([]);
});

test('visits of a patrol that is gone from the shift are taken over by another', () => {
  const task = buildPlanningTask(nightInput(withPatrol({ break: null })));
  const gone = { ...before, patrolId: 'P9' };
  const { changes } = mended([gone, after], task);
  expect(changes.filter(({ kind }) => kind === 'moved')).toMatchObject([
    { before: { patrolId: 'P9' }, after: { patrolId: 'P1' } },
  ]);
});

test('what is past is neither moved nor counted as a change', () => {
  const task = buildPlanningTask(nightInput({ now: at(24) }));
  const { problem } = mendPlan(task, { visits: [before, after], breaks: [] }, []);
  expect(problem.locked).toHaveLength(1);
  expect(planChanges([before, after], [after], at(24))).toEqual([]);
});
