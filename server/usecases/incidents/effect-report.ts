/** Before and after, in hot spots, rings and the rest of the municipality. */
import { spanOfPeriod } from '#core/calendar/period.ts';
import { type Effect, effectOf } from '#core/evaluation/effect.ts';
import { isReached, reachOf } from '#core/evaluation/reach.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import type { LocalDate, TimeSpan, Uuid } from '#core/model.ts';
import { notFound } from '../../problem.ts';
import { newestHarmTable, type StoredHarmTable } from '../../store/harm-tables.ts';
import { type IncidentTime, incidentsIn, incidentTimes } from '../../store/incidents.ts';
import { type Evaluated, standingPlaces } from './evaluation-basis.ts';

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface EffectOrder {
  readonly municipality: string | null;
  /** Null: all hot spots together. */
  readonly hotSpotId: Uuid | null;
  readonly before: Days;
  readonly after: Days;
}

/** A time over which the incidents of a municipality are known. */
export interface MunicipalReach extends TimeSpan {
  readonly municipality: string;
}

export interface EffectReport {
  readonly harm: StoredHarmTable;
  readonly reach: readonly MunicipalReach[];
  /** Whether the incidents of each municipality reach over the period: where they do not, nothing is compared. */
  readonly covered: { readonly before: boolean; readonly after: boolean };
  readonly effect: Effect;
}

/** @throws Problem not-found */
export async function effectReport(asked: Evaluated, order: EffectOrder): Promise<EffectReport> {
  const { db, calendar } = asked;
  const places = await standingPlaces(db, order.municipality);
  const treated = order.hotSpotId ? places.filter(({ id }) => id === order.hotSpotId) : places;
  if (order.hotSpotId && treated.length === 0) throw notFound('hot spot', order.hotSpotId);
  const [before, after] = [order.before, order.after].map((days) => spanOfPeriod(calendar, days));
  if (!before || !after) throw new RangeError('two periods are compared');
  const span = { from: Math.min(before.from, after.from), to: Math.max(before.to, after.to) };
  const reach = municipalReach(await incidentTimes(db, order.municipality));
  const covered = { before: isCovered(reach, before), after: isCovered(reach, after) };
  return {
    harm: await newestHarmTable(db),
    reach,
    covered,
    effect: effectOf({
      incidents: await incidentsIn(db, order.municipality, span),
      treated: treated.map(({ area }) => area),
      all: places.map(({ area }) => area),
      plane: swerefPlane,
      before,
      after,
      covered: covered.before && covered.after,
    }),
  };
}

function municipalReach(times: readonly IncidentTime[]): MunicipalReach[] {
  const municipalities = [...new Set(times.map(({ municipality }) => municipality))];
  return municipalities.flatMap((municipality) => {
    const own = times.filter((one) => one.municipality === municipality);
    return reachOf(own).map((span) => ({ municipality, ...span }));
  });
}

/** A municipality whose file ends early would look as if its crime had fallen. */
function isCovered(reach: readonly MunicipalReach[], period: TimeSpan): boolean {
  const municipalities = new Set(reach.map(({ municipality }) => municipality));
  const isOneReached = (code: string) =>
    isReached(
      reach.filter(({ municipality }) => municipality === code),
      period,
    );
  return municipalities.size > 0 && [...municipalities].every(isOneReached);
}
