import { describe, expect, test } from 'vitest';
import type { PlannedVisit } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { checkChange } from '#core/planner/bridge/check-change.ts';
import { at, nightInput, plannedVisit, withPatrol } from './night-input.ts';

/** A call has come between two visits and the patrol. */
const CALL = { from: at(22), to: at(24) };
const onCall = buildPlanningTask(nightInput(withPatrol({ unavailable: [CALL], break: null })));
const first = plannedVisit('P1', 'square', at(22, 10));
const second = plannedVisit('P1', 'square', at(23, 30));

const codes = (before: readonly PlannedVisit[], after: readonly PlannedVisit[], task = onCall) =>
  checkChange(task, { visits: before, breaks: [] }, { visits: after, breaks: [] }).violations.map(
    ({ code }) => code,
  );

describe('a plan that a call has broken', () => {
  test('is put right one visit at a time', () => {
    expect(codes([first, second], [second])).toEqual([]);
  });

  test('is not made worse: a third visit in the call is refused', () => {
    const third = plannedVisit('P1', 'station', at(22, 40));
    expect(codes([first, second], [first, third, second])).toEqual(['on-a-call']);
  });

  test('does not let a broken visit be moved to where it breaks a rule anew', () => {
    const moved = { ...first, startsAt: at(22, 30), endsAt: at(22, 45) };
    expect(codes([first], [moved])).toEqual(['on-a-call']);
  });
});

describe('in a shift that is on', () => {
  const task = buildPlanningTask(nightInput({ now: at(23) }));
  const rests = ['P1', 'P2'].map((patrolId) => ({
    patrolId,
    startsAt: at(25),
    endsAt: at(25, 30),
  }));
  const codesNow = (before: readonly PlannedVisit[], after: readonly PlannedVisit[]) =>
    checkChange(
      task,
      { visits: before, breaks: rests },
      { visits: after, breaks: rests },
    ).violations.map(({ code }) => code);

  test('no visit is moved or put into the past', () => {
    const ahead = plannedVisit('P1', 'square', at(24));
    const moved = { ...ahead, startsAt: at(22), endsAt: at(22, 15) };
    expect(codesNow([ahead], [moved])).toEqual(['past']);
    expect(codesNow([], [moved])).toEqual(['past']);
  });

  test('what is past stays where it was planned', () => {
    const past = plannedVisit('P1', 'square', at(22));
    expect(codesNow([past], [past])).toEqual([]);
  });
});
