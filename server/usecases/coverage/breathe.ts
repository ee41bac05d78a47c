/** Lets waiting requests run in the middle of a long computation. */
import { setImmediate } from 'node:timers/promises';

/** Well under a frame of a person's patience, well over the cost of the pause itself. */
const BUSY_MAX_MS = 10;

/** A function to await between two steps: it pauses when the steps since the last pause took too long. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BUSY_MAX_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
