/** What follows from a walk's own data: its date, whether it is an evening walk, how long the route is. */
import { type CalendarRules, localDateOf } from '../calendar/local-time.ts';
import { distanceM } from '../geo/measure.ts';
import type { LonLat, Metres } from '../model.ts';
import { isEveningByRule } from './is-evening.ts';
import type { Walk, WalkFacts } from './walk.ts';

/** Geodesic length of a line in metres, to the metre. */
export function lineLengthM(line: readonly LonLat[]): Metres {
  const length = line
    .slice(1)
    .reduce((sum, to, index) => sum + distanceM(line[index] ?? to, to), 0);
  return Math.round(length);
}

/** @param center where the sun is asked about while there is no route */
export function walkFacts(
  { walk: { startsAt }, route, eveningSaid }: Pick<Walk, 'walk' | 'route' | 'eveningSaid'>,
  center: LonLat,
  rules: CalendarRules,
): WalkFacts {
  return {
    date: localDateOf(rules, startsAt),
    evening: eveningSaid ?? isEveningByRule(startsAt, route?.[0] ?? center, rules),
    lengthM: route && lineLengthM(route),
  };
}
