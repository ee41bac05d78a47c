/** A week in Flen as the browser is sent it: Monday 23 to Sunday 29 November 2026, without a change of clocks. */
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import type { FocusSpan } from '#core/focus/weekly-focus.ts';
import type { Patrol, PlannedVisit, Priority, TimeWindow, WindowOccurrence } from '#core/model.ts';
import type { DemandDay, MadeVisit } from '#core/planner/bridge/planning-input.ts';
import { DAYS_REMEMBERED } from '#core/planner/bridge/urgency.ts';
import type { WeekHotSpot, WeekShift, WeekTask } from '#core/planner/week/week-task.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
const DAY = 24 * HOUR;
const MONDAY = '2026-11-23';
/** 00:00 on Monday in Stockholm. */
const ORIGIN = Date.parse('2026-11-22T23:00:00Z');

/** An instant by day (0: Monday) and wall clock: `at(4, 25, 30)` is half past one in the night to Saturday. */
export const at = (day: number, hour: number, minute = 0): number =>
  ORIGIN + day * DAY + hour * HOUR + minute * MINUTE;

export interface SampleWindow {
  /** 0: Monday. */
  readonly days: readonly number[];
  /** Hours since midnight, over 24 past it. */
  readonly from: number;
  readonly to: number;
  readonly doses: number;
  readonly dwellMin?: number;
  readonly gapMin?: number;
  readonly crew?: number;
}

export interface SamplePlace {
  readonly id: string;
  readonly priority?: Priority;
  readonly wantedGapHours?: number;
  readonly windows: readonly SampleWindow[];
}

export interface SampleShift {
  readonly day: number;
  readonly from: number;
  readonly hours: number;
  readonly officers: readonly number[];
  readonly plan?: WeekShift['plan'];
}

export interface SampleWeek {
  readonly places: readonly SamplePlace[];
  readonly shifts: readonly SampleShift[];
  readonly made?: readonly MadeVisit[];
  readonly focus?: readonly FocusSpan[];
  readonly now?: number;
  readonly walkMin?: number;
}

export const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

export function sampleWeek({ places, shifts, ...more }: SampleWeek): WeekTask {
  const { made = [], focus = [], now = at(0, 5), walkMin = 6 } = more;
  const windows = places.flatMap((place) => place.windows.map((one, w) => windowOf(place, one, w)));
  const weekShifts = shifts.map((shift) => weekShift(shift, now));
  const patrols = weekShifts.flatMap(({ shift }) => shift.patrols);
  const keys = [...places.map(({ id }) => id), ...patrols.map(({ id }) => id)];
  const table = (minutes: number) =>
    keys.map((_, i) => keys.map((__, j) => (i === j ? 0 : minutes)));
  return {
    now,
    days: EVERY_DAY.map((day) => demandDay(places, day)),
    daysBefore: Array.from({ length: DAYS_REMEMBERED }, (_, i) =>
      demandDay(places, i - DAYS_REMEMBERED),
    ),
    focus,
    hotSpots: places.map(hotSpot),
    windows,
    occurrences: places.flatMap(occurrencesOf).sort((a, b) => a.opens - b.opens),
    made,
    elsewhere: [],
    walking: { keys, minutes: table(walkMin), driving: table(1) },
    past: [],
    shifts: weekShifts,
  };
}

const hotSpot = ({ id, priority = 3, wantedGapHours = 48 }: SamplePlace): WeekHotSpot => ({
  id,
  municipality: '0482',
  code: id,
  name: id,
  priority,
  wantedGapHours,
  status: 'active',
});

const windowOf = (place: SamplePlace, window: SampleWindow, index: number): TimeWindow => ({
  id: `${place.id}-${index}`,
  hotSpotId: place.id,
  weekdays: window.days.map((day) => day + 1),
  start: '00:00',
  end: '00:00',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: window.doses,
  dwellMin: window.dwellMin ?? 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: window.gapMin ?? 60,
  crew: window.crew ?? 2,
});

const occurrencesOf = ({ id, windows }: SamplePlace): WindowOccurrence[] =>
  windows.flatMap(({ days, from, to, doses }, index) =>
    [...days, ...days.filter((day) => day === 6).map(() => -1)].map((day) => ({
      windowId: `${id}-${index}`,
      hotSpotId: id,
      date: addDays(MONDAY, day),
      opens: at(day, from),
      closes: at(day, to),
      doses,
    })),
  );

function demandDay(places: readonly SamplePlace[], day: number): DemandDay {
  const date = addDays(MONDAY, day);
  const weekday = isoWeekday(date) - 1;
  const opensOn = ({ days, from }: SampleWindow) =>
    days.includes(from < 6 ? (weekday + 1) % 7 : weekday);
  const open = places.filter(({ windows }) => windows.some(opensOn)).map(({ id }) => id);
  return { date, startsAt: at(day, 6), endsAt: at(day + 1, 6), open };
}

function weekShift({ day, from, hours, officers, plan = null }: SampleShift, now: number) {
  const startsAt = at(day, from);
  const id = `shift ${day}-${from}`;
  const endsAt = startsAt + hours * HOUR;
  const patrols = officers.map(
    (count, p): Patrol => patrolOf(`${id} P${p}`, count, startsAt, endsAt),
  );
  return {
    shift: { id, municipality: '0482', date: addDays(MONDAY, day), startsAt, endsAt, patrols },
    origin: at(day, 0),
    isOpen: startsAt > now && patrols.length > 0 && plan?.status !== 'published',
    plan,
  };
}

const patrolOf = (id: string, officers: number, startsAt: number, endsAt: number): Patrol => ({
  id,
  callSign: id,
  officers,
  travels: 'foot',
  startsAt,
  endsAt,
  base: { name: 'Stationen', lonLat: [16.588, 59.057] },
  break: { durationMin: 30, earliest: startsAt + 2 * HOUR, latest: startsAt + 5 * HOUR },
  unavailable: [],
});

export const doseAt = (hotSpotId: string, startedAt: number): MadeVisit => ({
  hotSpotId,
  patrolId: null,
  startedAt,
  endedAt: startedAt + 15 * MINUTE,
  isDose: true,
});

/** A visit of a plan: of the shift's first patrol. */
export const visitOf = (
  { day, from }: Pick<SampleShift, 'day' | 'from'>,
  hotSpotId: string,
  startsAt: number,
  change: Partial<PlannedVisit> = {},
): PlannedVisit => ({
  id: `${hotSpotId}-${startsAt}`,
  slotId: `slot-${hotSpotId}-${startsAt}`,
  patrolId: `shift ${day}-${from} P0`,
  hotSpotId,
  windowId: `${hotSpotId}-0`,
  startsAt,
  endsAt: startsAt + 15 * MINUTE,
  pinned: false,
  reasons: [],
  ...change,
});

export const planWith = (
  status: 'draft' | 'published',
  visits: readonly PlannedVisit[],
): NonNullable<WeekShift['plan']> => ({ status, visits, breaks: [], unmet: [] });
