/** When each place was under a dose, and when one was planned: what the pictures on a time axis draw. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { contains } from '#core/calendar/interval.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
import { daysIn, spanOfPeriod } from '#core/calendar/period.ts';
import { chosenCells } from '#core/calendar/week-hours.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import { judge } from '#core/dosage/summarise-block.ts';
import { isDose } from '#core/dosage/visit-class.ts';
import type { EpochMs, TimeSpan, Uuid } from '#core/model.ts';
import { firstBorders } from '../../store/history-start.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { countedTo } from './coverage-report.ts';
import { type Asked, type History, readHistory, windowsSince } from './history.ts';
import { type CoverageScope, type PeriodBounds, placesOf } from './scope.ts';

export interface HotSpotStrip {
  readonly hotSpotId: Uuid;
  readonly code: string;
  readonly name: string;
  readonly wantedGapHours: number;
  /** Nobody was missed before: the start of the axis, or when the place was drawn. */
  readonly countedFrom: EpochMs;
  readonly doses: TimeSpan[];
  readonly planned: TimeSpan[];
}

export interface CoverageStrips extends PeriodBounds {
  readonly until: EpochMs;
  readonly hotSpots: readonly HotSpotStrip[];
}

/** A tertial: a longer axis shows no single visit. */
const LONGEST_AXIS_DAYS = 123;

/** The period, or of a longer one the last days that have begun. */
function axisOf({ calendar, now }: Asked, { from, to }: PeriodBounds): PeriodBounds {
  if (daysIn({ from, to }) <= LONGEST_AXIS_DAYS) return { from, to };
  const today = operationalDateOf(calendar, now);
  const last = today < to ? today : to;
  const first = addDays(last, 1 - LONGEST_AXIS_DAYS);
  return { from: first < from ? from : first, to: last < from ? from : last };
}

export async function coverageStrips(asked: Asked, scope: CoverageScope): Promise<CoverageStrips> {
  const axis = axisOf(asked, scope);
  const span = spanOfPeriod(asked.calendar, axis);
  const places = await placesOf(asked.db, scope);
  const windows = await windowsSince(asked, readingSpan(span).from);
  const ids = places.map(({ id }) => id);
  const histories = await readHistory(asked, ids, span, windows, scope.hours);
  const drawnAt = await firstBorders(asked.db);
  return {
    ...axis,
    until: countedTo(asked, axis).until,
    hotSpots: places.flatMap((place) => {
      const history = histories.get(place.id);
      const countedFrom = Math.max(span.from, drawnAt.get(place.id) ?? span.from);
      return history && place.status !== 'closed' ? [stripOf(place, history, countedFrom)] : [];
    }),
  };
}

function stripOf(place: StoredHotSpot, history: History, countedFrom: EpochMs): HotSpotStrip {
  const { id: hotSpotId, code, name, wantedGapHours } = place;
  const { span, now, slots, rules, hours } = history;
  const cells = hours && chosenCells(hours, rules);
  const counts = (at: EpochMs) =>
    contains(span, at) && at < now && (cells === null || (cells[weekHourOf(rules, at)] ?? false));
  return {
    hotSpotId,
    code,
    name,
    wantedGapHours,
    countedFrom,
    doses: judge(history)
      .visits.filter((visit) => isDose(visit.class) && counts(visit.from))
      .map(({ from, to }) => ({ from, to })),
    planned: slots
      .filter(({ startsAt }) => counts(startsAt))
      .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
  };
}
