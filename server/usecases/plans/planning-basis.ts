/** What a shift's plan depends on, gathered from the database in the planner's own nouns. */

import { addDays, datesFrom } from '#core/calendar/calendar-date.ts';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import {
  DAY_MS,
  instantOf,
  localDateOf,
  operationalDateOf,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import {
  type PromisedOccurrence,
  type PromisedWindow,
  promisedOccurrences,
} from '#core/dosage/promised-window.ts';
import { type FocusSpan, focusedOn } from '#core/focus/weekly-focus.ts';
import type { EpochMs, HotSpot, LocalDate, Patrol, Shift, TimeWindow } from '#core/model.ts';
import { pastRoutes } from '#core/planner/bridge/past-routes.ts';
import type { PlanningInput, WalkingMinutes } from '#core/planner/bridge/planning-input.ts';
import { DAYS_REMEMBERED } from '#core/planner/bridge/urgency.ts';
import { PAST_DAYS, type PastRoute } from '#core/planner/vary/past.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import { drivingMinutes, walkingMinutes, walksBetween } from '#core/walking/walking-times.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots } from '../../store/hot-spots.ts';
import { latestPlan, publishedSlots, type StoredPlan } from '../../store/plans.ts';
import type { StoredShift } from '../../store/shifts.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import { weeklyFocuses } from '../../store/weekly-focus.ts';
import { windowsFrom } from '../../store/windows.ts';
import { toPromised } from '../places/hot-spot-standing.ts';
import { demandDays } from './demand-days.ts';
import { madeVisits } from './made-visits.ts';
import { plannedAhead } from './planned-ahead.ts';

/** The world outside the database that planning needs. */
export interface PlanningWorld {
  readonly now: EpochMs;
  readonly calendar: CalendarRules;
  readonly network: WalkNetwork | null;
}

export interface PlanningBasis {
  readonly input: PlanningInput;
  readonly occurrences: readonly PromisedOccurrence[];
  readonly latest: StoredPlan | null;
}

/** @param keepPinned whether what the shift lead has pinned must stay where it is */
export async function planningBasis(
  db: Executor,
  shift: StoredShift,
  { now, calendar, network }: PlanningWorld,
  keepPinned = true,
): Promise<PlanningBasis> {
  const places = await hotSpots(db, { municipality: shift.municipality, status: 'active' });
  const firstDay = addDays(shift.date, -DAYS_REMEMBERED);
  const promised = await promisedWindows(db, places, firstDay);
  const occurrences = occurrencesOf(promised, shift, calendar);
  const daysAround = [firstDay, addDays(shift.date, 1)] as const;
  const latest = await latestPlan(db, shift.id);
  const isRunning = now > shift.startsAt;
  const input: PlanningInput = {
    shift,
    origin: instantOf(calendar, localDateOf(calendar, shift.startsAt), '00:00', 'earlier'),
    dayStartsAt: startOfOperationalDate(calendar, shift.date),
    dayEndsAt: startOfOperationalDate(calendar, addDays(shift.date, 1)),
    daysBefore: demandDays(promised, datesFrom(firstDay, addDays(shift.date, -1)), calendar),
    focus: focusedOn(await focusIn(db, shift.date, shift.date), shift.date),
    hotSpots: places,
    windows: distinctWindows(occurrences),
    occurrences,
    made: await madeVisits(db, places, occurrences, shift.endsAt, now),
    elsewhere: await plannedAhead(db, daysAround, [shift.id], { now, calendar }),
    walking: walkingBetween(network, places, shift.patrols),
    pinned: keepPinned ? (latest?.visits ?? []).filter((visit) => visit.pinned) : [],
    past: await pastOf(db, shift, places, calendar),
    breaksTaken: isRunning ? (latest?.breaks ?? []).filter((rest) => rest.startsAt < now) : [],
    now: isRunning ? now : null,
  };
  return { input, occurrences, latest };
}

/** Of all municipalities: a plan looks its own places up in it. */
export async function focusIn(db: Executor, from: LocalDate, to: LocalDate): Promise<FocusSpan[]> {
  const focuses = await weeklyFocuses(db, { municipality: null, from, to });
  return focuses.map(({ hotSpotId, from, to, endedOn }) => ({ hotSpotId, from, to, endedOn }));
}

/** The windows of these places that are open at some time in the shift, as promised then. */
export async function occurrencesIn(
  db: Executor,
  shift: Shift,
  places: readonly HotSpot[],
  calendar: CalendarRules,
): Promise<PromisedOccurrence[]> {
  const day = operationalDateOf(calendar, shift.startsAt);
  return occurrencesOf(await promisedWindows(db, places, day), shift, calendar);
}

/** The windows of these places that are in force on a day or later. */
export async function promisedWindows(
  db: Executor,
  places: readonly HotSpot[],
  day: LocalDate,
): Promise<PromisedWindow[]> {
  const ids = new Set(places.map((place) => place.id));
  const windows = await windowsFrom(db, day);
  return windows.filter((window) => ids.has(window.hotSpotId)).map(toPromised);
}

const occurrencesOf = (
  promised: readonly PromisedWindow[],
  { startsAt, endsAt }: Shift,
  calendar: CalendarRules,
) => promisedOccurrences(promised, { from: startsAt, to: endsAt }, calendar);

/** Each window once, however often it opens. */
export function distinctWindows(occurrences: readonly PromisedOccurrence[]): TimeWindow[] {
  return [...new Map(occurrences.map(({ window }) => [window.id, window])).values()];
}

/** What the plan should not repeat: published plans and visits of the weeks before the shift. */
async function pastOf(
  db: Executor,
  { startsAt, date }: Shift,
  places: readonly HotSpot[],
  calendar: CalendarRules,
): Promise<PastRoute[]> {
  const hotSpotIds = places.map(({ id }) => id);
  const span = { from: startsAt - PAST_DAYS * DAY_MS, to: startsAt };
  const made = await visitsOverlapping(db, span, { hotSpotIds });
  const planned = await publishedSlots(db, span, hotSpotIds);
  const stops = made.map((visit) => ({ ...visit, startsAt: visit.startedAt }));
  return [
    ...pastRoutes(stops, true, date, calendar),
    ...pastRoutes(planned, false, date, calendar),
  ];
}

/** Between the places and from each patrol's base. */
export function walkingBetween(
  network: WalkNetwork | null,
  places: readonly HotSpot[],
  patrols: readonly Patrol[],
): WalkingMinutes {
  const walks = walksBetween(network, [
    ...places.map(({ version }) => ({ geometry: version.geometry })),
    ...patrols.map(({ base }) => ({ lonLat: base.lonLat })),
  ]);
  return {
    keys: [...places.map((place) => place.id), ...patrols.map((patrol) => patrol.id)],
    minutes: walks.map((row) => row.map(walkingMinutes)),
    driving: walks.map((row) => row.map(drivingMinutes)),
  };
}
