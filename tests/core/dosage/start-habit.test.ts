import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { startHabit } from '#core/dosage/start-habit.ts';
import { utc } from '../instant.ts';

const WINDOW = { start: '20:30', end: '01:30' };
const at = (...starts: string[]) => starts.map(utc);

describe('what there is to learn', () => {
  it('is the weekday whose visits began most alike', () => {
    const fridays = at(
      '2026-11-06T20:05Z',
      '2026-11-13T20:10Z',
      '2026-11-20T20:20Z',
      '2026-11-27T20:00Z',
      '2026-11-27T22:40Z',
    );
    const others = at('2026-11-09T19:40Z', '2026-11-10T21:40Z', '2026-11-11T23:40Z');
    expect(startHabit([...fridays, ...others], WINDOW, SWEDISH_RULES)).toEqual({
      weekday: 5,
      from: '21:00',
      to: '21:30',
      visits: 4,
      of: 5,
    });
  });

  it('is of all days where no weekday has enough visits', () => {
    const starts = at('2026-11-06T20:05Z', '2026-11-07T20:10Z', '2026-11-08T22:00Z');
    expect(startHabit(starts, WINDOW, SWEDISH_RULES)).toMatchObject({
      weekday: null,
      visits: 2,
      of: 3,
    });
  });

  it('tells a half hour after midnight by the clock, on the operational day', () => {
    const starts = at(...['07', '14', '21', '28'].map((day) => `2026-11-${day}T00:10Z`));
    const habit = startHabit(starts, WINDOW, SWEDISH_RULES);
    expect(habit).toMatchObject({ from: '01:00', to: '01:30', visits: 4, of: 4 });
  });

  it('is nothing where no visit began in the window', () => {
    expect(startHabit(at('2026-11-27T12:00Z'), WINDOW, SWEDISH_RULES)).toBeNull();
  });
});
