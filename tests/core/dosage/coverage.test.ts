import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { ALWAYS_IN_FORCE } from '#core/calendar/window.ts';
import { figuresOf, totals } from '#core/dosage/coverage-figures.ts';
import { type CoverageInput, isSettled } from '#core/dosage/coverage-input.ts';
import { mergeAll } from '#core/dosage/merge-blocks.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import { utc } from '../instant.ts';
import { aVisit, aWindow } from './samples.ts';

const friday = { from: '2026-11-27', to: '2026-11-27' };
const input = (fields: Partial<CoverageInput>, days = friday): CoverageInput => ({
  span: spanOfPeriod(SWEDISH_RULES, days),
  now: utc('2027-01-15T12:00Z'),
  rules: SWEDISH_RULES,
  windows: [],
  slots: [],
  visits: [],
  hours: null,
  ...fields,
});
const figures = (fields: Partial<CoverageInput>, days = friday) =>
  figuresOf(summariseBlock(input(fields, days)));
const promised = [{ window: aWindow(), inForce: ALWAYS_IN_FORCE }];
const slot = (slotId: string, startsAt: string, loss: 'staffing' | 'call-out' | null = null) => ({
  slotId,
  startsAt: utc(startsAt),
  endsAt: utc(startsAt) + 15 * 60_000,
  loss,
});

describe('minutes', () => {
  it('count once for two patrols at once, and once for each officer', () => {
    const both = figures({
      visits: [
        aVisit('a', '2026-11-27T21:00Z', 15),
        aVisit('b', '2026-11-27T21:10Z', 10, { patrolId: '31-1420', officers: 3 }),
      ],
    });
    expect(both.delivered).toEqual({ doses: 2, minutes: 20 });
    expect(both.personMinutes).toBe(15 * 2 + 10 * 3);
  });

  it('above the ceiling are kept and shown apart', () => {
    const coffee = figures({ visits: [aVisit('a', '2026-11-27T21:00Z', 50)] });
    expect(coffee).toMatchObject({ delivered: { doses: 1, minutes: 50 }, minutesAboveCeiling: 30 });
  });

  it('are split at 06:00 while the dose belongs to the day of its start', () => {
    const visits = [aVisit('a', '2026-11-28T04:52Z', 12)];
    const saturday = { from: '2026-11-28', to: '2026-11-28' };
    expect(figures({ visits }).delivered).toEqual({ doses: 1, minutes: 8 });
    expect(figures({ visits }, saturday).delivered).toEqual({ doses: 0, minutes: 4 });
  });

  it('of a visit across both edges of the report are counted, never dropped', () => {
    const visits = [aVisit('a', '2026-11-27T04:00Z', 60 * 26)];
    expect(figures({ visits }).delivered).toEqual({ doses: 0, minutes: 24 * 60 });
  });

  it('on the longest and the shortest day are 25 and 23 hours', () => {
    const always = (start: string) => ({ visits: [aVisit('a', start, 60 * 27)] });
    const autumn = figures(always('2026-10-24T03:00Z'), { from: '2026-10-24', to: '2026-10-24' });
    const spring = figures(always('2026-03-28T04:00Z'), { from: '2026-03-28', to: '2026-03-28' });
    expect(autumn.delivered.minutes).toBe(25 * 60);
    expect(spring.delivered.minutes).toBe(23 * 60);
    expect(autumn.grid.minutes[5]?.[20]).toBe(120);
    expect(spring.grid.minutes[5]?.[20]).toBe(0);
  });
});

describe('visits', () => {
  it('are told apart by class, source and lateness; a pass-through is counted nowhere else', () => {
    const seen = figures({
      visits: [
        aVisit('a', '2026-11-27T20:00Z', 2, { source: 'gps' }),
        aVisit('b', '2026-11-27T21:00Z', 5, { source: 'manual+gps' }),
        aVisit('c', '2026-11-27T22:00Z', 15, { late: true }),
        aVisit('d', '2026-11-27T23:00Z', 21, { source: 'estimated' }),
      ],
    });
    expect(seen.visits).toEqual({ dose: 2, overCeiling: 1, short: 1, passThrough: 1 });
    expect(seen.bySource).toEqual({ manual: 1, gps: 0, 'manual+gps': 1, estimated: 1 });
    expect(seen).toMatchObject({ late: 1, medianDwellMin: 15, delivered: { minutes: 41 } });
  });

  it('stand in the grid at the hour and the operational day of their start', () => {
    const { grid } = figures({ visits: [aVisit('a', '2026-11-28T00:55Z', 10)] });
    const FRIDAY = grid.doses[4];
    expect(FRIDAY?.[19]).toBe(1);
    expect(grid.minutes[4]?.slice(19, 21)).toEqual([5, 5]);
  });
});

