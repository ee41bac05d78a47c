import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/calendar-date.ts';
import { countPoints, isOverdue } from '#core/walks/point-state.ts';
import { POINT_STATUSES } from '#core/walks/walk.ts';

const TODAY = '2026-11-25';

const anyPoint = fc.record({
  status: fc.constantFrom(...POINT_STATUSES),
  dueDate: fc.option(fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days))),
});

describe('the points of a walk', () => {
  it.each([
    ['open', '2026-11-24', true],
    ['open', '2026-11-25', false],
    ['in-progress', '2026-11-24', true],
    ['done', '2026-11-24', false],
    ['will-not-be-done', '2026-11-24', false],
    ['open', null, false],
  ] as const)('%s, due %s: late is %s', (status, dueDate, late) => {
    expect(isOverdue({ status, dueDate }, TODAY)).toBe(late);
  });

  it('are each counted once, and the late are among those to do', () => {
    fc.assert(
      fc.property(fc.array(anyPoint), (points) => {
        const { all, toDo, overdue, done, willNotBeDone } = countPoints(points, TODAY);
        expect(toDo + done + willNotBeDone).toBe(all);
        expect(overdue).toBeLessThanOrEqual(toDo);
        let late = 0;
        for (const { status, dueDate } of points) {
          const isOver = status === 'done' || status === 'will-not-be-done';
          if (!isOver && dueDate !== null && Date.parse(dueDate) < Date.parse(TODAY)) late += 1;
        }
        expect(overdue).toBe(late);
      }),
    );
  });

  it('once late stay late as the days pass, until somebody acts', () => {
    fc.assert(
      fc.property(anyPoint, fc.integer({ min: 0, max: 400 }), (point, days) => {
        if (isOverdue(point, TODAY)) expect(isOverdue(point, addDays(TODAY, days))).toBe(true);
      }),
    );
  });
});
