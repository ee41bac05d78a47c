/** How well detected visits agree with the true ones, as ../shared/tracks/score.mjs counts. */
import type { TimeSpan } from '#core/model.ts';

export interface VisitSpan extends TimeSpan {
  readonly hotSpotId: string;
}

export interface Agreement {
  readonly hits: number;
  readonly missed: number;
  readonly extra: number;
  readonly dwellErrorsS: readonly number[];
  readonly edgeErrorsS: readonly number[];
}

/** A detection hits when intersection over union of the two is at least this. */
const LEAST_OVERLAP = 0.5;

function overlap(one: VisitSpan, other: VisitSpan): number {
  if (one.hotSpotId !== other.hotSpotId) return 0;
  const common = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  return common / (Math.max(one.to, other.to) - Math.min(one.from, other.from));
}

const secondsApart = (one: number, other: number) => Math.abs(one - other) / 1000;

/** Two detections cannot both overlap a visit by half, nor one detection two visits. */
export function agreementOf(truth: readonly VisitSpan[], found: readonly VisitSpan[]): Agreement {
  const pairs = truth.flatMap((visit) => {
    const hit = found.find((each) => overlap(visit, each) >= LEAST_OVERLAP);
    return hit ? [[visit, hit] as const] : [];
  });
  return {
    hits: pairs.length,
    missed: truth.length - pairs.length,
    extra: found.length - pairs.length,
    dwellErrorsS: pairs.map(([visit, hit]) =>
      secondsApart(hit.to - hit.from, visit.to - visit.from),
    ),
    edgeErrorsS: pairs.flatMap(([visit, hit]) => [
      secondsApart(hit.from, visit.from),
      secondsApart(hit.to, visit.to),
    ]),
  };
}

export interface Figures {
  readonly visits: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly dwellErrorS: number;
  readonly edgeErrorS: number;
  readonly edgeErrorP95S: number;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Infinity;
}

export function figuresOf(agreements: readonly Agreement[]): Figures {
  const sum = (part: (each: Agreement) => number) =>
    agreements.reduce((total, each) => total + part(each), 0);
  const [hits, missed, extra] = [
    sum((each) => each.hits),
    sum((each) => each.missed),
    sum((each) => each.extra),
  ];
  const edges = agreements.flatMap((each) => each.edgeErrorsS);
  return {
    visits: hits + missed,
    precision: hits / Math.max(1, hits + extra),
    recall: hits / Math.max(1, hits + missed),
    f1: (2 * hits) / (2 * hits + missed + extra),
    dwellErrorS: quantile(
      agreements.flatMap((each) => each.dwellErrorsS),
      0.5,
    ),
    edgeErrorS: quantile(edges, 0.5),
    edgeErrorP95S: quantile(edges, 0.95),
  };
}
