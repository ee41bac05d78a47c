import { describe, expect, it } from 'vitest';
import { presencesOf } from '#core/dosage/presence.ts';
import { utc } from '../instant.ts';
import { aVisit } from './samples.ts';

const later = utc('2026-11-28T12:00Z');
const stays = (...visits: ReturnType<typeof aVisit>[]) =>
  presencesOf(visits, later).map(({ from, to }) => (to - from) / 60_000);

describe('a patrol’s presence', () => {
  it('goes on through an exit shorter than three minutes', () => {
    expect(stays(aVisit('a', '2026-11-27T21:00Z', 6), aVisit('b', '2026-11-27T21:08Z', 5))).toEqual(
      [13],
    );
  });

  it('ends with an exit of three minutes', () => {
    expect(stays(aVisit('a', '2026-11-27T21:00Z', 6), aVisit('b', '2026-11-27T21:09Z', 5))).toEqual(
      [6, 5],
    );
  });

  it('is each patrol’s own, and a visit without a patrol continues nobody’s', () => {
    const other = { patrolId: '31-1420' };
    const nobody = { patrolId: null };
    expect(
      stays(
        aVisit('a', '2026-11-27T21:00Z', 6),
        aVisit('b', '2026-11-27T21:07Z', 5, other),
        aVisit('c', '2026-11-27T21:13Z', 4, nobody),
        aVisit('d', '2026-11-27T21:18Z', 3, nobody),
      ),
    ).toEqual([6, 5, 4, 3]);
  });

  it('remembers that an end was guessed and that it was registered late', () => {
    const [presence] = presencesOf(
      [
        aVisit('a', '2026-11-27T21:00Z', 6, { source: 'gps', late: true }),
        aVisit('b', '2026-11-27T21:07Z', 5, { source: 'estimated', slotId: 'slot' }),
      ],
      later,
    );
    expect(presence).toMatchObject({
      source: 'estimated',
      late: true,
      visitIds: ['a', 'b'],
      slotIds: ['slot'],
    });
  });

  it('by button and by GPS supports itself', () => {
    const [presence] = presencesOf(
      [
        aVisit('a', '2026-11-27T21:00Z', 12),
        aVisit('b', '2026-11-27T21:01Z', 12, { source: 'gps' }),
      ],
      later,
    );
    expect(presence?.source).toBe('manual+gps');
  });

  it('that is open lasts until now, but not for days', () => {
    const open = aVisit('a', '2026-11-27T21:00Z', null);
    const [now] = presencesOf([open], utc('2026-11-27T21:12Z'));
    expect(now).toMatchObject({ open: true, to: utc('2026-11-27T21:12Z') });
    expect(presencesOf([open], utc('2026-12-24T12:00Z'))[0]?.to).toBe(utc('2026-11-28T09:00Z'));
  });

  it('does not come from a withdrawn visit, nor from one that has not begun', () => {
    const voided = aVisit('a', '2026-11-27T21:00Z', 12, { voided: true });
    expect(presencesOf([voided, aVisit('b', '2026-11-29T21:00Z', 12)], later)).toEqual([]);
  });
});
