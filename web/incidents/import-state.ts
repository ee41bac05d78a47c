/** The file that is being looked at: its preview, which columns say what, and its import. */
import { signal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import type { Mapping } from '#core/incidents/columns.ts';
import { call } from '../api.ts';
import { incidentsText } from '../text/incidents.ts';
import { firstMunicipality } from './choose-municipality.tsx';
import { type Import, loadImports } from './kept-imports.ts';

export type Preview = WireReply<'previewIncidents'>;

interface Chosen {
  /** Of the import that it may become: sent twice, it is one. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly municipality: string;
}

export const chosen = signal<Chosen | null>(null);
export const preview = signal<Preview | null>(null);
export const columns = signal<Partial<Mapping>>({});
export const isReading = signal(false);
export const problem = signal<unknown>(null);
export const imported = signal<Import | null>(null);

const MEGABYTE = 1_000_000;
let reading: AbortController | null = null;

export async function chooseFile(file: File | undefined): Promise<void> {
  if (!file) return;
  forgetFile();
  if (file.size > LIMITS.trackBytes) {
    problem.value = new Error(incidentsText.value.file.tooLarge(LIMITS.trackBytes / MEGABYTE));
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  chosen.value = { id: uuid(), name: file.name, bytes, municipality: firstMunicipality() };
  await readFile({});
}

export function forgetFile(): void {
  reading?.abort();
  chosen.value = null;
  preview.value = null;
  columns.value = {};
  problem.value = null;
  imported.value = null;
}

export const stopReading = (): void => reading?.abort();

/** Reads the file again by other columns. */
export async function readFile(change: Partial<Mapping>): Promise<void> {
  const before = columns.value;
  columns.value = { ...before, ...change };
  const read = await working((signal) => previewed(signal));
  if (read) show(read);
  else columns.value = before;
}

/** Reads it again for another municipality, of which other rows may be there already. */
export async function forMunicipality(municipality: string): Promise<void> {
  const before = chosen.value;
  if (!before) return;
  chosen.value = { ...before, municipality };
  const read = await working((signal) => previewed(signal));
  if (read) show(read);
  else if (chosen.value?.id === before.id) chosen.value = before;
}

function show(read: Preview): void {
  preview.value = read;
  columns.value = { ...columns.value, ...read.mapping };
}

async function previewed(signal: AbortSignal): Promise<Preview | null> {
  if (!chosen.value) return null;
  const { municipality, bytes } = chosen.value;
  return call('previewIncidents', { query: { municipality, ...given() }, body: bytes, signal });
}

/** One thing at a time, which can be stopped. @returns null where it was stopped or refused: what is shown stays true */
async function working<T>(work: (signal: AbortSignal) => Promise<T | null>): Promise<T | null> {
  reading?.abort();
  const controller = new AbortController();
  reading = controller;
  isReading.value = true;
  problem.value = null;
  try {
    const done = await work(controller.signal);
    return controller.signal.aborted ? null : done;
  } catch (error) {
    if (!controller.signal.aborted) problem.value = error;
    return null;
  } finally {
    if (reading === controller) isReading.value = false;
  }
}

/** What the query names: a column that is none is left out. */
function given(): Partial<Mapping> {
  const named = Object.entries(columns.value).filter(([, value]) => value !== null);
  return Object.fromEntries(named);
}

export async function keepIncidents(source: string, keepRest: boolean): Promise<void> {
  const { from, x, y, ...rest } = given();
  if (!chosen.value || from === undefined || x === undefined || y === undefined) return;
  const { id, name, bytes, municipality } = chosen.value;
  const said = { id, municipality, fileName: name.slice(0, 120), source };
  const query = { ...said, keepRest: String(keepRest), from, x, y, ...rest };
  const done = await working((signal) => call('importIncidents', { query, body: bytes, signal }));
  if (done) {
    forgetFile();
    imported.value = done;
  }
  // Where the answer was lost the import may be there all the same.
  await loadImports();
}
