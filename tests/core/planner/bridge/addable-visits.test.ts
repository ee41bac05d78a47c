import { expect, test } from 'vitest';
import { addableVisits } from '#core/planner/bridge/addable-visits.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { at, nightInput, plannedVisit } from './night-input.ts';

const task = buildPlanningTask(nightInput());
const empty = { visits: [], breaks: [] };

test('at a free place each hot spot with an open window can be added, the one that lacks most first', () => {
  const offered = addableVisits(task, empty, 'P1', at(22));
  expect(offered.map(({ hotSpotId, missing }) => [hotSpotId, missing])).toEqual([
    ['square', 3],
    ['station', 2],
  ]);
  expect(offered[0]).toMatchObject({ startsAt: at(22), endsAt: at(22, 15), refusal: null });
});

test('the walk there moves the visit to the nearest five minutes that can be', () => {
  const [square] = addableVisits(task, empty, 'P1', at(21));
  expect(square).toMatchObject({ startsAt: at(21, 10), refusal: null });
});

test('what cannot be stands last, with the rule that it would break', () => {
  const visits = [plannedVisit('P2', 'square', at(22))];
  const offered = addableVisits(task, { visits, breaks: [] }, 'P1', at(22, 30));
  expect(offered.map(({ hotSpotId }) => hotSpotId)).toEqual(['station', 'square']);
  expect(offered[1]?.refusal).toMatchObject({ code: 'gap' });
});

test('outside every window nothing can be added', () => {
  const refusals = addableVisits(task, empty, 'P1', at(28)).map(({ refusal }) => refusal?.code);
  expect(refusals).toEqual(['outside-window', 'outside-window']);
});
