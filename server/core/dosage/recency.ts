/** When a hot spot had its last dose, and how many it has had today. */
import { type CalendarRules, operationalDayOf } from '../calendar/local-time.ts';
import type { EpochMs } from '../model.ts';
import type { Recency } from './hot-spot-state.ts';
import { type ClassedPresence, isDose } from './visit-class.ts';

/** @param presences one hot spot's, classed, in any order */
export function recencyOf(
  presences: readonly ClassedPresence[],
  wantedGapHours: number,
  now: EpochMs,
  rules: CalendarRules,
): Recency {
  const doses = presences.filter((presence) => isDose(presence.class));
  const today = operationalDayOf(rules, now);
  const lastDoseAt = doses.reduce(
    (last, dose) => Math.max(last, dose.to),
    Number.NEGATIVE_INFINITY,
  );
  return {
    lastDoseAt: doses.length === 0 ? null : lastDoseAt,
    lastDoseOverCeiling: doses.some(
      (dose) => dose.to === lastDoseAt && dose.class === 'over-ceiling',
    ),
    dosesToday: doses.filter((dose) => operationalDayOf(rules, dose.from) === today).length,
    wantedGapHours,
    now,
  };
}
