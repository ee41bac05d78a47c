/** The file that is being looked at: its preview, which columns say what, and its import. */
import { signal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import type { Mapping } from '#core/incidents/columns.ts';
import { call } from '../api.ts';
import { incidentsText } from '../text/incidents.ts';
import { firstMunicipality } from './choose-municipality.tsx';

export type Preview = WireReply<'previewIncidents'>;
export type Import = WireReply<'listIncidentImports'>['imports'][number];

interface Chosen {
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
export const imports = signal<readonly Import[] | null>(null);

const MEGABYTE = 1_000_000;
let reading: AbortController | null = null;

export async function loadImports(): Promise<void> {
  try {
    imports.value = (await call('listIncidentImports', {})).imports;
  } catch (error) {
    problem.value = error;
  }
}

export async function chooseFile(file: File | undefined): Promise<void> {
  if (!file) return;
  forgetFile();
  if (file.size > LIMITS.trackBytes) {
    problem.value = new Error(incidentsText.value.file.tooLarge(LIMITS.trackBytes / MEGABYTE));
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  chosen.value = { name: file.name, bytes, municipality: firstMunicipality() };
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

/** Reads the file again by other columns, or for another municipality. */
export async function readFile(change: Partial<Mapping>): Promise<void> {
  columns.value = { ...columns.value, ...change };
  if (!chosen.value) return;
  reading?.abort();
  const controller = new AbortController();
  reading = controller;
  isReading.value = true;
  problem.value = null;
  try {
    const query = { municipality: chosen.value.municipality, ...given() };
    const { signal: stop } = controller;
    const read = await call('previewIncidents', { query, body: chosen.value.bytes, signal: stop });
    preview.value = read;
    columns.value = { ...columns.value, ...read.mapping };
  } catch (error) {
    if (!controller.signal.aborted) problem.value = error;
  } finally {
    if (reading === controller) isReading.value = false;
  }
}

export async function forMunicipality(municipality: string): Promise<void> {
  if (!chosen.value) return;
  chosen.value = { ...chosen.value, municipality };
  await readFile({});
}

/** What the query names: a column that is none is left out. */
function given(): Partial<Mapping> {
  const named = Object.entries(columns.value).filter(([, value]) => value !== null);
  return Object.fromEntries(named);
}

export async function keepIncidents(source: string, keepRest: boolean): Promise<void> {
  const { from, x, y, ...rest } = given();
  if (!chosen.value || from === undefined || x === undefined || y === undefined) return;
  const { name: fileName, bytes, municipality } = chosen.value;
  isReading.value = true;
  problem.value = null;
  try {
    const said = { id: uuid(), municipality, fileName: fileName.slice(0, 120), source };
    const query = { ...said, keepRest: String(keepRest), from, x, y, ...rest };
    const done = await call('importIncidents', { query, body: bytes });
    forgetFile();
    imported.value = done;
    await loadImports();
  } catch (error) {
    problem.value = error;
  } finally {
    isReading.value = false;
  }
}

export async function withdraw(id: string): Promise<void> {
  try {
    await call('withdrawIncidentImport', { params: { id } });
    await loadImports();
  } catch (error) {
    problem.value = error;
  }
}
