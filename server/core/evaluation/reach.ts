/**
 * Over which times incidents are known: a year whose file was never read, or was taken back, must not be taken for a
 * year without crime.
 */
import { DAY_MS } from '../calendar/duration.ts';
import type { TimeSpan } from '../model.ts';
import { type Incident, lastOf } from './incident.ts';

type Timed = Pick<Incident, 'from' | 'to' | 'count'>;

/** A shorter silence tells nothing; so long a file may begin late or end early. Ours. */
const LONGEST_SILENCE_MS = 14 * DAY_MS;
/** Of the mean time between two: a silence of ten comes by chance once in 20,000 (e⁻¹⁰). */
const SILENT_SPACINGS = 10;

/** The times between silences that chance does not explain. @param incidents of one municipality, in order of `from` */
export function reachOf(incidents: readonly Timed[]): TimeSpan[] {
  const [first] = incidents;
  if (!first) return [];
  const last = incidents.reduce((most, one) => Math.max(most, lastOf(one)), 0);
  const spacing = (last - first.from) / incidents.reduce((sum, { count }) => sum + count, 0);
  const longest = Math.max(LONGEST_SILENCE_MS, SILENT_SPACINGS * spacing);
  const reach = [{ from: first.from, to: lastOf(first) }];
  for (const one of incidents) {
    const current = reach.at(-1);
    if (current && one.from - current.to <= longest) current.to = Math.max(current.to, lastOf(one));
    else reach.push({ from: one.from, to: lastOf(one) });
  }
  return reach;
}

/** Whether one of the times holds the period, but for a fortnight at either end. */
export const isReached = (reach: readonly TimeSpan[], { from, to }: TimeSpan): boolean =>
  reach.some(
    (part) => part.from - LONGEST_SILENCE_MS <= from && to <= part.to + LONGEST_SILENCE_MS,
  );
