/** Lengths of time in milliseconds, apart from `local-time.ts` so that the phone can use them without luxon's weight. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Of a day without a change of clocks; operational days have their own length. */
export const DAY_MS = 24 * HOUR_MS;
