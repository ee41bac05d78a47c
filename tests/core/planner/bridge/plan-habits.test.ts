/** What a watcher could say of the coming night, and what the plan changes in that. */
import { describe, expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { planHabits } from '#core/planner/bridge/plan-habits.ts';
import { at, nightInput } from './night-input.ts';

const HOT_SPOT = 'square';

/** Visits on the four Fridays before, each at the minutes since midnight given. */
function fridays(...starts: readonly number[][]) {
  return starts.map((minutes, n) => ({
    daysAgo: 7 * (n + 1),
    isMade: true,
    visits: minutes.map((start) => ({ hotspot: HOT_SPOT, start })),
  }));
}

const taskAfter = (past: ReturnType<typeof fridays>) => buildPlanningTask(nightInput({ past }));
const [TEN_PAST_NINE, HALF_PAST_ELEVEN] = [21 * 60 + 10, 23 * 60 + 30];

describe('the habit of a hot spot', () => {
  const past = fridays(
    [TEN_PAST_NINE, HALF_PAST_ELEVEN],
    [TEN_PAST_NINE],
    [TEN_PAST_NINE],
    [TEN_PAST_NINE, 60],
  );

  test('is told with the half hour: 4 of 6 Friday visits began 21:00–21:30', () => {
    const [habit] = planHabits(taskAfter(past), []).habits;
    expect(habit).toMatchObject({
      hotSpotId: HOT_SPOT,
      visits: 6,
      alike: 4,
      from: at(21),
      to: at(21, 30),
      isSameWeekday: true,
      isKept: false,
    });
  });

  test('is kept by a plan that comes then again, and broken by one that does not', () => {
    const kept = (hour: number, minute: number) =>
      planHabits(taskAfter(past), [{ hotSpotId: HOT_SPOT, startsAt: at(hour, minute) }]).habits[0];
    expect(kept(21, 20)?.isKept).toBe(true);
    expect(kept(22, 0)?.isKept).toBe(false);
  });

  test('is none where visits are few, or spread', () => {
    expect(planHabits(taskAfter(fridays([TEN_PAST_NINE], [TEN_PAST_NINE])), []).habits).toEqual([]);
    const spread = fridays([1260], [1300], [1340], [1380]);
    expect(planHabits(taskAfter(spread), []).habits).toEqual([]);
  });

  test('is that of all days where the weekday has too few visits', () => {
    const daily = past.map((route, n) => ({ ...route, daysAgo: n + 1 }));
    expect(planHabits(taskAfter(daily), []).habits[0]?.isSameWeekday).toBe(false);
  });
});

test('a plan at a new time makes the night harder to predict, one at the usual time does not', () => {
  const usual = [TEN_PAST_NINE, HALF_PAST_ELEVEN];
  const past = fridays(usual, usual, usual, usual);
  const withVisit = (startsAt: number) =>
    planHabits(taskAfter(past), [{ hotSpotId: HOT_SPOT, startsAt }]);
  const { before, after } = withVisit(at(25));
  expect(after.evenness).toBeGreaterThan(before.evenness ?? 1);
  expect(after.neverSeen).toBeLessThan(before.neverSeen);
  expect(withVisit(at(21, 10)).after.evenness).toBeLessThan(after.evenness ?? 0);
});

test('what was only planned was not seen', () => {
  const past = fridays([TEN_PAST_NINE]).map((route) => ({ ...route, isMade: false }));
  expect(planHabits(taskAfter(past), []).before.evenness).toBeNull();
});
