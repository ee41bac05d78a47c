/** Fetches a week; a newer question makes an older one's answer moot. */
import type { LocalDate } from '#core/model.ts';
import { call } from '../api.ts';
import { save } from '../plan/actions.ts';
import { changes, failure, fault, isLoading, planning, undoable, week } from './state.ts';

let latest: AbortController | null = null;

/** Shows a week anew. What was being planned in another is given up. */
export async function showWeek(from: LocalDate): Promise<void> {
  if (week.value?.from !== from) forget();
  // What was changed by hand in Planera a moment ago belongs in the week.
  await save();
  await fetchWeek(from);
}

/** What is told of one week is not told of another. */
function forget(): void {
  planning.value?.controller.abort();
  changes.value = new Map();
  undoable.value = null;
  fault.value = null;
  week.value = null;
}

export async function fetchWeek(from: LocalDate): Promise<void> {
  latest?.abort();
  const controller = new AbortController();
  latest = controller;
  isLoading.value = true;
  try {
    const reply = await call('getWeek', { params: { date: from }, signal: controller.signal });
    if (controller.signal.aborted) return;
    week.value = reply;
    failure.value = null;
  } catch (error) {
    if (!controller.signal.aborted) failure.value = error;
  } finally {
    if (latest === controller) isLoading.value = false;
  }
}
