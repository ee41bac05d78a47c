/** How well detected visits agree with the true ones, as ../shared/tracks/score.mjs counts. */
import type { TrueVisit } from './simulated-evening.ts';

export interface Agreement {
  readonly hits: number;
  readonly missed: number;
  readonly extra: number;
  readonly dwellErrorsS: readonly number[];
}

/** A detection hits when intersection over union of the two is at least this. */
const LEAST_OVERLAP = 0.5;

function overlap(one: TrueVisit, other: TrueVisit): number {
  if (one.hotSpotId !== other.hotSpotId) return 0;
  const common = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  return common / (Math.max(one.to, other.to) - Math.min(one.from, other.from));
}

const dwell = ({ from, to }: TrueVisit) => (to - from) / 1000;

export function agreementOf(truth: readonly TrueVisit[], found: readonly TrueVisit[]): Agreement {
  const pairs = truth.flatMap((visit) => {
    const hit = found.find((each) => overlap(visit, each) >= LEAST_OVERLAP);
    return hit ? [[visit, hit] as const] : [];
  });
  return {
    hits: pairs.length,
    missed: truth.length - pairs.length,
    extra: found.length - pairs.length,
    dwellErrorsS: pairs.map(([visit, hit]) => Math.abs(dwell(hit) - dwell(visit))),
  };
}

export function figuresOf(agreements: readonly Agreement[]): { f1: number; dwellErrorS: number } {
  const sum = (part: (each: Agreement) => number) =>
    agreements.reduce((total, each) => total + part(each), 0);
  const hits = sum((each) => each.hits);
  const errors = agreements.flatMap((each) => each.dwellErrorsS).toSorted((a, b) => a - b);
  return {
    f1: (2 * hits) / (2 * hits + sum((each) => each.missed) + sum((each) => each.extra)),
    dwellErrorS: errors[errors.length >> 1] ?? Infinity,
  };
}
