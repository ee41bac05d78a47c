/** This Friday's plan beside last Friday's, by the clock on the wall. */
import { describe, expect, test } from 'vitest';
import { instantOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { comparePlans } from '#core/planner/bridge/compare-plans.ts';
import { shiftWeekBefore } from '#core/planner/bridge/week-before.ts';

const at = (date: string, time: string, choice: 'earlier' | 'later' = 'earlier') =>
  instantOf(SWEDISH_RULES, date, time, choice);

const visit = (hotSpotId: string, startsAt: number, patrolId = 'P1') => ({
  hotSpotId,
  patrolId,
  startsAt,
});
const made = (...planned: Parameters<typeof visit>) => ({ ...visit(...planned), isDone: true });
const lost = (...planned: Parameters<typeof visit>) => ({ ...visit(...planned), isDone: false });

/** Whether a start at the square is at the same time as one a week before. */
const isSame = (before: number, now: number) =>
  comparePlans([made('square', before)], [visit('square', now)], SWEDISH_RULES).sameTime === 1;

const FRIDAY = '2026-11-27';
const LAST_FRIDAY = '2026-11-20';

describe('a start', () => {
  test('within a quarter of an hour of last week’s is at the same time, one further off is not', () => {
    const before = at(LAST_FRIDAY, '22:00');
    expect(isSame(before, at(FRIDAY, '22:15'))).toBe(true);
    expect(isSame(before, at(FRIDAY, '21:45'))).toBe(true);
    expect(isSame(before, at(FRIDAY, '22:16'))).toBe(false);
    expect(isSame(before, at(FRIDAY, '21:44'))).toBe(false);
  });

  test('just past midnight is at the same time as one just before it', () => {
    expect(isSame(at(LAST_FRIDAY, '23:55'), at('2026-11-28', '00:05'))).toBe(true);
    expect(isSame(at('2026-11-21', '00:05'), at(FRIDAY, '23:55'))).toBe(true);
    expect(isSame(at('2026-11-21', '00:05'), at(FRIDAY, '00:05'))).toBe(false);
  });

  test.each([
    ['autumn', '2026-10-23', '2026-10-30'],
    ['spring', '2026-03-27', '2026-04-03'],
  ])('keeps its clock time through the week in which clocks change in %s', (_, before, now) => {
    expect(isSame(at(before, '22:00'), at(now, '22:00'))).toBe(true);
    expect(isSame(at(before, '22:00'), at(now, '23:00'))).toBe(false);
    expect(isSame(at(before, '22:00'), at(now, '21:00'))).toBe(false);
  });

  test('in either of the hours that an autumn night has twice is at the same time', () => {
    const before = at('2026-10-18', '02:30');
    expect(isSame(before, at('2026-10-25', '02:30', 'earlier'))).toBe(true);
    expect(isSame(before, at('2026-10-25', '02:30', 'later'))).toBe(true);
  });

  test('at another hot spot is not at the same time', () => {
    const before = [made('square', at(LAST_FRIDAY, '22:00'))];
    const now = [visit('station', at(FRIDAY, '22:00'))];
    expect(comparePlans(before, now, SWEDISH_RULES).sameTime).toBe(0);
  });
});

test('each hot spot of either plan has its starts in order, and how many of last week’s were made', () => {
  const [late, early] = [at(LAST_FRIDAY, '23:30'), at(LAST_FRIDAY, '21:10')];
  const tonight = at(FRIDAY, '22:00');
  const before = [made('square', late), lost('square', early)];
  expect(comparePlans(before, [visit('station', tonight)], SWEDISH_RULES).hotSpots).toEqual([
    { hotSpotId: 'square', before: [early, late], done: 1, now: [] },
    { hotSpotId: 'station', before: [], done: 0, now: [{ startsAt: tonight, isSameTime: false }] },
  ]);
});

test('hot spots that some patrol begins at both weeks are told, whichever patrol it is', () => {
  const before = [
    made('square', at(LAST_FRIDAY, '21:10'), 'old-1'),
    made('park', at(LAST_FRIDAY, '22:00'), 'old-1'),
    lost('station', at(LAST_FRIDAY, '21:20'), 'old-2'),
  ];
  const now = [
    visit('park', at(FRIDAY, '21:10'), 'new-1'),
    visit('square', at(FRIDAY, '23:00'), 'new-1'),
    visit('station', at(FRIDAY, '22:20'), 'new-2'),
  ];
  expect(comparePlans(before, now, SWEDISH_RULES).firstInBoth).toEqual(['station']);
});

describe('the same shift a week before', () => {
  const shift = (date: string, time: string, municipality = '0482') => ({
    municipality,
    startsAt: at(date, time),
  });
  const found = (tonight: ReturnType<typeof shift>, ...others: ReturnType<typeof shift>[]) =>
    shiftWeekBefore(tonight, others, SWEDISH_RULES);
  const tonight = shift(FRIDAY, '21:00');

  test('is the one that began nearest, at most three hours away', () => {
    const [early, near] = [shift(LAST_FRIDAY, '18:00'), shift(LAST_FRIDAY, '21:30')];
    expect(found(tonight, early, near)).toBe(near);
    expect(found(tonight, early)).toBe(early);
    expect(found(tonight, shift(LAST_FRIDAY, '17:59'))).toBeNull();
  });

  test('is of the same municipality, and not of another week', () => {
    expect(found(tonight, shift(LAST_FRIDAY, '21:00', '0483'))).toBeNull();
    expect(found(tonight, shift('2026-11-13', '21:00'), tonight)).toBeNull();
  });

  test('is found across midnight, and by the clock when clocks have changed', () => {
    const late = shift(LAST_FRIDAY, '23:30');
    expect(found(shift('2026-11-28', '01:00'), late)).toBe(late);
    const summer = shift('2026-10-23', '18:00');
    expect(found(shift('2026-10-30', '21:00'), summer)).toBe(summer);
    expect(found(shift('2026-10-30', '21:01'), summer)).toBeNull();
  });
});
