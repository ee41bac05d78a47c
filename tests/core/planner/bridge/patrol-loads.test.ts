import { expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { patrolLoads } from '#core/planner/bridge/patrol-loads.ts';
import { solutionFromPlan } from '#core/planner/bridge/solution-from-plan.ts';
import { at, nightInput, plannedVisit } from './night-input.ts';

test('each patrol has its own walking and dwelling against half of its own time on duty', () => {
  const task = buildPlanningTask(nightInput());
  const visits = [plannedVisit('P1', 'square', at(22)), plannedVisit('P1', 'station', at(23))];
  expect(patrolLoads(task, solutionFromPlan(task, visits, []))).toEqual([
    { patrolId: 'P1', busyMin: 6 + 15 + 6 + 15 + 6, mostMin: 240, onDutyMin: 480 },
    { patrolId: 'P2', busyMin: 0, mostMin: 240, onDutyMin: 480 },
  ]);
});

test('visits made in the shift count with those still planned', () => {
  const made = { hotSpotId: 'square', startedAt: at(21, 30), endedAt: at(21, 50), isDose: true };
  const task = buildPlanningTask(nightInput({ now: at(22), made: [{ ...made, patrolId: 'P1' }] }));
  const visits = [plannedVisit('P1', 'station', at(23))];
  const [own] = patrolLoads(task, solutionFromPlan(task, visits, []));
  expect(own?.busyMin).toBe(20 + 6 + 15 + 6);
});
