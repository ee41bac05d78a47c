/** What the reports on incidents share: the incidents, the hot spots that stand, the town that they are a part of. */

import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { Incident } from '#core/evaluation/incident.ts';
import { layArea } from '#core/evaluation/plane-area.ts';
import type { DrawnPlace } from '#core/evaluation/score-card.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import { M2_PER_HA } from '#core/geo/measure.ts';
import type { EpochMs, TimeSpan } from '#core/model.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import type { Executor } from '../../store/database.ts';
import { newestHarmTable, type StoredHarmTable } from '../../store/harm-tables.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { incidentSpan, incidentsIn } from '../../store/incidents.ts';

export interface Evaluated {
  readonly db: Executor;
  readonly now: EpochMs;
  readonly calendar: CalendarRules;
  readonly network: WalkNetwork | null;
}

export interface EvaluationBasis {
  readonly incidents: readonly Incident[];
  /** From the first incident to the last; null without any. */
  readonly data: TimeSpan | null;
  readonly places: readonly PlaceOnPlane[];
  readonly harm: StoredHarmTable;
}

export interface PlaceOnPlane extends DrawnPlace {
  readonly hotSpot: StoredHotSpot;
}

/** Hot spots by their borders of today: what is judged is what stands. Closed ones are left out. */
export async function standingPlaces(
  db: Executor,
  municipality: string | null,
): Promise<PlaceOnPlane[]> {
  const all = await hotSpots(db, { municipality: municipality ?? undefined });
  return all
    .filter(({ status }) => status !== 'closed')
    .map((hotSpot) => ({
      hotSpot,
      id: hotSpot.id,
      area: layArea(hotSpot.version.geometry, swerefPlane),
      areaM2: hotSpot.version.areaHa * M2_PER_HA,
    }));
}

export async function evaluationBasis(
  { db }: Evaluated,
  municipality: string | null,
  span?: TimeSpan,
): Promise<EvaluationBasis> {
  return {
    incidents: await incidentsIn(db, municipality, span),
    data: await incidentSpan(db, municipality),
    places: await standingPlaces(db, municipality),
    harm: await newestHarmTable(db),
  };
}
