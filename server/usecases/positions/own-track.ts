/** All that is stored of an officer's ways, and the visits that they tell, beside what was logged. For that officer alone. */
import type { EpochMs, TimeSpan, Uuid, Visit } from '#core/model.ts';
import { loggedAs } from '#core/positions/match-logged.ts';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import { DETECTION } from '#core/tracks/detection-options.ts';
import type { DetectedVisit } from '#core/tracks/track-point.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { consentGivenAt } from '../../store/gps-consent.ts';
import { hotSpots } from '../../store/hot-spots.ts';
import { type JoinedPatrol, patrolsOfMember } from '../../store/people.ts';
import {
  positionsOf,
  type SourcedPoint,
  type StoredPositions,
  storedPositions,
} from '../../store/positions.ts';
import { type TrackerDevice, trackerDevices } from '../../store/tracker-devices.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import type { Circumstances } from '../use-case.ts';
import { gpsRules } from './gps-rules.ts';

export interface OwnGps {
  readonly on: boolean;
  readonly retentionDays: number;
  readonly consentGivenAt: EpochMs | null;
  readonly stored: StoredPositions;
  readonly trackers: readonly TrackerDevice[];
}

/** Answered whether the authority's switch is on or off: what is stored can always be told, and be deleted. */
export async function ownGps(db: Executor, userId: Uuid): Promise<OwnGps> {
  const { on, retentionDays } = await gpsRules(db);
  return {
    on,
    retentionDays,
    consentGivenAt: await consentGivenAt(db, userId),
    stored: await storedPositions(db, userId),
    trackers: await trackerDevices(db, userId),
  };
}

export interface FoundVisit extends DetectedVisit {
  /** The officer's patrol at the time; null: they had joined none. */
  readonly patrolId: Uuid | null;
  readonly loggedAs: Uuid | null;
}

export interface OwnTrack {
  readonly points: readonly SourcedPoint[];
  readonly visits: readonly FoundVisit[];
}

/** Two phones of one officer make one track. @throws Problem gps-off */
export async function ownTrack(
  db: Executor,
  span: TimeSpan,
  { by, now }: Circumstances,
): Promise<OwnTrack> {
  if (!(await gpsRules(db)).on) throw new Problem('gps-off');
  const points = await positionsOf(db, by.id, span);
  const places = await hotSpots(db, { status: 'active' });
  const tracked = places.map(({ id, version }) => ({ id, geometry: version.geometry }));
  const patrols = await patrolsOfMember(db, by.id, span);
  const logged = await visitsOf(db, patrols, span);
  const cycling = patrols.some(({ travels }) => travels === 'bicycle');
  const visits = detectVisits(tracked, points, { ...DETECTION, cycling }).map((visit) => ({
    ...visit,
    from: Math.round(visit.from),
    to: Math.round(visit.to),
    patrolId: patrols.find(({ from, to }) => from < visit.to && visit.from < to)?.patrolId ?? null,
    loggedAs: loggedAs(visit, logged, now),
  }));
  return { points, visits };
}

async function visitsOf(
  db: Executor,
  patrols: readonly JoinedPatrol[],
  span: TimeSpan,
): Promise<Visit[]> {
  const ids = new Set<Uuid | null>(patrols.map(({ patrolId }) => patrolId));
  return (await visitsOverlapping(db, span)).filter(({ patrolId }) => ids.has(patrolId));
}
