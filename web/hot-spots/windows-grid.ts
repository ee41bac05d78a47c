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

/** Hours that a window touches, begun ones whole; the same start and end is a whole day. */
function lengthOf({ start, end }: WindowDraft): number {
  const endHour = hourOf(end) + (isWhole(end) ? 0 : 1);
  const isWithinAnHour = hourOf(start) === hourOf(end) && start < end;
  return isWithinAnHour ? 1 : (endHour - hourOf(start) + 24) % 24 || 24;
}

/** The cell at which a window opens on an ISO weekday. */
function cellOf(weekday: number, start: string): number {
  return ((weekday - 1) * 24 + hourOf(start) - DAY_START + WEEK_HOURS) % WEEK_HOURS;
}

/** The hours that windows touch, those that they only begin or end in too. */
function touchedBy(windows: readonly WindowDraft[]): PaintedWeek {
  const cells = new Set<number>();
  for (const window of windows) {
    for (const weekday of window.weekdays) {
      const first = cellOf(weekday, window.start);
      for (let hour = 0; hour < lengthOf(window); hour += 1) cells.add((first + hour) % WEEK_HOURS);
    }
  }
  return cells;
}

export function paintedBy(windows: readonly WindowDraft[]): PaintedWeek {
  return touchedBy(windows.filter(isPaintable));
}

/** Hours of the windows that painting leaves alone. */
export function exactHours(windows: readonly WindowDraft[]): PaintedWeek {
  return touchedBy(windows.filter((window) => !isPaintable(window)));
}

/** Cells from `from` up to, not including, `to`; past the week's end it goes on from Monday. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Painted hours without a break between them, each stretch from the hour that follows an unpainted one. */
function stretchesOf(cells: PaintedWeek): Stretch[] {
  const week = Array.from({ length: WEEK_HOURS }, (_, cell) => cell);
  const gap = week.find((cell) => !cells.has(cell));
  if (gap === undefined) return [{ from: 0, to: WEEK_HOURS }];
  const isOn = (cell: number) => cells.has((cell + WEEK_HOURS) % WEEK_HOURS);
  return week
    .filter((cell) => isOn(cell) && !isOn(cell - 1))
    .map((from) => {
      let to = from + 1;
      while (isOn(to % WEEK_HOURS)) to += 1;
      return { from, to };
    });
}

/** A window opens for a day at most. */
function dayLong({ from, to }: Stretch): Stretch[] {
  const count = Math.ceil((to - from) / 24);
  return Array.from({ length: count }, (_, day) => ({
    from: from + day * 24,
    to: Math.min(from + (day + 1) * 24, to),
  }));
}

function covers(stretch: Stretch, cell: number): boolean {
  return (cell - stretch.from + WEEK_HOURS) % WEEK_HOURS < stretch.to - stretch.from;
}

/** A window as it opens on some of its weekdays; `source` is the window whose demand it has. */
interface Opening {
  readonly source: WindowDraft;
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
}

const sameHours = (one: Pick<Opening, 'start' | 'end'>, other: Pick<Opening, 'start' | 'end'>) =>
  one.start === other.start && one.end === other.end;

/** Stretches that painting left alone keep their windows as they were, those that overlap too. */
function keptOpenings(plain: readonly WindowDraft[], kept: readonly Stretch[]): Opening[] {
  return plain.flatMap((source) =>
    source.weekdays
      .filter((weekday) => kept.some((stretch) => covers(stretch, cellOf(weekday, source.start))))
      .map((weekday) => ({ source, weekday, start: source.start, end: source.end })),
  );
}

/** How many hours of a stretch a window has. */
function sharedHours(window: WindowDraft, { from, to }: Stretch): number {
  const cells = paintedBy([window]);
  return Array.from({ length: to - from }, (_, step) => (from + step) % WEEK_HOURS).filter((cell) =>
    cells.has(cell),
  ).length;
}

/** A changed stretch takes its demand from a window of the same hours, else from the one it grew or shrank from. */
function openingOf(
  stretch: Stretch,
  plain: readonly WindowDraft[],
  template: WindowDraft,
): Opening {
  const sinceMonday = stretch.from + DAY_START;
  const weekday = (Math.floor(sinceMonday / 24) % 7) + 1;
  const hours = { start: timeOf(sinceMonday), end: timeOf(stretch.to + DAY_START) };
  const known = plain.find((window) => sameHours(window, hours));
  const [nearest] = plain
    .map((window) => ({ window, shared: sharedHours(window, stretch) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return { source: known ?? nearest?.window ?? template, weekday, ...hours };
}

/** Openings with the same demand and hours become one window; the first of each source keeps its id. */
function joined(openings: readonly Opening[], makeId: () => string): WindowDraft[] {
  const groups = new Map<string, Opening[]>();
  for (const opening of openings) {
    const key = `${opening.source.id} ${opening.start} ${opening.end}`;
    groups.set(key, [...(groups.get(key) ?? []), opening]);
  }
  const named = new Set<string>();
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { source, start, end } = first;
    const id = named.has(source.id) ? makeId() : source.id;
    named.add(source.id);
    const weekdays = [first, ...others].map(({ weekday }) => weekday).sort((a, b) => a - b);
    return [{ ...source, id, start, end, weekdays }];
  });
}

/**
 * The windows that a painted week means. What painting did not touch stays as it was; weekdays with the same new hours are one window. A
 * stretch that is drawn out or cut short keeps its demand, a new one takes that of `template`. Exact windows follow unchanged.
 */
export function windowsOf(
  cells: PaintedWeek,
  before: readonly WindowDraft[],
  template: WindowDraft,
  makeId: () => string,
): WindowDraft[] {
  const plain = before.filter(isPaintable);
  const old = stretchesOf(paintedBy(plain));
  const isOld = ({ from, to }: Stretch) => old.some((one) => one.from === from && one.to === to);
  const now = stretchesOf(cells);
  const fresh = { ...template, id: makeId() };
  const kept = keptOpenings(plain, now.filter(isOld));
  const changed = now
    .filter((stretch) => !isOld(stretch))
    .flatMap(dayLong)
    .map((stretch) => openingOf(stretch, plain, fresh));
  return [...joined([...kept, ...changed], makeId), ...before.filter((one) => !isPaintable(one))];
}
