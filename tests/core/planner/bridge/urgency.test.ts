/** Rules that reach across days: what has waited is worth more, and the visit says so. */
import { describe, expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import type { DemandDay, PlanningInput } from '#core/planner/bridge/planning-input.ts';
import { type Urgency, urgencyOf } from '#core/planner/bridge/urgency.ts';
import { visitReasons } from '#core/planner/bridge/visit-reasons.ts';
import { at, HOUR, MINUTE, nightInput } from './night-input.ts';

/** A gap that no test's night runs out of, so that days alone count. */
const PLACE = { id: 'square', wantedGapHours: 1000 };

/** `●` a dose, `○` none, `·` no window; the last is the day before the shift. */
function after(marks: string, more: Partial<PlanningInput> = {}): PlanningInput {
  const days = Array.from(marks, (mark, index): DemandDay => {
    const startsAt = at(6 - 24 * (marks.length - index));
    const open = mark === '·' ? [] : ['square'];
    return { date: `day ${index}`, startsAt, endsAt: startsAt + 24 * HOUR, open };
  });
  const made = days
    .filter((_, index) => marks[index] === '●')
    .map(({ startsAt }) => doseAt(startsAt + 15 * HOUR));
  return nightInput({ daysBefore: days, made, ...more });
}

const doseAt = (startedAt: number) => ({
  hotSpotId: 'square',
  patrolId: null,
  startedAt,
  endedAt: startedAt + 15 * MINUTE,
  isDose: true,
});

const visitAt = (startsAt: number) => ({
  hotSpotId: 'square',
  startsAt,
  endsAt: startsAt + 15 * MINUTE,
});

const told = ({ factor, reasons }: Urgency) => [factor, reasons[0]?.code, reasons[0]?.values];

describe('by its days', () => {
  test.each([
    ['', [1, undefined, undefined]],
    ['○', [1, undefined, undefined]],
    ['●', [1.3, 'streak', { day: 2 }]],
    ['●●', [1.3, 'streak', { day: 3 }]],
    ['●●●', [1, undefined, undefined]],
    ['●○', [1, undefined, undefined]],
    ['●○○', [1.6, 'days-without', { days: 2 }]],
    ['●○○○', [3, 'days-without', { days: 3 }]],
    ['●○○○○○', [3, 'days-without', { days: 5 }]],
    ['○●', [1.3, 'streak', { day: 2 }]],
  ])('%s weighs %o', (marks, expected) => {
    expect(told(urgencyOf(after(marks), PLACE))).toEqual(expected);
  });

  test('a place with a window on Fridays alone is not behind on a Thursday', () => {
    expect(told(urgencyOf(after('●······'), PLACE))).toEqual([1, undefined, undefined]);
    expect(told(urgencyOf(after('●······○······○······'), PLACE))[0]).toBe(1.6);
  });

  test('what another shift plans counts as what was made', () => {
    const planned = after('○○○', { elsewhere: [visitAt(at(21 - 24))] });
    expect(told(urgencyOf(planned, PLACE))).toEqual([1.3, 'streak', { day: 2 }]);
  });

  test('a dose in the same day, made or planned, takes the urgency of the days away', () => {
    const planned = after('○○○', { elsewhere: [visitAt(at(10))] });
    expect(urgencyOf(planned, PLACE).factor).toBe(1);
    const made = after('○○○', { made: [doseAt(at(10))] });
    expect(urgencyOf(made, PLACE).factor).toBe(1);
  });
});

describe('by its wanted gap', () => {
  test('a gap that runs out before the shift is over weighs half as much again', () => {
    const at16 = nightInput({ made: [doseAt(at(16))] });
    expect(urgencyOf(at16, { ...PLACE, wantedGapHours: 12 }).factor).toBe(1.5);
    expect(urgencyOf(at16, { ...PLACE, wantedGapHours: 13 }).factor).toBe(1);
  });

  test('a dose that another shift plans after this one starts no gap', () => {
    const later = nightInput({ elsewhere: [visitAt(at(60))] });
    expect(urgencyOf(later, { ...PLACE, wantedGapHours: 12 }).factor).toBe(1);
  });

  test('gap and days multiply, to four at most', () => {
    const behind = { ...PLACE, wantedGapHours: 24 };
    expect(urgencyOf(after('●'), behind).factor).toBeCloseTo(1.95);
    expect(urgencyOf(after('●○○○'), behind).factor).toBe(4);
  });
});

describe('by the weekly focus', () => {
  const focus = [{ hotSpotId: 'square', until: '2026-11-30' }];

  test('it is worth as much more as a step of priority, also where it has waited long', () => {
    expect(urgencyOf(nightInput({ focus }), PLACE).factor).toBe(1.6);
    const waited = { ...PLACE, wantedGapHours: 24 };
    expect(urgencyOf(after('●○○○', { focus }), waited).factor).toBeCloseTo(4 * 1.6);
  });

  test('the others are worth what they were', () => {
    expect(urgencyOf(nightInput({ focus }), { ...PLACE, id: 'station' }).factor).toBe(1);
  });

  test('and each visit there says so, not the first alone', () => {
    const task = buildPlanningTask(nightInput({ focus }));
    const visit = (start: number) => ({ hotspot: 'square', window: 0, start });
    const [first, second] = [visit(22 * 60), visit(24 * 60)];
    const plan = { patrols: [{ id: 'P1', items: [first, second] }] };
    for (const one of [first, second]) {
      expect(visitReasons(task, plan, one, false)).toContainEqual({
        code: 'focus',
        values: { until: '2026-11-30' },
      });
    }
  });
});

test('a hot spot that waits is worth more in the plan, in every window', () => {
  const weight = (input: PlanningInput) =>
    buildPlanningTask(input).problem.hotspots.find(({ id }) => id === 'square')?.windows[0]?.weight;
  // The last dose four days ago: three days without, and the wanted 24 hours are over.
  expect((weight(after('●○○○')) ?? 0) / (weight(after('')) ?? 1)).toBe(4);
});

test('the first visit there says why it could not wait, and since when', () => {
  const planned = after('○●', { elsewhere: [visitAt(at(22 - 24))] });
  const task = buildPlanningTask({ ...planned, made: [] });
  const visit = (start: number) => ({ hotspot: 'square', window: 0, start });
  const [first, second] = [visit(22 * 60), visit(24 * 60)];
  const plan = {
    patrols: [
      { id: 'P1', items: [first, second] },
      { id: 'P2', items: [] },
    ],
  };
  const codes = (one: typeof first) => visitReasons(task, plan, one, false).map(({ code }) => code);
  expect(visitReasons(task, plan, first, false)).toEqual(
    expect.arrayContaining([
      { code: 'hours-since-planned', values: { hours: 24, wanted: 24 } },
      { code: 'streak', values: { day: 2 } },
    ]),
  );
  expect(codes(second)).not.toContain('streak');
  expect(codes(second)).not.toContain('hours-since-planned');
});
