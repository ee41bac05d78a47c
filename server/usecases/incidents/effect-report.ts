/** Before and after, in hot spots, rings and the rest of the municipality. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { localDateOf } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { type Effect, effectOf } from '#core/evaluation/effect.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import type { LocalDate, TimeSpan, Uuid } from '#core/model.ts';
import { notFound } from '../../problem.ts';
import { newestHarmTable, type StoredHarmTable } from '../../store/harm-tables.ts';
import { incidentSpan, incidentsIn } from '../../store/incidents.ts';
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

export interface EffectReport {
  readonly harm: StoredHarmTable;
  readonly data: TimeSpan | null;
  /** Whether the incidents reach over the whole period: where they do not, nothing is compared. */
  readonly covered: { readonly before: boolean; readonly after: boolean };
  readonly effect: Effect;
}

/** Days that an import may begin late or end early and still cover a period: nothing need have happened on them. */
const SLACK_DAYS = 14;

/** @throws Problem not-found */
export async function effectReport(asked: Evaluated, order: EffectOrder): Promise<EffectReport> {
  const { db, calendar } = asked;
  const places = await standingPlaces(db, order.municipality);
  const treated = order.hotSpotId ? places.filter(({ id }) => id === order.hotSpotId) : places;
  if (order.hotSpotId && treated.length === 0) throw notFound('hot spot', order.hotSpotId);
  const [before, after] = [order.before, order.after].map((days) => spanOfPeriod(calendar, days));
  if (!before || !after) throw new RangeError('two periods are compared');
  const reach = { from: Math.min(before.from, after.from), to: Math.max(before.to, after.to) };
  const data = await incidentSpan(db, order.municipality);
  const covers = (days: Days) => data !== null && isCovered(asked, data, days);
  return {
    harm: await newestHarmTable(db),
    data,
    covered: { before: covers(order.before), after: covers(order.after) },
    effect: effectOf({
      incidents: await incidentsIn(db, order.municipality, reach),
      treated: treated.map(({ area }) => area),
      all: places.map(({ area }) => area),
      plane: swerefPlane,
      before,
      after,
    }),
  };
}

function isCovered({ calendar }: Evaluated, data: TimeSpan, { from, to }: Days): boolean {
  const first = addDays(localDateOf(calendar, data.from), -SLACK_DAYS);
  const last = addDays(localDateOf(calendar, data.to), SLACK_DAYS);
  return first <= from && to <= last;
}
