/** The imports as the server has them, and taking one back. */
import { signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';

export type Import = WireReply<'listIncidentImports'>['imports'][number];

/** Null: not known yet. */
export const imports = signal<readonly Import[] | null>(null);
export const importsProblem = signal<unknown>(null);
export const isWithdrawing = signal(false);
/** The one that was taken back last. */
export const withdrawn = signal<Import | null>(null);

export async function loadImports(): Promise<void> {
  importsProblem.value = null;
  try {
    imports.value = (await call('listIncidentImports', {})).imports;
  } catch (error) {
    importsProblem.value = error;
  }
}

/** Whether or not it went well, the list then shows how things stand. */
export async function withdraw(one: Import): Promise<void> {
  if (isWithdrawing.value) return;
  isWithdrawing.value = true;
  withdrawn.value = null;
  try {
    await call('withdrawIncidentImport', { params: { id: one.id } });
    withdrawn.value = one;
    await loadImports();
  } catch (error) {
    await loadImports();
    importsProblem.value = error;
  } finally {
    isWithdrawing.value = false;
  }
}
