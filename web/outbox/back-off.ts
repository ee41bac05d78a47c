/** How long to wait after a failure before trying again by oneself. */

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * Doubles from two seconds to five minutes, with up to half of it taken off at random, so that the phones of a shift do
 * not all come back in the same second when the network does.
 * @param random 0–1
 */
export function backOffMs(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  return whole * (1 - random / 2);
}
