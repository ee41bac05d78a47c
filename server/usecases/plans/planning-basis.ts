/** What a shift's plan depends on, gathered from the database in the planner's own nouns. */

import { addDays } from '#core/calendar/calendar-date.ts';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import {
  DAY_MS,
  instantOf,
  localDateOf,
  operationalDateOf,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import { presencesOf } from '#core/dosage/presence.ts';
import { type PromisedOccurrence, promisedOccurrences } from '#core/dosage/promised-window.ts';
import { classed, isDose } from '#core/dosage/visit-class.ts';
import type { EpochMs, HotSpot, Patrol, Shift, TimeWindow } from '#core/model.ts';
import { pastRoutes } from '#core/planner/bridge/past-routes.ts';
import type {
  MadeVisit,
  PlannedElsewhere,
  PlanningInput,
  WalkingMinutes,
} from '#core/planner/bridge/planning-input.ts';
import { PAST_DAYS, type PastRoute } from '#core/planner/vary/past.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import { drivingMinutes, walkingMinutes, walksBetween } from '#core/walking/walking-times.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots } from '../../store/hot-spots.ts';
import { latestPlan, publishedSlots, type StoredPlan } from '../../store/plans.ts';
import { type StoredShift, shiftsBetween } from '../../store/shifts.ts';
import { latestVisits, visitsOverlapping } from '../../store/visits.ts';
import { windowsFrom } from '../../store/windows.ts';
import { toPromised } from '../places/hot-spot-standing.ts';

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

/** Enough visits of a place to reach back past the shift to its last dose. */
const LOOK_BACK_VISITS = 60;

/** @param keepPinned whether what the shift lead has pinned must stay where it is */
export async function planningBasis(
  db: Executor,
  shift: StoredShift,
  { now, calendar, network }: PlanningWorld,
  keepPinned = true,
): Promise<PlanningBasis> {
  const places = await hotSpots(db, { municipality: shift.municipality, status: 'active' });
  const occurrences = await occurrencesIn(db, shift, places, calendar);
  const latest = await latestPlan(db, shift.id);
  const isRunning = now > shift.startsAt;
  const input: PlanningInput = {
    shift,
    origin: instantOf(calendar, localDateOf(calendar, shift.startsAt), '00:00', 'earlier'),
    dayStartsAt: startOfOperationalDate(calendar, shift.date),
    dayEndsAt: startOfOperationalDate(calendar, addDays(shift.date, 1)),
    hotSpots: places,
    windows: distinctWindows(occurrences),
    occurrences,
    made: await madeVisits(db, shift, places, occurrences, now),
    elsewhere: await plannedElsewhere(db, shift, now),
    walking: walkingBetween(network, places, shift.patrols),
    pinned: keepPinned ? (latest?.visits ?? []).filter((visit) => visit.pinned) : [],
    past: await pastOf(db, shift, places, calendar),
    breaksTaken: isRunning ? (latest?.breaks ?? []).filter((rest) => rest.startsAt < now) : [],
    now: isRunning ? now : null,
  };
  return { input, occurrences, latest };
}

/** The windows of these places that are open at some time in the shift, as promised then. */
export async function occurrencesIn(
  db: Executor,
  shift: Shift,
  places: readonly HotSpot[],
  calendar: CalendarRules,
): Promise<PromisedOccurrence[]> {
  const ids = new Set(places.map((place) => place.id));
  const windows = await windowsFrom(db, operationalDateOf(calendar, shift.startsAt));
  const own = windows.filter((window) => ids.has(window.hotSpotId)).map(toPromised);
  return promisedOccurrences(own, { from: shift.startsAt, to: shift.endsAt }, calendar);
}

function distinctWindows(occurrences: readonly PromisedOccurrence[]): TimeWindow[] {
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

async function madeVisits(
  db: Executor,
  shift: Shift,
  places: readonly HotSpot[],
  occurrences: readonly PromisedOccurrence[],
  now: EpochMs,
): Promise<MadeVisit[]> {
  const made: MadeVisit[] = [];
  for (const { id } of places) {
    const visits = await latestVisits(db, id, Math.min(shift.endsAt, now), LOOK_BACK_VISITS);
    const own = occurrences.filter((occurrence) => occurrence.hotSpotId === id);
    for (const presence of classed(presencesOf(visits, now), own)) {
      made.push({
        hotSpotId: id,
        patrolId: presence.patrolId,
        startedAt: presence.from,
        endedAt: presence.open ? null : presence.to,
        isDose: isDose(presence.class),
      });
    }
  }
  return made;
}

/** What the newest plans of the shifts around this one have ahead, drafts too: whoever plans next plans around them. */
async function plannedElsewhere(
  db: Executor,
  { id, date, startsAt, endsAt }: Shift,
  now: EpochMs,
): Promise<PlannedElsewhere[]> {
  const near = await shiftsBetween(db, addDays(date, -1), addDays(date, 1));
  const plans: (StoredPlan | null)[] = [];
  for (const other of near) if (other.id !== id) plans.push(await latestPlan(db, other.id));
  return plans
    .flatMap((plan) => plan?.visits ?? [])
    .filter((visit) => visit.startsAt > now)
    .filter((visit) => visit.startsAt > startsAt - DAY_MS && visit.startsAt < endsAt + DAY_MS);
}

function walkingBetween(
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
