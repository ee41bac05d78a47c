/** A time window in words: «fre–lör 20:30–01:30, 3 doser». */
import { hotSpotsText } from '../text/hot-spots.ts';
import type { WindowDraft } from './windows-grid.ts';

/** Consecutive days as a span, others listed: 1,2,3,5 → «mån–ons, fre». */
export function daysText(weekdays: readonly number[], names: readonly string[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else spans.push([day, day]);
  }
  const name = (day: number) => names[day - 1] ?? '';
  return spans
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`))
    .join(', ');
}

export function windowText({
  weekdays,
  start,
  end,
  doses,
}: Pick<WindowDraft, 'weekdays' | 'start' | 'end' | 'doses'>): string {
  const words = hotSpotsText.value.windows;
  return words.words(daysText(weekdays, words.days), start, end, doses);
}
