import { describe, expect, test } from 'vitest';
import type { PlannedVisit } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { checkEditedPlan } from '#core/planner/bridge/check-edited-plan.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import type { PlanningInput } from '#core/planner/bridge/planning-input.ts';
import { solve } from '#core/planner/solve.ts';
import { at, countingIds, MINUTE, nightInput, plannedVisit, withPatrol } from './night-input.ts';

function proposed(change: Partial<PlanningInput> = {}) {
  const task = buildPlanningTask(nightInput(change));
  const { plan } = solve(task.problem, { seed: 1, iterations: 100 });
  if (!plan) throw new Error('the night contradicts itself');
  return { task, plan, content: planFromSolution(task, plan, countingIds()) };
}

const moved = (visit: PlannedVisit, startsAt: number): PlannedVisit =>
  Object.assign({ ...visit }, { startsAt, endsAt: startsAt + (visit.endsAt - visit.startsAt) });

describe('a proposed plan', () => {
  test('meets the demand, at instants, with every visit in a slot of its own', () => {
    const { content } = proposed();
    expect(content.unmet).toEqual([]);
    expect(content.visits.filter(({ hotSpotId }) => hotSpotId === 'square').length).toBeGreaterThan(
      2,
    );
    expect(new Set(content.visits.map(({ slotId }) => slotId)).size).toBe(content.visits.length);
    for (const visit of content.visits) {
      expect(visit.startsAt).toBeGreaterThanOrEqual(at(21));
      expect(visit.endsAt - visit.startsAt).toBe(15 * MINUTE);
    }
    expect(content.breaks.map(({ patrolId }) => patrolId)).toEqual(['P1', 'P2']);
  });

  test('says of each visit what stands behind it', () => {
    const visit = {
      hotSpotId: 'square',
      patrolId: 'P1',
      startedAt: at(-10),
      endedAt: at(-9),
      isDose: true,
    };
    const { content } = proposed({ made: [visit] });
    const first = content.visits.find(({ hotSpotId }) => hotSpotId === 'square');
    const reasons = new Map(first?.reasons.map(({ code, values }) => [code, values]));
    expect(reasons.get('hours-since-dose')).toMatchObject({ wanted: 24 });
    expect(reasons.get('window')).toMatchObject({
      opens: at(21),
      closes: at(27),
      number: 1,
      target: 3,
    });
    expect(reasons.get('priority')).toEqual({ priority: 3, weight: 27 });
    expect(Number(reasons.get('worth')?.worth)).toBeGreaterThan(0);
  });

  test('says of a pinned visit that it is pinned, and keeps its slot', () => {
    const pin = plannedVisit('P1', 'square', at(24));
    const task = buildPlanningTask(nightInput({ pinned: [pin] }));
    const { plan } = solve(task.problem, { seed: 1, iterations: 50 });
    const earlier = { visits: [pin], breaks: [] };
    const { visits } = planFromSolution(task, plan!, countingIds(), earlier);
    const kept = visits.find(({ slotId }) => slotId === pin.slotId);
    expect(kept).toMatchObject({ startsAt: pin.startsAt, patrolId: 'P1', pinned: true });
    expect(kept?.reasons[0]).toEqual({ code: 'pinned', values: {} });
  });

  test('keeps what is past of the plan it mends', () => {
    const past = plannedVisit('P1', 'square', at(22), { pinned: false });
    const task = buildPlanningTask(nightInput({ now: at(23) }));
    const { plan } = solve(task.problem, { seed: 1, iterations: 50 });
    const { visits } = planFromSolution(task, plan!, countingIds(), { visits: [past], breaks: [] });
    expect(visits[0]).toEqual({ ...past, id: visits[0]?.id });
    // As a row of another version it must not take the earlier one's key.
    expect(visits[0]?.id).not.toBe(past.id);
    expect(visits.slice(1).every(({ startsAt }) => startsAt >= at(23))).toBe(true);
  });

  test('names what a patrol away until too late leaves undone, with instants', () => {
    const call = { from: at(20), to: at(26, 40) };
    const { content } = proposed(withPatrol({ unavailable: [call], break: null }));
    expect(content.unmet.map(({ hotSpotId }) => hotSpotId)).toContain('station');
    expect(content.unmet[0]?.reason).toEqual({
      code: 'no-patrol',
      values: { opens: at(21), closes: at(27) },
    });
  });
});

describe('a plan changed by hand', () => {
  test('as proposed breaks no rule and moves no break', () => {
    const { task, content } = proposed();
    const { violations, breaks } = checkEditedPlan(task, content.visits, content.breaks);
    expect(violations).toEqual([]);
    expect(breaks).toEqual(content.breaks);
  });

  test('is refused where a visit leaves its window, naming the visit and the window', () => {
    const { task, content } = proposed();
    const last = content.visits.length - 1;
    const visits = content.visits.map((one, i) => (i === last ? moved(one, at(26, 50)) : one));
    const { violations } = checkEditedPlan(task, visits, content.breaks);
    expect(violations).toContainEqual(
      expect.objectContaining({
        code: 'outside-window',
        visit: last,
        values: expect.objectContaining({ close: 1620 }),
      }),
    );
  });

  test('is refused where two patrols come to a spot too soon after each other, naming both visits', () => {
    const { task } = proposed();
    const visits = [plannedVisit('P1', 'square', at(22)), plannedVisit('P2', 'square', at(22, 40))];
    const { violations } = checkEditedPlan(task, visits, []);
    expect(violations).toContainEqual(
      expect.objectContaining({ code: 'gap', visit: 1, otherVisit: 0 }),
    );
  });

  test('gets its break moved where a visit now stands in the way', () => {
    const { task } = proposed();
    const breaks = ['P1', 'P2'].map((patrolId) => ({
      patrolId,
      startsAt: at(24),
      endsAt: at(24, 30),
    }));
    const visits = [plannedVisit('P1', 'square', at(24, 10))];
    const checked = checkEditedPlan(task, visits, breaks);
    expect(checked.violations).toEqual([]);
    expect(checked.breaks[0]?.startsAt).not.toBe(at(24));
    expect(checked.breaks[1]?.startsAt).toBe(at(24));
  });

  test('may move a pinned visit, since a hand pinned it', () => {
    const pin = plannedVisit('P1', 'square', at(24));
    const { task, content } = proposed({ pinned: [pin] });
    const visits = [moved(pin, at(21, 30))];
    const codes = checkEditedPlan(task, visits, content.breaks).violations.map(({ code }) => code);
    expect(codes).not.toContain('locked-missing');
  });

  test('is refused visits of a patrol that has gone home', () => {
    const task = buildPlanningTask(nightInput({ now: at(29, 30) }));
    const visits = [plannedVisit('P1', 'square', at(29, 40))];
    const codes = checkEditedPlan(task, visits, []).violations.map(({ code }) => code);
    expect(codes).toContain('unknown-patrol');
  });

  test('is warned of, and not refused, a fifth dose in a day', () => {
    const { task } = proposed();
    const hours = [21.25, 22.5, 23.75, 25, 26.25];
    const visits = hours.map((hour) => plannedVisit('P1', 'square', at(0) + hour * 60 * MINUTE));
    const { warnings } = checkEditedPlan(task, visits, []);
    expect(warnings).toContainEqual({
      code: 'dose-ceiling',
      values: { hotSpotId: 'square', doses: 5, most: 4 },
    });
  });
});
