/** The table of weights as the server has it. */
import { computed, signal } from '@preact/signals';
import type { WireInput, WireReply } from '#contract/api.ts';
import { call } from '../api.ts';

export type HarmTables = WireReply<'getHarmTable'>;
export type NewHarmTable = WireInput<'setHarmTable'>['body'];

export const harmTables = signal<HarmTables | null>(null);
export const harmProblem = signal<unknown>(null);

export const categoryNames = computed(
  () => new Map(harmTables.value?.newest.categories.map(({ code, name }) => [code, name])),
);

export async function loadHarmTable(): Promise<void> {
  try {
    harmTables.value = await call('getHarmTable', {});
    harmProblem.value = null;
  } catch (error) {
    harmProblem.value = error;
  }
}

/** @returns whether it was saved */
export async function saveHarmTable(body: NewHarmTable, seen: number): Promise<boolean> {
  try {
    await call('setHarmTable', { body, ifMatch: seen });
    await loadHarmTable();
    return true;
  } catch (error) {
    // Somebody may have made a version meanwhile: it is shown beside what was typed, and a second try goes by it.
    await loadHarmTable();
    harmProblem.value = error;
    return false;
  }
}
