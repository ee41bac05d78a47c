/** What is known of an incident: what kind, when, where. There is no field for a person, an address or a text. */
import type { EpochMs, LonLat, TimeSpan } from '../model.ts';

export interface Incident {
  /** Code of a category of the harm table. */
  readonly category: string;
  readonly from: EpochMs;
  /** Where only a span is known (a car stolen overnight): its end. Null: it happened at `from`. */
  readonly to: EpochMs | null;
  readonly lonLat: LonLat;
  /** How many incidents the row stands for: 1 or more. */
  readonly count: number;
}

/**
 * Aoristic weight (J. H. Ratcliffe, Int. J. Geographical Information Science 14, 2000): of the time in which it may have
 * happened, the share that lies in the span. An instant lies in it or does not.
 */
export function shareWithin({ from, to }: Pick<Incident, 'from' | 'to'>, span: TimeSpan): number {
  if (to === null || to <= from) return span.from <= from && from < span.to ? 1 : 0;
  const common = Math.min(to, span.to) - Math.max(from, span.from);
  return common <= 0 ? 0 : common / (to - from);
}

/** The last instant at which it may have happened: how far the figures reach. */
export function lastOf({ from, to }: Pick<Incident, 'from' | 'to'>): EpochMs {
  return to === null || to <= from ? from : to - 1;
}

/** For counts that must be whole: the middle of the time in which it may have happened. */
export function middleOf({ from, to }: Pick<Incident, 'from' | 'to'>): EpochMs {
  return to === null ? from : (from + to) / 2;
}
