/** When hot spots are hot, as somebody who watches the street knows it: minutes on the wall, whatever the day. */

export const DAY_MIN = 1440;

export const minuteOfDay = (minute: number): number => ((minute % DAY_MIN) + DAY_MIN) % DAY_MIN;

/** A window, in minutes; `close` is after `open`, if need be over a day. */
export interface HotHours {
  readonly hotspot: string;
  readonly open: number;
  readonly close: number;
  /** Minutes that a visit lasts. */
  readonly dwell: number;
}

/** Where and when a visit began. */
export interface Beginning {
  readonly hotspot: string;
  readonly start: number;
}

/** What a watcher can tell apart: somebody is there in a quarter of an hour, or nobody. */
export const QUARTER_MIN = 15;

export const sinceOpening = ({ open }: HotHours, { start }: Beginning): number =>
  minuteOfDay(start - open);

export const isIn = (window: HotHours, visit: Beginning): boolean =>
  visit.hotspot === window.hotspot && sinceOpening(window, visit) < window.close - window.open;

/** For each whole quarter of the window, whether anybody has been there in it. @param own visits that began in the window */
export function quartersSeen(window: HotHours, own: readonly Beginning[]): boolean[] {
  const quarters = Math.floor((window.close - window.open) / QUARTER_MIN);
  return Array.from({ length: quarters }, (_, quarter) =>
    own.some((one) => touchesQuarter(sinceOpening(window, one), window.dwell, quarter)),
  );
}

/** @param start minutes after the opening */
export const touchesQuarter = (start: number, dwell: number, quarter: number): boolean =>
  start < (quarter + 1) * QUARTER_MIN && start + dwell > quarter * QUARTER_MIN;
