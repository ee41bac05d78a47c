/** Versions of the harm table. The newest weighs; older ones stand, for reports that named them. */
import type { Selectable } from 'kysely';
import type { HarmCategory, HarmTable } from '#core/incidents/harm-table.ts';
import type { EpochMs } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { HarmTableTable } from './incident-tables.ts';

export interface StoredHarmTable extends HarmTable {
  readonly madeAt: EpochMs;
}

export async function newestHarmTable(db: Executor): Promise<StoredHarmTable> {
  const query = db.selectFrom('harm_table').selectAll().orderBy('version', 'desc').limit(1);
  return toHarmTable(await query.executeTakeFirstOrThrow());
}

/** Newest first. */
export async function harmTables(db: Executor): Promise<StoredHarmTable[]> {
  const rows = await db
    .selectFrom('harm_table')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  return rows.map(toHarmTable);
}

export async function insertHarmTable(tx: Executor, table: StoredHarmTable): Promise<void> {
  const { version, name, categories, madeAt } = table;
  const row = { version, name, categories: JSON.stringify(categories), made_at: madeAt };
  await tx.insertInto('harm_table').values(row).execute();
}

function toHarmTable(row: Selectable<HarmTableTable>): StoredHarmTable {
  return {
    version: row.version,
    name: row.name,
    categories: JSON.parse(row.categories) as HarmCategory[],
    madeAt: row.made_at,
  };
}
