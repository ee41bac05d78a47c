/** A patrol's own task, planned on hours later without network. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { type Later, laterTask, madeSince } from '#core/planner/bridge/later-task.ts';
import { mendPlan } from '#core/planner/bridge/mend-plan.ts';
import { patrolInput } from '#core/planner/bridge/patrol-input.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import { minuteFrom } from '#core/planner/bridge/planning-task.ts';
import { checkPlan } from '#core/planner/check-plan.ts';
import { solve } from '#core/planner/solve.ts';
import { at, countingIds, nightInput, plannedVisit, withPatrol } from './night-input.ts';

const input = nightInput(withPatrol({ break: null }));
const others = plannedVisit('P2', 'square', at(23), { pinned: false });
const task = buildPlanningTask(patrolInput(input, 'P1', [others]));
const loose = (hotSpotId: string, startsAt: number) =>
  plannedVisit('P1', hotSpotId, startsAt, { pinned: false });
const planned = [loose('station', at(22, 30)), loose('square', at(25))];

function replanned(later: Later, plan = planned) {
  const then = laterTask(task, later);
  const { problem } = mendPlan(then, { visits: plan, breaks: [] }, []);
  const { plan: solved } = solve(problem, { seed: 1, iterations: 60 });
  if (!solved) throw new Error('the visits kept contradict each other');
  expect(checkPlan(problem, solved)).toEqual([]);
  return planFromSolution(then, solved, countingIds(), { visits: plan, breaks: [] }).visits;
}

describe('a patrol that is called away', () => {
  test('is planned by itself, and what another patrol has ahead keeps its gap and its dose', () => {
    expect(task.problem.patrols.map(({ id }) => id)).toEqual(['P1']);
    const square = task.problem.hotspots.find(({ id }) => id === 'square');
    expect(square?.taken).toMatchObject([{ start: minuteFrom(task.origin, at(23)) }]);
  });

  test('is planned nothing in the call, whenever it is and whenever they press the button', () => {
    const minutes = fc.integer({ min: 0, max: 5 * 60 });
    fc.assert(
      fc.property(minutes, minutes, (pressedMin, lengthMin) => {
        const now = at(21) + pressedMin * 60_000;
        const call = { from: now, to: now + lengthMin * 60_000 };
        const visits = replanned({ now, unavailable: [call], breaks: [], made: [] });
        const within = visits.filter(
          ({ startsAt, endsAt }) => startsAt >= now && startsAt < call.to && endsAt > call.from,
        );
        expect(within).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('keeps the visit that the call does not touch, and moves the one it does', () => {
    const call = { from: at(22, 10), to: at(24) };
    const visits = replanned({ now: at(22, 10), unavailable: [call], breaks: [], made: [] });
    const kept = visits.find(({ slotId }) => slotId === planned[1]?.slotId);
    expect(kept).toMatchObject({ startsAt: at(25) });
    expect(visits.some(({ startsAt }) => startsAt === at(22, 30))).toBe(false);
  });

  test('has had its break where the time for it has come, and gets it later where the call took it', () => {
    const resting = buildPlanningTask(patrolInput(nightInput(), 'P1', []));
    const call = { from: at(23, 20), to: at(25) };
    const rest = (startsAt: number) => [
      { patrolId: 'P1', startsAt, endsAt: startsAt + 30 * 60_000 },
    ];
    const breakOf = (startsAt: number) =>
      laterTask(resting, {
        now: at(23, 20),
        unavailable: [call],
        breaks: rest(startsAt),
        made: [],
      }).problem.patrols[0]?.break;
    expect(breakOf(at(23))).toBeNull();
    expect(breakOf(at(24))).toMatchObject({ dur: 30 });
  });

  test('is not planned again where it has just been', () => {
    const made = [{ hotSpotId: 'station', startedAt: at(22), endedAt: at(22, 15) }];
    const before = task.problem.hotspots.find(({ id }) => id === 'station')?.windows[0]?.target;
    const then = laterTask(task, { now: at(22, 20), unavailable: [], breaks: [], made });
    const station = then.problem.hotspots.find(({ id }) => id === 'station');
    expect(station?.windows[0]?.target).toBe((before ?? 0) - 1);
    expect(then.problem.patrols[0]?.from).toBe(station?.place);
  });

  test('counts as made since only what the server had not heard of', () => {
    const visits = [at(21, 30), at(22)].map((startedAt) => ({
      hotSpotId: 'station',
      startedAt,
      endedAt: null,
    }));
    expect(madeSince(task, at(21, 45), visits)).toEqual([visits[1]]);
  });
});
