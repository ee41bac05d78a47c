/** How hard a window's visits are to guess, counted the obvious way: luxon's clock, a loop over half hours. */
import { DateTime } from 'luxon';
import type { CoverageInput } from '#core/dosage/coverage-input.ts';
import { judgedStays } from './slow-coverage.ts';

interface Start {
  readonly clock: number;
  readonly weekday: number;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function startOf(at: number): Start {
  const local = DateTime.fromMillis(at, { zone: 'Europe/Stockholm' });
  return { clock: local.hour * 60 + local.minute, weekday: local.minus({ hours: 6 }).weekday };
}

/** Half hour by half hour from the opening to the closing: how many began in it. */
function halfHours(starts: readonly Start[], start: string, end: string): number[] {
  const counts: number[] = [];
  const opens = minutesOf(start);
  const closes = minutesOf(end) > opens ? minutesOf(end) : minutesOf(end) + 1440;
  for (let from = opens; from < closes; from += 30) {
    const isIn = ({ clock }: Start) =>
      [clock, clock + 1440].some((minute) => minute >= from && minute < from + 30);
    counts.push(starts.filter(isIn).length);
  }
  return counts;
}

function entropy(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / all) * Math.log(count / all);
  return counts.length < 2 ? 0 : sum / Math.log(counts.length);
}

/** By `start end`: visits, and the value where there are eight. */
export function slowHabits(input: CoverageInput) {
  const starts = new Map<string, Start[]>();
  for (const stay of judgedStays(input)) {
    const isIn = stay.from >= input.span.from && stay.from < input.span.to;
    if (!isIn || stay.length < 3 || stay.answers === null) continue;
    const { start, end } = stay.answers.window;
    starts.set(`${start} ${end}`, [...(starts.get(`${start} ${end}`) ?? []), startOf(stay.from)]);
  }
  return [...starts].map(([hours, begun]) => {
    const [start = '', end = ''] = hours.split(' ');
    const counts = halfHours(begun, start, end);
    const visits = counts.reduce((sum, count) => sum + count, 0);
    return { start, end, visits, value: visits < 8 ? null : entropy(counts) };
  });
}
