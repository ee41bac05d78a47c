/**
 * Counts every past month once at the start, newest first, so that the first report of ten years is as quick as the
 * next. It gives way to requests after each month.
 */

import { setImmediate } from 'node:timers/promises';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { monthsOf, periodContaining } from '#core/calendar/period.ts';
import type { EpochMs } from '#core/model.ts';
import { historyStart } from '../../store/history-start.ts';
import { hotSpots } from '../../store/hot-spots.ts';
import { monthBlocks, type Remembering } from './coverage-blocks.ts';

/** @returns how many months were counted. Ends early, without an error, when the signal says so. */
export async function warmCoverage(
  asked: Omit<Remembering, 'now'>,
  clock: () => EpochMs,
  signal: AbortSignal,
): Promise<number> {
  const start = await historyStart(asked.db);
  if (start === null) return 0;
  const from = operationalDateOf(asked.calendar, start);
  const today = operationalDateOf(asked.calendar, clock());
  const until = addDays(periodContaining('month', today).from, -1);
  const months = monthsOf({ from: periodContaining('month', from).from, to: until }).reverse();
  const ids = (await hotSpots(asked.db)).map((hotSpot) => hotSpot.id);
  let counted = 0;
  for (const month of months) {
    if (signal.aborted) break;
    await monthBlocks({ ...asked, now: clock() }, ids, { ...month, hours: null });
    counted += 1;
    await setImmediate();
  }
  return counted;
}
