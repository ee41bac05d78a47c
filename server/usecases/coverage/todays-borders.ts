/**
 * Coverage as if today's borders had always held. Visits made on an earlier border are counted again where their
 * points are kept; the answer says how many were, and how many could not be. Of positions nothing but sums comes out.
 */
import { MINUTE_MS } from '#core/calendar/duration.ts';
import { contains } from '#core/calendar/interval.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { hasGps, type Redrawn, type RedrawnKind, redrawVisit } from '#core/dosage/redraw-visit.ts';
import type { TimeSpan, Uuid, Visit } from '#core/model.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { positionsOf } from '../../store/positions.ts';
import { recordersOf } from '../../store/visits.ts';
import { gpsRules } from '../positions/gps-rules.ts';
import { CoverageMemory } from './coverage-memory.ts';
import { type CoverageReport, coverageReport } from './coverage-report.ts';
import type { Asked } from './history.ts';
import type { CoverageScope } from './scope.ts';

export interface RedrawnReport {
  readonly report: CoverageReport;
  /** Visits of the report that were made on an earlier border, by what could be told of them. */
  readonly redrawn: Readonly<Record<RedrawnKind, number>>;
}

/** So long before and after a visit its points are read: the detector needs a run-up to be certain. */
const RUN_UP_MS = 5 * MINUTE_MS;

export async function reportOnTodaysBorders(
  asked: Asked,
  scope: CoverageScope,
): Promise<RedrawnReport> {
  const places = new Map((await hotSpots(asked.db)).map((place) => [place.id, place]));
  const { on } = await gpsRules(asked.db);
  const known = new Map<Uuid, Redrawn>();
  const redraw = async (visits: readonly Visit[]): Promise<Visit[]> => {
    const told: Visit[] = [];
    for (const visit of visits) {
      const place = places.get(visit.hotSpotId);
      const isMoved = place !== undefined && visit.hotSpotVersionId !== place.version.id;
      if (isMoved && !known.has(visit.id))
        known.set(visit.id, await redrawn(asked, visit, place, on));
      told.push(known.get(visit.id)?.visit ?? visit);
    }
    return told;
  };
  // A memory of its own: what is counted here holds for no other question.
  const report = await coverageReport({ ...asked, redraw, memory: new CoverageMemory() }, scope);
  const within = { from: spanOfPeriod(asked.calendar, scope).from, to: report.until };
  return { report, redrawn: countsOf([...known.values()], within) };
}

async function redrawn(
  { db, now }: Asked,
  visit: Visit,
  { version }: StoredHotSpot,
  isGpsOn: boolean,
): Promise<Redrawn> {
  const to = visit.endedAt ?? now;
  const points = isGpsOn && hasGps(visit) ? await pointsOf(db, visit, to) : [];
  return redrawVisit(visit, to, version.geometry, points);
}

/** Of one officer at a time, and only of those who recorded the visit. */
async function pointsOf(db: Asked['db'], visit: Visit, to: number): Promise<TrackPoint[]> {
  const around = { from: visit.startedAt - RUN_UP_MS, to: to + RUN_UP_MS };
  for (const userId of await recordersOf(db, visit.id)) {
    const points = await positionsOf(db, userId, around);
    if (points.length > 0) return points;
  }
  return [];
}

/** Months are read with a margin, so visits just outside the period were looked at too. */
function countsOf(found: readonly Redrawn[], within: TimeSpan): RedrawnReport['redrawn'] {
  const counts = { recounted: 0, outside: 0, 'no-gps': 0, 'no-points': 0 };
  for (const { kind, visit } of found) {
    if (contains(within, visit.startedAt)) counts[kind] += 1;
  }
  return counts;
}
