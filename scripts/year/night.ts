/** The year that the planner is tried on: the six places of the domain brief's reference night, two patrols, 21–07 every night. */
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { HotSpot, LocalDate, Patrol, Priority, TimeWindow } from '#core/model.ts';
import type { PlanningInput } from '#core/planner/bridge/planning-input.ts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const WALK_MIN = 5;
export const DWELL_MIN = 15;
export const GAP_MIN = 60;
export const DOSES = 3;

/** Codes by priority: two of the first, as in Flen the station and the square. */
export const PLACES: readonly (readonly [code: string, priority: Priority])[] = [
  ['R1', 1],
  ['C1', 1],
  ['R2', 2],
  ['C2', 3],
  ['S1', 3],
  ['B1', 4],
];
export const PATROLS = ['P1', 'P2'] as const;

/** Minutes of the shift, from 21:00. */
export const SHIFT_MIN = 600;

/** When the shift of a date begins: 21:00, counted from the operational day's beginning at 06:00. */
export const beginOf = (date: LocalDate): number =>
  startOfOperationalDate(SWEDISH_RULES, date) + 15 * HOUR;

/** A night with nothing made and no call yet. */
export function nightOf(date: LocalDate): PlanningInput {
  const startsAt = beginOf(date);
  const endsAt = startsAt + SHIFT_MIN * MINUTE;
  const hotSpots = PLACES.map(([code, priority]) => hotSpot(code, priority));
  const windows = hotSpots.map(({ id }) => timeWindow(id));
  const keys = [...hotSpots.map(({ id }) => id), ...PATROLS];
  const patrols = PATROLS.map((id): Patrol => patrol(id, startsAt, endsAt));
  return {
    shift: { id: date, municipality: '0482', date, startsAt, endsAt, patrols },
    origin: startsAt - 21 * HOUR,
    dayStartsAt: startsAt - 15 * HOUR,
    dayEndsAt: startsAt + 9 * HOUR,
    daysBefore: [],
    focus: [],
    hotSpots,
    windows,
    occurrences: windows.map(({ id, hotSpotId, doses }) => ({
      windowId: id,
      hotSpotId,
      date,
      opens: startsAt,
      closes: endsAt,
      doses,
    })),
    made: [],
    elsewhere: [],
    walking: {
      keys,
      minutes: keys.map((_, i) => keys.map((__, j) => (i === j ? 0 : WALK_MIN))),
      driving: [],
    },
    pinned: [],
    breaksTaken: [],
    past: [],
    now: null,
  };
}

const hotSpot = (code: string, priority: Priority): HotSpot => ({
  id: code,
  municipality: '0482',
  code,
  name: code,
  whyHere: '',
  whySource: '',
  reviewDate: null,
  priority,
  wantedGapHours: 24,
  tags: [],
  status: 'active',
  version: {
    id: `${code}-1`,
    hotSpotId: code,
    number: 1,
    validFrom: 0,
    geometry: { type: 'Polygon', coordinates: [] },
    areaHa: 1,
    perimeterM: 400,
  },
});

const timeWindow = (hotSpotId: string): TimeWindow => ({
  id: `${hotSpotId}-window`,
  hotSpotId,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  start: '21:00',
  end: '07:00',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: DOSES,
  dwellMin: DWELL_MIN,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: GAP_MIN,
  crew: 2,
});

const patrol = (id: string, startsAt: number, endsAt: number): Patrol => ({
  id,
  callSign: id,
  officers: 2,
  travels: 'foot',
  startsAt,
  endsAt,
  base: { name: 'Stationen', lonLat: [16.588, 59.057] },
  break: null,
  unavailable: [],
});
