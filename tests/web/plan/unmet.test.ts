import { expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { leftOutNow, unmetNow } from '../../../web/plan/unmet.ts';
import { at, nightInput, plannedVisit } from '../../core/planner/bridge/night-input.ts';

const missing = (list: ReturnType<typeof unmetNow>) =>
  Object.fromEntries(list.map((one) => [one.hotSpotId, one.missing]));
const outcome = (slotId: string, state: 'ready' | 'overdue') => ({
  slotId,
  state,
  loss: null,
  visitId: null,
});

test('a visit taken out is missing at once, and said to have room', () => {
  const task = buildPlanningTask(nightInput());
  const visits = [22, 23.5].map((hour) => plannedVisit('P1', 'station', at(0) + hour * 3_600_000));
  const both = unmetNow(task, { visits, breaks: [] }, [], []);
  const one = unmetNow(task, { visits: visits.slice(1), breaks: [] }, [], []);
  expect(missing(both)).toEqual({ square: 3 });
  expect(missing(one)).toEqual({ station: 1, square: 3 });
  expect(one[0]?.reason.code).toBe('room-left');
});

test('a visit whose time has come is missing only when it is overdue', () => {
  const task = buildPlanningTask(nightInput({ now: at(22, 10) }));
  const due = plannedVisit('P1', 'station', at(22));
  const ahead = plannedVisit('P1', 'station', at(24));
  const plan = { visits: [due, ahead], breaks: [] };
  expect(missing(unmetNow(task, plan, [outcome(due.slotId, 'ready')], []))).toEqual({ square: 3 });
  const late = unmetNow(task, plan, [outcome(due.slotId, 'overdue')], []);
  expect(missing(late)).toEqual({ station: 1, square: 3 });
});

test('what a window that has closed was left without is still told', () => {
  const task = buildPlanningTask(nightInput({ now: at(28) }));
  const reason = { code: 'no-patrol', values: {} };
  const saved = [{ hotSpotId: 'square', windowId: 'square-window', missing: 1, reason }];
  expect(unmetNow(task, { visits: [], breaks: [] }, [], saved)).toEqual(saved);
});

test('mending leaves out what the plan never had, and what may still be made', () => {
  const task = buildPlanningTask(nightInput({ now: at(22, 10) }));
  const due = plannedVisit('P1', 'station', at(22));
  const reason = { code: 'no-patrol', values: {} };
  const saved = [{ hotSpotId: 'square', windowId: 'square-window', missing: 2, reason }];
  expect(leftOutNow(task, [due], [outcome(due.slotId, 'ready')], saved)).toEqual([
    { windowId: 'station-window', missing: 1 },
    { windowId: 'square-window', missing: 2 },
  ]);
  expect(leftOutNow(task, [due], [outcome(due.slotId, 'overdue')], [])).toEqual([]);
});
