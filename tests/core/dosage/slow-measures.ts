/** Quartiles, gaps and streaks counted the obvious way, from lists of plain numbers and dates. */
import type { CoverageInput } from '#core/dosage/coverage-input.ts';

/** A minute of the wall calendar, as far as the measures need it. */
export interface DatedMinute {
  readonly at: number;
  readonly hour: number;
  readonly operationalDate: string;
  readonly weekday: number;
}

/** Whether a minute is among the hours that are asked about: counted hour by hour from the one to the other. */
export function chosenBy({ hours }: Pick<CoverageInput, 'hours'>) {
  if (hours === null) return () => true;
  const wanted = new Set<number>();
  let hour = hours.fromHour;
  do {
    wanted.add(hour);
    hour = (hour + 1) % 24;
  } while (hour !== hours.toHour);
  return (minute: Pick<DatedMinute, 'hour' | 'weekday'>) =>
    wanted.has(minute.hour) &&
    (hours.weekdays.length === 0 || hours.weekdays.includes(minute.weekday));
}

/** What a spreadsheet's QUARTILE.INC gives. */
function quarter(inOrder: readonly number[], quarters: number): number {
  const rank = ((inOrder.length - 1) * quarters) / 4;
  const below = inOrder[Math.floor(rank)]!;
  const above = inOrder[Math.ceil(rank)]!;
  return below + (above - below) * (rank % 1);
}

export function quarters(values: readonly number[]) {
  if (values.length === 0) return null;
  const inOrder = [...values].sort((a, b) => a - b);
  const [lower, median, upper] = [1, 2, 3].map((n) => quarter(inOrder, n));
  return { lower, median, upper };
}

/** @param minutes lengths of whole gaps */
export function gapsOf(minutes: readonly number[]) {
  const hours = minutes.map((length) => length / 60);
  const within = (over: number, most: number) =>
    hours.filter((length) => length > over && length <= most).length;
  const quartiles = quarters(minutes);
  return {
    count: minutes.length,
    hours: quartiles && {
      lower: quartiles.lower! / 60,
      median: quartiles.median! / 60,
      upper: quartiles.upper! / 60,
    },
    byLength: [
      within(0, 2),
      within(2, 6),
      within(6, 12),
      within(12, 24),
      within(24, 48),
      within(48, 72),
      within(72, Number.POSITIVE_INFINITY),
    ],
  };
}

/** Day by day: an opening makes a day count, once it is over or has a dose. */
export function streaksOf(
  { now }: Pick<CoverageInput, 'now'>,
  minutes: readonly DatedMinute[],
  openings: readonly string[],
  doses: readonly string[],
) {
  let run = 0;
  let lull = 0;
  const found = { days: 0, daysWithDose: 0, longestWith: 0, longestWithout: 0 };
  for (const date of new Set(minutes.map((minute) => minute.operationalDate))) {
    const lastMinute = minutes.findLast((minute) => minute.operationalDate === date)!;
    const hasDose = doses.includes(date);
    if (!openings.includes(date) || (!hasDose && lastMinute.at + 60_000 > now)) continue;
    found.days += 1;
    found.daysWithDose += hasDose ? 1 : 0;
    run = hasDose ? run + 1 : 0;
    lull = hasDose ? 0 : lull + 1;
    found.longestWith = Math.max(found.longestWith, run);
    found.longestWithout = Math.max(found.longestWithout, lull);
  }
  return found;
}
