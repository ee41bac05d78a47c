/** A new version of the harm table; the ones before stand for the reports that named them. */
import { type HarmCategory, OTHER } from '#core/incidents/harm-table.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { insertHarmTable, newestHarmTable, type StoredHarmTable } from '../../store/harm-tables.ts';
import type { Circumstances, Done } from '../use-case.ts';

export interface NewHarmTable {
  readonly name: string;
  readonly categories: readonly HarmCategory[];
}

/** @throws Problem changed-meanwhile with the newest version; invalid-input */
export async function setHarmTable(
  tx: Executor,
  { name, categories }: NewHarmTable,
  seenVersion: number,
  { now }: Circumstances,
): Promise<Done<StoredHarmTable>> {
  const newest = await newestHarmTable(tx);
  if (newest.version !== seenVersion) throw new Problem('changed-meanwhile', [], newest);
  refuseLost(newest.categories, categories);
  const table = { version: newest.version + 1, name, categories, madeAt: now };
  await insertHarmTable(tx, table);
  const detail = { version: table.version, categories: categories.length };
  return {
    result: table,
    audit: {
      action: 'harm-table.set',
      entity: 'harm-table',
      entityId: String(table.version),
      detail,
    },
  };
}

/** Incidents bear the codes: one that is gone would leave them without a name. */
function refuseLost(before: readonly HarmCategory[], after: readonly HarmCategory[]): void {
  const codes = new Set(after.map(({ code }) => code));
  const lost = before.find(({ code }) => !codes.has(code) || (code === OTHER && !codes.has(OTHER)));
  if (!lost) return;
  throw fieldProblem('invalid-input', '/categories', {
    sv: `Kategorin ${lost.name} (${lost.code}) finns på händelser: byt namn eller vikt, men ta inte bort den.`,
    en: `The category ${lost.name} (${lost.code}) is borne by incidents: rename or reweigh it, but keep it.`,
  });
}
