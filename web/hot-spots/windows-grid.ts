/**
 * Between the painted week and time windows. The week is seven operational days of 24 hours from 06:
 *
 *            06 07 … 20 21 22 23 00 01 02 … 05
 *   fre       ·  ·     █  █  █  █  █  ·        → fredag 20–01
 *   lör       ·  ·     █  █  █  █  █  ·          grouped with it: «fre–lör 20:00–01:00»
 *
 * Only whole-hour windows without date limits can be painted; the rest (exact windows) are never touched by painting.
 */
import type { TimeWindow } from '#core/model.ts';

/** A window as it is edited: without place and history. */
export type WindowDraft = Omit<TimeWindow, 'hotSpotId'>;

export const WEEK_HOURS = 7 * 24;
/** The hour at which an operational day begins. */
const DAY_START = 6;

/** The painted hours of the week: 0 = Monday 06–07 … 167 = Monday morning 05–06. */
export type PaintedWeek = ReadonlySet<number>;

const hourOf = (time: string): number => Number(time.slice(0, 2));
const isWhole = (time: string): boolean => time.endsWith(':00');
const timeOf = (hour: number): string => `${String(((hour % 24) + 24) % 24).padStart(2, '0')}:00`;

export function isPaintable(window: WindowDraft): boolean {
  const isPlain =
    window.exceptions.length === 0 && window.dateFrom === null && window.dateTo === null;
  return isPlain && isWhole(window.start) && isWhole(window.end);
}

/** Hours of a window; the same start and end is a whole day. */
function lengthOf({ start, end }: WindowDraft): number {
  return (hourOf(end) - hourOf(start) + 24) % 24 || 24;
}

/** The cell at which a window opens on an ISO weekday. */
function cellOf(weekday: number, start: string): number {
  return ((weekday - 1) * 24 + hourOf(start) - DAY_START + WEEK_HOURS) % WEEK_HOURS;
}

export function paintedBy(windows: readonly WindowDraft[]): PaintedWeek {
  const cells = new Set<number>();
  for (const window of windows.filter(isPaintable)) {
    for (const weekday of window.weekdays) {
      const first = cellOf(weekday, window.start);
      for (let hour = 0; hour < lengthOf(window); hour += 1) cells.add((first + hour) % WEEK_HOURS);
    }
  }
  return cells;
}

interface Run {
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
}

/** Unbroken runs of painted hours, at most a day long each, from the hour that follows an unpainted one. */
function runsOf(cells: PaintedWeek): Run[] {
  const first =
    Array.from({ length: WEEK_HOURS }, (_, cell) => cell).find((cell) => !cells.has(cell)) ?? 0;
  const runs: Run[] = [];
  let open = -1;
  const close = (at: number) => {
    if (open >= 0) runs.push(runFrom(open, at));
    open = -1;
  };
  for (let step = 0; step < WEEK_HOURS; step += 1) {
    const cell = first + step;
    if (!cells.has(cell % WEEK_HOURS)) close(cell);
    else if (open < 0) open = cell;
    else if (cell - open === 24) {
      close(cell);
      open = cell;
    }
  }
  close(first + WEEK_HOURS);
  return runs;
}

function runFrom(from: number, to: number): Run {
  const sinceMonday = from + DAY_START;
  const weekday = (Math.floor(sinceMonday / 24) % 7) + 1;
  return { weekday, start: timeOf(sinceMonday), end: timeOf(to + DAY_START) };
}

/**
 * The windows that a painted week means. Weekdays with the same hours are one window; one that was there with the same hours keeps its
 * demand, a new one takes that of `template`. Exact windows follow unchanged.
 */
export function windowsOf(
  cells: PaintedWeek,
  before: readonly WindowDraft[],
  template: WindowDraft,
  makeId: () => string,
): WindowDraft[] {
  const groups = new Map<string, Run[]>();
  for (const run of runsOf(cells)) {
    const key = `${run.start}–${run.end}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const plain = before.filter(isPaintable);
  const painted = [...groups.values()].map((runs): WindowDraft => {
    const { start = '', end = '' } = runs[0] ?? {};
    const weekdays = runs.map(({ weekday }) => weekday).sort((a, b) => a - b);
    const known = plain.find((window) => window.start === start && window.end === end);
    return known ? { ...known, weekdays } : { ...template, id: makeId(), start, end, weekdays };
  });
  return [...painted, ...before.filter((window) => !isPaintable(window))];
}
