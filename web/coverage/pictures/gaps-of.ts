/** The time between doses of one hot spot, for the strips. */
import { gaps } from '#core/calendar/interval.ts';
import type { TimeSpan } from '#core/model.ts';
import type { Strip } from './strips.ts';

const HOUR_MS = 3_600_000;

export const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): TimeSpan => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

/** Gaps from when the place is counted until now, the edges too, that are longer than the wanted one. */
export function gapsBeyondWanted(strip: Strip, until: string): TimeSpan[] {
  const within = { from: Date.parse(strip.countedFrom), to: Date.parse(until) };
  if (within.to <= within.from) return [];
  return gaps(strip.doses.map(spanOf), within).filter(
    ({ from, to }) => to - from > strip.wantedGapHours * HOUR_MS,
  );
}

/** The part of such a gap in which a dose was overdue. */
export const overdue = ({ from, to }: TimeSpan, { wantedGapHours }: Strip): TimeSpan => ({
  from: from + wantedGapHours * HOUR_MS,
  to,
});

export const hoursOf = ({ from, to }: TimeSpan): number => (to - from) / HOUR_MS;
