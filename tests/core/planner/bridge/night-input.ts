/** A Friday night in Flen as the server knows it: 27 November 2026, 21:00–05:00, two hot spots, two patrols. */

import type { HotSpot, Patrol, PlannedVisit, TimeWindow } from '#core/model.ts';
import type { PlanningInput } from '#core/planner/bridge/planning-input.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** 00:00 in Stockholm. */
export const ORIGIN = Date.parse('2026-11-26T23:00:00Z');
/** An instant of the night by its wall clock: `at(25, 30)` is half past one. */
export const at = (hour: number, minute = 0): number => ORIGIN + hour * HOUR + minute * MINUTE;

const hotSpot = (id: string, priority: 1 | 3): HotSpot => ({
  id,
  municipality: '0482',
  code: id.slice(0, 2),
  name: id,
  whyHere: '',
  whySource: '',
  reviewDate: null,
  priority,
  wantedGapHours: 24,
  tags: [],
  status: 'active',
  version: {
    id: `${id}-1`,
    hotSpotId: id,
    number: 1,
    validFrom: 0,
    geometry: { type: 'Polygon', coordinates: [] },
    areaHa: 1,
    perimeterM: 400,
  },
});

const window = (hotSpotId: string, doses: number): TimeWindow => ({
  id: `${hotSpotId}-window`,
  hotSpotId,
  weekdays: [5],
  start: '21:00',
  end: '03:00',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
});

export const patrol = (id: string, change: Partial<Patrol> = {}): Patrol => ({
  id,
  callSign: id,
  officers: 2,
  travels: 'foot',
  startsAt: at(21),
  endsAt: at(29),
  base: { name: 'Stationen', lonLat: [16.588, 59.057] },
  break: { durationMin: 30, earliest: at(23), latest: at(26) },
  unavailable: [],
  ...change,
});

export const plannedVisit = (
  patrolId: string,
  hotSpotId: string,
  startsAt: number,
  change: Partial<PlannedVisit> = {},
): PlannedVisit => ({
  id: `${patrolId}-${startsAt}`,
  slotId: `slot-${patrolId}-${startsAt}`,
  patrolId,
  hotSpotId,
  windowId: `${hotSpotId}-window`,
  startsAt,
  endsAt: startsAt + 15 * MINUTE,
  pinned: true,
  reasons: [],
  ...change,
});

export function nightInput(change: Partial<PlanningInput> = {}): PlanningInput {
  const keys = ['station', 'square', 'P1', 'P2'];
  const windows = [window('station', 2), window('square', 3)];
  return {
    shift: {
      id: 'shift',
      municipality: '0482',
      date: '2026-11-27',
      startsAt: at(21),
      endsAt: at(29),
      patrols: [patrol('P1'), patrol('P2')],
    },
    origin: ORIGIN,
    dayStartsAt: at(6),
    dayEndsAt: at(30),
    daysBefore: [],
    focus: [],
    hotSpots: [hotSpot('station', 1), hotSpot('square', 3)],
    windows,
    occurrences: windows.map(({ id, hotSpotId, doses }) => ({
      windowId: id,
      hotSpotId,
      date: '2026-11-27',
      opens: at(21),
      closes: at(27),
      doses,
    })),
    made: [],
    elsewhere: [],
    walking: {
      keys,
      minutes: keys.map((_, i) => keys.map((_, j) => (i === j ? 0 : 6))),
      driving: keys.map((_, i) => keys.map((_, j) => (i === j ? 0 : 1))),
    },
    pinned: [],
    breaksTaken: [],
    past: [],
    now: null,
    ...change,
  };
}

/** A shift with one patrol that differs from the usual. */
export const withPatrol = (change: Partial<Patrol>): Partial<PlanningInput> => ({
  shift: { ...nightInput().shift, patrols: [patrol('P1', change)] },
});

/** Ids that count up. */
export function countingIds(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}
