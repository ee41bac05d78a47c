import { describe, expect, test } from 'vitest';
import { patrolOnSite, readRadioCall } from '../../../web/plan/radio-call.ts';

describe('what is said on the radio', () => {
  test.each([
    ['C2 klar 14 min', 'C2', 14],
    ['c2 14', 'C2', 14],
    ['  R1 klara, 9 minuter. ', 'R1', 9],
    ['RÖ klar 120m', 'RÖ', 120],
  ])('%s is understood', (text, code, minutes) => {
    expect(readRadioCall(text)).toEqual({ code, minutes });
  });

  test.each(['', 'C2', 'klar 14 min', 'C2 klar', 'C2 0 min', 'C2 klar 22:10', 'C2 241', 'C22 14'])(
    '«%s» is not guessed at',
    (text) => {
      expect(readRadioCall(text)).toBeNull();
    },
  );

  test('is taken to come from the patrol that is meant to be there about then', () => {
    const visit = (patrolId: string, hotSpotId: string, startsAt: number) => ({
      id: `${patrolId}${startsAt}`,
      slotId: `${patrolId}${startsAt}`,
      windowId: 'w',
      patrolId,
      hotSpotId,
      startsAt,
      endsAt: startsAt + 15,
      pinned: false,
      sequence: 1,
    });
    const plan = [visit('one', 'C2', 100), visit('two', 'C2', 400), visit('three', 'R1', 290)];
    expect(patrolOnSite(plan as never, 'C2', 300)).toBe('two');
    expect(patrolOnSite(plan as never, 'C2', 200)).toBe('one');
    expect(patrolOnSite(plan as never, 'S1', 200)).toBeNull();
  });
});
