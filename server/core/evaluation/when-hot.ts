/**
 * When a place is hot: incidents by weekday and hour of the operational week, and whether its time windows would catch
 * more if they opened at another hour. A window's other hour is chosen on the earlier months and judged on those held out.
 */
import type { CalendarRules } from '../calendar/local-time.ts';
import { minutesOfDay } from '../calendar/local-time.ts';
import { shareByWeekHour, WEEK_HOURS } from '../calendar/operational-hour.ts';
import { closingMinutes } from '../calendar/window.ts';
import type { LocalTime, TimeSpan, TimeWindow, Uuid } from '../model.ts';
import { FEWEST_FOR_PERCENTAGE } from './fewest-for-percentage.ts';
import { type Incident, middleOf, shareWithin } from './incident.ts';

type Timed = Pick<Incident, 'from' | 'to' | 'count'>;

/** 168 cells, `row × 24 + column`: Monday's operational day first. Aoristic: a span is shared out over its hours. */
export function weekHours(rules: CalendarRules, incidents: readonly Timed[], within: TimeSpan) {
  const cells = new Float64Array(WEEK_HOURS);
  const add = (cell: number, weight: number) => {
    cells[cell] = (cells[cell] ?? 0) + weight;
  };
  for (const { from, to, count } of incidents) {
    if (to === null || to <= from) {
      if (shareWithin({ from, to: null }, within) === 1)
        shareByWeekHour(rules, { from, to: from + 1 }, (cell) => add(cell, count));
      continue;
    }
    const span = { from: Math.max(from, within.from), to: Math.min(to, within.to) };
    shareByWeekHour(rules, span, (cell, ms) => add(cell, (count * ms) / (to - from)));
  }
  return cells;
}

export type WindowTimes = Pick<TimeWindow, 'weekdays' | 'start' | 'end'>;

/** What share of each of the 168 hours the windows are open, by the clock on the wall of an ordinary week. */
export function openHours(rules: CalendarRules, windows: readonly WindowTimes[]): Float64Array {
  const minutes = new Uint8Array(WEEK_HOURS * 60);
  const dayStart = minutesOfDay(rules.dayStart);
  for (const window of windows) {
    const [start, end] = [minutesOfDay(window.start), closingMinutes(window)];
    for (const weekday of window.weekdays)
      for (let minute = start; minute < end; minute += 1) {
        const sinceMonday = (weekday - 1) * 1440 + minute - dayStart;
        minutes[((sinceMonday % minutes.length) + minutes.length) % minutes.length] = 1;
      }
  }
  return Float64Array.from({ length: WEEK_HOURS }, (_, hour) => {
    const open = minutes.subarray(hour * 60, hour * 60 + 60);
    return open.reduce((sum, one) => sum + one, 0) / 60;
  });
}

/** The share of the incidents that happened while the windows are open; 0 of none. */
export function shareCaught(cells: Float64Array, open: Float64Array): number {
  const all = cells.reduce((sum, one) => sum + one, 0);
  const caught = cells.reduce((sum, one, hour) => sum + one * (open[hour] ?? 0), 0);
  return all === 0 ? 0 : caught / all;
}

export interface WindowMove {
  readonly windowId: Uuid;
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** Of the months held out: what all windows catch as they are, and with this one moved. */
  readonly now: number;
  readonly after: number;
}

export type MoveSuggestion =
  | { readonly known: true; readonly move: WindowMove | null; readonly now: number }
  | {
      readonly known: false;
      readonly reason: 'too-few' | 'no-windows';
      readonly earlier: number;
      readonly held: number;
    };

/** A smaller gain is not worth a new habit. Ours. */
const LEAST_GAIN = 0.05;
const STEP_MIN = 30;

const timeOf = (minutes: number): LocalTime => {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
};

type Window = WindowTimes & Pick<TimeWindow, 'id'>;

/** The same window opening so many minutes later, as long and on the same weekdays. */
function moved<W extends WindowTimes>(window: W, minutes: number): W {
  const start = minutesOfDay(window.start) + minutes;
  const length = closingMinutes(window) - minutesOfDay(window.start);
  return { ...window, start: timeOf(start), end: timeOf(start + length) };
}

/** Starts that stay on the weekday that they are said for. */
function laterStarts(window: WindowTimes): number[] {
  const start = minutesOfDay(window.start);
  const offsets: number[] = [];
  for (let at = start % STEP_MIN; at < 1440; at += STEP_MIN) {
    if (at !== start) offsets.push(at - start);
  }
  return offsets;
}

/**
 * The one move of one window that would have caught most in the earlier months, where it catches at least five
 * percentage points more in the months held out too. Fewer than 50 incidents in either part: nobody can know.
 */
export function suggestMove(
  rules: CalendarRules,
  windows: readonly Window[],
  earlier: Float64Array,
  held: Float64Array,
): MoveSuggestion {
  const sum = (cells: Float64Array) => cells.reduce((total, one) => total + one, 0);
  const counts = { earlier: Math.round(sum(earlier)), held: Math.round(sum(held)) };
  if (windows.length === 0) return { known: false, reason: 'no-windows', ...counts };
  if (Math.min(counts.earlier, counts.held) < FEWEST_FOR_PERCENTAGE)
    return { known: false, reason: 'too-few', ...counts };
  const now = shareCaught(held, openHours(rules, windows));
  let best: { readonly share: number; readonly index: number; readonly window: Window } | null =
    null;
  for (const [index, window] of windows.entries())
    for (const offset of laterStarts(window)) {
      const other = moved(window, offset);
      const share = shareCaught(earlier, openHours(rules, windows.with(index, other)));
      if (!best || share > best.share) best = { share, index, window: other };
    }
  if (!best) return { known: true, move: null, now };
  const after = shareCaught(held, openHours(rules, windows.with(best.index, best.window)));
  const { id: windowId, start, end } = best.window;
  return {
    known: true,
    now,
    move: after - now >= LEAST_GAIN ? { windowId, start, end, now, after } : null,
  };
}

/** Whole incidents by the middle of their time: what the counts beside the shares say. */
export const countWithin = (incidents: readonly Timed[], { from, to }: TimeSpan): number =>
  incidents.reduce((sum, one) => {
    const middle = middleOf(one);
    return from <= middle && middle < to ? sum + one.count : sum;
  }, 0);
