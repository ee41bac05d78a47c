/**
 * Whether a walk counts as an evening walk, by rule and not by habit (domain brief N20): it starts at 18:00 or later, or
 * after sunset at the place. Before 05:00 it is still the evening before. Whoever plans the walk may say otherwise.
 */
import {
  type CalendarRules,
  dayNumber,
  localDateOf,
  minutesOfDay,
  minutesSinceMidnight,
} from '../calendar/local-time.ts';
import { sunsetOn } from '../calendar/sunset.ts';
import type { EpochMs, LonLat } from '../model.ts';

const EVENING_FROM = minutesOfDay('18:00');
const EVENING_TO = minutesOfDay('05:00');

export function isEveningByRule(startsAt: EpochMs, at: LonLat, rules: CalendarRules): boolean {
  const minutes = minutesSinceMidnight(rules, startsAt);
  if (minutes >= EVENING_FROM || minutes < EVENING_TO) return true;
  const sunset = sunsetOn(dayNumber(localDateOf(rules, startsAt)), at);
  return sunset !== null && startsAt >= sunset;
}
