/** What planning a week depends on, gathered from the database in the planner's own nouns. */
import { addDays, datesFrom } from '#core/calendar/calendar-date.ts';
import { type CalendarRules, DAY_MS, instantOf, localDateOf } from '#core/calendar/local-time.ts';
import { promisedOccurrences } from '#core/dosage/promised-window.ts';
import type { LocalDate, TimeSpan } from '#core/model.ts';
import { pastRoutes } from '#core/planner/bridge/past-routes.ts';
import type { PlannedElsewhere } from '#core/planner/bridge/planning-input.ts';
import { DAYS_REMEMBERED } from '#core/planner/bridge/urgency.ts';
import { PAST_DAYS } from '#core/planner/vary/past.ts';
import type { WeekHotSpot, WeekPlan, WeekShift, WeekTask } from '#core/planner/week/week-task.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { latestPlan, publishedSlots, type StoredPlan } from '../../store/plans.ts';
import { type StoredShift, shiftsBetween } from '../../store/shifts.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import { demandDays } from './demand-days.ts';
import { madeVisits } from './made-visits.ts';
import { plannedAhead } from './planned-ahead.ts';
import {
  distinctWindows,
  focusIn,
  type PlanningWorld,
  promisedWindows,
  walkingBetween,
} from './planning-basis.ts';

const DAYS_OF_WEEK = 7;

export interface WeekBasis {
  readonly task: WeekTask;
  /** Same order as the task's shifts. */
  readonly latest: readonly (StoredPlan | null)[];
}

/** @param from the first of the seven operational days */
export async function weekBasis(
  db: Executor,
  from: LocalDate,
  world: PlanningWorld,
): Promise<WeekBasis> {
  const shifts = await shiftsBetween(db, from, addDays(from, DAYS_OF_WEEK - 1));
  const latest: (StoredPlan | null)[] = [];
  for (const { id } of shifts) latest.push(await latestPlan(db, id));
  const places = await placesOf(db, shifts);
  const patrols = shifts.flatMap((shift) => shift.patrols);
  const task: WeekTask = {
    now: world.now,
    focus: await focusIn(db, from, addDays(from, DAYS_OF_WEEK - 1)),
    hotSpots: places.map(weekHotSpot),
    ...(await demandOf(db, from, places, world)),
    elsewhere: await plannedAround(db, from, shifts, world),
    walking: walkingBetween(world.network, places, patrols),
    shifts: shifts.map((shift, s) => weekShift(shift, latest[s] ?? null, world)),
  };
  return { task, latest };
}

type Demand = Pick<WeekTask, 'days' | 'daysBefore' | 'windows' | 'occurrences' | 'made' | 'past'>;

/** What the places want in the week, and what has been done there. */
async function demandOf(
  db: Executor,
  from: LocalDate,
  places: readonly StoredHotSpot[],
  { now, calendar }: PlanningWorld,
): Promise<Demand> {
  const firstDay = addDays(from, -DAYS_REMEMBERED);
  const promised = await promisedWindows(db, places, firstDay);
  const dates = datesFrom(firstDay, addDays(from, DAYS_OF_WEEK - 1));
  const allDays = demandDays(promised, dates, calendar);
  const [daysBefore, days] = [allDays.slice(0, DAYS_REMEMBERED), allDays.slice(DAYS_REMEMBERED)];
  const week = spanOf(days);
  const remembered = { from: spanOf(allDays).from, to: week.to };
  const occurrences = promisedOccurrences(promised, remembered, calendar);
  const inWeek = occurrences.filter(({ closes }) => closes > week.from);
  return {
    daysBefore,
    days,
    windows: distinctWindows(inWeek),
    occurrences: inWeek.map(({ window: _window, ...occurrence }) => occurrence),
    made: await madeVisits(db, places, occurrences, week.to, now),
    past: await pastOf(db, places, week, from, calendar),
  };
}

/** What the shifts before the week and after it have ahead. */
async function plannedAround(
  db: Executor,
  from: LocalDate,
  shifts: readonly StoredShift[],
  world: PlanningWorld,
): Promise<PlannedElsewhere[]> {
  const days = [addDays(from, -DAYS_REMEMBERED), addDays(from, DAYS_OF_WEEK)] as const;
  const own = shifts.map(({ id }) => id);
  const ahead = await plannedAhead(db, days, own, world);
  return ahead.map(({ hotSpotId, startsAt, endsAt }) => ({ hotSpotId, startsAt, endsAt }));
}

const spanOf = (days: WeekTask['days']): TimeSpan => ({
  from: days[0]?.startsAt ?? 0,
  to: days.at(-1)?.endsAt ?? 0,
});

/** The active hot spots of the municipalities that have a shift in the week. */
async function placesOf(db: Executor, shifts: readonly StoredShift[]): Promise<StoredHotSpot[]> {
  const municipalities = new Set(shifts.map(({ municipality }) => municipality));
  const active = await hotSpots(db, { status: 'active' });
  return active.filter(({ municipality }) => municipalities.has(municipality));
}

const weekHotSpot = ({
  id,
  municipality,
  code,
  name,
  priority,
  wantedGapHours,
  status,
}: StoredHotSpot): WeekHotSpot => ({
  id,
  municipality,
  code,
  name,
  priority,
  wantedGapHours,
  status,
});

function weekShift(
  shift: StoredShift,
  latest: StoredPlan | null,
  { now, calendar }: Pick<PlanningWorld, 'now' | 'calendar'>,
): WeekShift {
  return {
    shift,
    origin: instantOf(calendar, localDateOf(calendar, shift.startsAt), '00:00', 'earlier'),
    isOpen:
      shift.startsAt > now && shift.patrols.length > 0 && (latest?.status ?? 'draft') === 'draft',
    plan: latest && weekPlan(latest),
  };
}

const weekPlan = ({ status, visits, breaks, unmet }: StoredPlan): WeekPlan => ({
  status,
  visits,
  breaks,
  unmet,
});

/** What the week should not repeat: visits, also those of the week itself, and published plans of before it. */
async function pastOf(
  db: Executor,
  places: readonly StoredHotSpot[],
  week: TimeSpan,
  from: LocalDate,
  calendar: CalendarRules,
) {
  const hotSpotIds = places.map(({ id }) => id);
  const before = { from: week.from - PAST_DAYS * DAY_MS, to: week.from };
  const made = await visitsOverlapping(db, { ...before, to: week.to }, { hotSpotIds });
  const planned = await publishedSlots(db, before, hotSpotIds);
  const stops = made.map((visit) => ({ ...visit, startsAt: visit.startedAt }));
  return [
    ...pastRoutes(stops, true, from, calendar),
    ...pastRoutes(planned, false, from, calendar),
  ];
}
