/** What a question about coverage is about, as far as whoever asks may be told. */
import type { WeekHours } from '#core/calendar/week-hours.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import type { Remembering } from '../../usecases/coverage/coverage-blocks.ts';
import { type CoverageScope, wholeWeek } from '../../usecases/coverage/scope.ts';
import { actorOf, type Call } from '../call.ts';

type CoverageRoute =
  | 'getCoverage'
  | 'getCoverageRows'
  | 'getCoverageOnTodaysBorders'
  | 'getCoverageStrips'
  | 'exportCoverageCsv'
  | 'exportCoverageXlsx'
  | 'exportCoverageGeoJson'
  | 'exportVisitsCsv'
  | 'exportVisitsXlsx';

export function remembering(
  db: Executor,
  { now, services }: Pick<Call<CoverageRoute>, 'now' | 'services'>,
): Remembering {
  return { db, now, calendar: services.calendar, memory: services.coverage };
}

/**
 * The municipality's own people see their own municipality, whatever they ask for, and no part of the week or of the
 * places: they are told neither at which hours nor where.
 */
export function scopeOf<N extends CoverageRoute>(call: Call<N>): CoverageScope {
  const { from, to, municipality = null, tag = null } = call.query;
  const { role, municipality: own } = actorOf(call);
  if (role !== 'municipality') return { from, to, municipality, tag, hours: hoursOf(call.query) };
  if (own === null) throw new Problem('forbidden');
  return wholeWeek({ from, to }, own);
}

type Query = Call<CoverageRoute>['query'];

function hoursOf({ weekdays, fromHour = 0, toHour = 0 }: Query): WeekHours | null {
  const named = new Set((weekdays ?? '').split(',').filter(Boolean).map(Number));
  if ((named.size === 0 || named.size === 7) && fromHour === toHour) return null;
  return { weekdays: named.size === 7 ? [] : [...named].sort((a, b) => a - b), fromHour, toHour };
}
