/**
 * What came of a planned visit in the sample: about 55 % become doses, as measured in Birmingham (53–58 %, domain.md 0.5), the rest are
 * short, lost with a reason, or lost without a word.
 */
import type { LossReason, PlannedVisit, VisitSource } from '#core/model.ts';

/** A number in [0, 1), the same for the same seed. */
export type Random = () => number;

export type Delivery =
  | {
      readonly kind: 'visit';
      readonly startedAt: number;
      readonly endedAt: number;
      readonly source: VisitSource;
      readonly late: boolean;
    }
  | { readonly kind: 'lost'; readonly reason: LossReason | null };

const MINUTE = 60_000;
const DOSE_SHARE = 0.56;
const SHORT_SHARE = 0.06;

const REASONS: readonly (readonly [LossReason, number])[] = [
  ['call-out', 0.55],
  ['staffing', 0.17],
  ['reprioritised', 0.12],
  ['weather', 0.09],
  ['other', 0.07],
];

export function deliver(planned: PlannedVisit, random: Random): Delivery {
  const fate = random();
  if (fate > DOSE_SHARE + SHORT_SHARE) {
    return { kind: 'lost', reason: random() < 0.8 ? pick(REASONS, random) : null };
  }
  const startedAt = planned.startsAt + Math.round((random() - 0.35) * 14) * MINUTE;
  const minutes = fate < DOSE_SHARE ? 10 + random() ** 1.4 * 13 : 4 + random() * 5;
  const source: VisitSource = random() < 0.05 ? 'estimated' : 'manual';
  const endedAt = startedAt + Math.round(minutes * 60) * 1000;
  return { kind: 'visit', startedAt, endedAt, source, late: random() < 0.09 };
}

function pick(weighted: readonly (readonly [LossReason, number])[], random: Random): LossReason {
  let left = random();
  for (const [reason, share] of weighted) {
    left -= share;
    if (left <= 0) return reason;
  }
  return 'other';
}

/** Counts of contacts, now and then something done. */
export function sampleOutcome(random: Random) {
  return {
    contacts: Math.floor(random() * 6),
    actions: random() < 0.15 ? 1 : 0,
    observations: random() < 0.3 ? 1 : 0,
    interventions: random() < 0.04 ? 1 : 0,
  };
}
