import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '#core/walks/walk.ts';
import { walkAdvice } from '#core/walks/walk-advice.ts';
import { walkFaults } from '#core/walks/walk-faults.ts';

const DAY = 86_400_000;
const at = (startsAt: number): Meeting => ({ startsAt, place: '' });
const near = () => 100;

const anyMeeting = fc.option(fc.integer({ min: 0, max: 100 }).map((days) => at(days * DAY)));

describe('the meetings of a walk', () => {
  it('are refused exactly when they do not come one after the other', () => {
    fc.assert(
      fc.property(
        anyMeeting,
        fc.integer({ min: 0, max: 100 }),
        anyMeeting,
        (before, day, after) => {
          const walk = at(day * DAY);
          const given = { before, walk, after, participants: null, route: null };
          const faults = walkFaults({ ...given, state: 'planned' }, 0, near);
          const times = [before, walk, after].flatMap((one) => (one ? [one.startsAt] : []));
          const isInOrder = times.every(
            (time, index) => index === 0 || (times[index - 1] ?? 0) < time,
          );
          expect(faults.length === 0).toBe(isInOrder);
        },
      ),
    );
  });

  it('are advised to lie two to three weeks apart', () => {
    const advised = (days: number) =>
      walkAdvice({
        before: at(0),
        walk: at(days * DAY),
        after: at((days + 14) * DAY),
        participants: 20,
      });
    expect([13, 14, 21, 22].map((days) => advised(days).length)).toEqual([1, 0, 0, 1]);
    expect(advised(30)).toEqual([{ kind: 'spacing', meeting: 'before', days: 30 }]);
  });

  it('are advised to be held: a missing one is told', () => {
    const advice = walkAdvice({ before: null, walk: at(0), after: null, participants: 21 });
    expect(advice.map(({ kind }) => kind)).toEqual([
      'many-participants',
      'missing-meeting',
      'missing-meeting',
    ]);
  });
});

describe('a route', () => {
  const judged = (route: readonly (readonly [number, number])[]) =>
    walkFaults(
      { before: null, walk: at(0), after: null, state: 'planned', participants: null, route },
      0,
      ([lon]) => (lon > 17 ? 60_000 : 100),
    ).map(({ code, field }) => `${code} ${field}`);

  it('needs two different positions', () => {
    expect(judged([])).toEqual(['route-too-short /route/coordinates']);
    expect(
      judged([
        [16, 59],
        [16, 59],
      ]),
    ).toEqual(['route-too-short /route/coordinates']);
    expect(
      judged([
        [16, 59],
        [16, 59.1],
      ]),
    ).toEqual([]);
  });

  it('stays in the area, and the corner that does not is named', () => {
    expect(
      judged([
        [16, 59],
        [18, 59],
        [16, 59.1],
      ]),
    ).toEqual(['route-too-far /route/coordinates/1']);
  });
});
