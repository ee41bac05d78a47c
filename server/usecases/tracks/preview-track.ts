/** Visits found in tracks beside what the log and the plans have. Reads only. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { overlaps } from '#core/calendar/interval.ts';
import { type CalendarRules, operationalDateOf } from '#core/calendar/local-time.ts';
import { isSamePresence, type PresenceRecord } from '#core/dosage/same-presence.ts';
import type { Patrol, TimeSpan, Uuid, Visit } from '#core/model.ts';
import type { BorderHistory } from '#core/tracks/border-history.ts';
import type { DetectedVisit } from '#core/tracks/track-point.ts';
import type { TrackReading } from '../../formats/tracks/read-track-visits.ts';
import type { Executor } from '../../store/database.ts';
import { bordersOf, hotSpots } from '../../store/hot-spots.ts';
import type { PlannedSlot } from '../../store/plans.ts';
import { shiftsBetween } from '../../store/shifts.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import { freeSlotsNear } from '../visits/log-visit.ts';

export interface FoundBesideLog {
  readonly found: PresenceRecord & { readonly endedAt: number };
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Of the log, telling of the same presence. */
  readonly logged: readonly Uuid[];
  /** It was in the log and has been voided. */
  readonly struck: boolean;
  /** The planned visit that it would answer, for each patrol that has one. */
  readonly planned: readonly PlannedSlot[];
}

export interface TracksBesideLog {
  readonly tracks: readonly {
    readonly reading: TrackReading;
    readonly visits: readonly FoundBesideLog[];
  }[];
  readonly logged: readonly Visit[];
  readonly patrols: readonly Patrol[];
}

/** All borders that the places in use have had. */
export async function borderHistory(db: Executor): Promise<BorderHistory[]> {
  const places = (await hotSpots(db)).filter(({ status }) => status !== 'closed');
  return Promise.all(
    places.map(async ({ id }) => ({ hotSpotId: id, borders: await bordersOf(db, id) })),
  );
}

export async function tracksBesideLog(
  db: Executor,
  readings: readonly TrackReading[],
  calendar: CalendarRules,
): Promise<TracksBesideLog> {
  const span = {
    from: Math.min(...readings.map(({ from }) => from)),
    to: Math.max(...readings.map(({ to }) => to)) + 1,
  };
  const logged = await visitsOverlapping(db, span);
  const struck = await visitsOverlapping(db, span, { voided: true });
  const tracks = [];
  for (const reading of readings) {
    const visits = [];
    for (const visit of reading.visits) visits.push(await besideLog(db, visit, logged, struck));
    tracks.push({ reading, visits });
  }
  return { tracks, logged, patrols: await patrolsOnDuty(db, span, calendar) };
}

async function besideLog(
  db: Executor,
  { hotSpotId, from, to, openStart, openEnd }: DetectedVisit,
  logged: readonly Visit[],
  struck: readonly Visit[],
): Promise<FoundBesideLog> {
  const startedAt = Math.round(from);
  const found = { hotSpotId, patrolId: null, startedAt, endedAt: Math.round(to) };
  const same = (visit: Visit) => isSamePresence(visit, found);
  const already = logged.filter(same).map(({ id }) => id);
  const isStruck = already.length === 0 && struck.some(same);
  const planned = nearestOfEach(await freeSlotsNear(db, found));
  return { found, openStart, openEnd, logged: already, struck: isStruck, planned };
}

/** @param slots the nearest first */
function nearestOfEach(slots: readonly PlannedSlot[]): PlannedSlot[] {
  const patrols = slots.map(({ patrolId }) => patrolId);
  return slots.filter(({ patrolId }, index) => patrols.indexOf(patrolId) === index);
}

async function patrolsOnDuty(
  db: Executor,
  span: TimeSpan,
  calendar: CalendarRules,
): Promise<Patrol[]> {
  const first = addDays(operationalDateOf(calendar, span.from), -1);
  const shifts = await shiftsBetween(db, first, operationalDateOf(calendar, span.to));
  return shifts
    .flatMap(({ patrols }) => patrols)
    .filter(({ startsAt: from, endsAt: to }) => overlaps({ from, to }, span));
}