describe('promises', () => {
  it('are the doses and minutes of each window that has opened', () => {
    const week = { from: '2026-11-23', to: '2026-11-29' };
    expect(figures({ windows: promised }, week).promised).toEqual({ doses: 14, minutes: 210 });
    const now = utc('2026-11-25T12:00Z');
    expect(figures({ windows: promised, now }, week).promised.doses).toBe(4);
  });

  it('are kept by enough doses inside the window, judged when it has closed', () => {
    const visits = [aVisit('a', '2026-11-27T20:00Z', 12), aVisit('b', '2026-11-27T23:00Z', 12)];
    expect(figures({ windows: promised, visits }).windows).toEqual({ kept: 1, all: 1 });
    expect(figures({ windows: promised, visits: visits.slice(1) }).windows.kept).toBe(0);
    const now = utc('2026-11-27T23:30Z');
    expect(figures({ windows: promised, visits, now }).windows.all).toBe(0);
  });

  it('of an edited window change from the operational day of the edit, not before', () => {
    const edited = [
      { window: aWindow({ id: 'old', doses: 1 }), inForce: { from: null, to: '2026-11-26' } },
      { window: aWindow({ id: 'new', doses: 3 }), inForce: { from: '2026-11-26', to: null } },
    ];
    const days = { from: '2026-11-25', to: '2026-11-26' };
    expect(figures({ windows: edited }, days).promised.doses).toBe(1 + 3);
  });
});

describe('plans', () => {
  const slots = [
    slot('made', '2026-11-27T20:00Z'),
    slot('no-staff', '2026-11-27T21:00Z', 'staffing'),
    slot('called-away', '2026-11-27T22:00Z', 'call-out'),
    slot('forgotten', '2026-11-27T23:00Z'),
  ];
  const visits = [aVisit('a', '2026-11-27T20:04Z', 12, { slotId: 'made' })];

  it('tell what was never offered from what was offered and missed', () => {
    expect(figures({ slots, visits })).toMatchObject({
      planned: { doses: 4, minutes: 60 },
      plannedNotDelivered: 3,
      notOffered: 1,
      missed: 2,
      losses: [
        { reason: 'call-out', count: 1, minutes: 15 },
        { reason: 'staffing', count: 1, minutes: 15 },
      ],
    });
  });

  it('count only what should have begun, and do not miss a visit that goes on', () => {
    const open = aVisit('b', '2026-11-27T23:12Z', null, { slotId: 'forgotten' });
    const now = utc('2026-11-27T23:17Z');
    const tonight = figures({ slots, visits: [...visits, open], now });
    expect(tonight).toMatchObject({ planned: { doses: 4 }, missed: 1 });
    expect(figures({ slots, visits, now: utc('2026-11-27T20:30Z') }).planned.doses).toBe(1);
  });
});

describe('the longest gap', () => {
  it('runs from the end of one dose to the start of the next', () => {
    const visits = [
      aVisit('a', '2026-11-27T06:00Z', 15),
      aVisit('short', '2026-11-27T12:00Z', 5),
      aVisit('b', '2026-11-27T20:15Z', 15),
    ];
    expect(figures({ visits }).longestGapHours).toBe(14);
  });

  it('may lie at an edge of the period, and is all of it without a dose', () => {
    expect(figures({ visits: [aVisit('a', '2026-11-27T06:00Z', 60)] }).longestGapHours).toBe(22);
    expect(figures({}).longestGapHours).toBe(24);
    expect(figures({ now: utc('2026-11-27T09:00Z') }).longestGapHours).toBe(4);
    expect(figures({ now: utc('2026-11-20T09:00Z') }).longestGapHours).toBeNull();
  });
});

describe('blocks', () => {
  it('of a month are settled when no window or open visit can reach into them', () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(isSettled(input({}, november))).toBe(true);
    expect(isSettled(input({ now: utc('2026-12-01T12:00Z') }, november))).toBe(false);
    const open = aVisit('a', '2026-11-30T22:00Z', null);
    expect(isSettled(input({ visits: [open] }, november))).toBe(false);
  });

  it('that leave a hole between them are refused', () => {
    const blocks = ['2026-11-25', '2026-11-27'].map((day) =>
      summariseBlock(input({}, { from: day, to: day })),
    );
    expect(() => mergeAll(blocks)).toThrow(RangeError);
    expect(() => mergeAll([])).toThrow(RangeError);
  });

  it('of two hot spots add their minutes, pool their dwell and keep the longest gap', () => {
    const one = summariseBlock(input({ visits: [aVisit('a', '2026-11-27T17:00Z', 12)] }));
    const two = summariseBlock(
      input({
        visits: [aVisit('b', '2026-11-27T17:00Z', 16), aVisit('c', '2026-11-27T22:00Z', 4)],
      }),
    );
    expect(totals([one, two])).toMatchObject({
      delivered: { doses: 2, minutes: 32 },
      medianDwellMin: 12,
      longestGapHours: 12,
    });
    expect(totals([]).longestGapHours).toBeNull();
  });
});
