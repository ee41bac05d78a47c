/** Opens the database, brings it up to date, and hands out one writing and one reading executor. */
import { Kysely, sql, type Transaction } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { DatabaseFault } from './database-fault.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { readingDialect, writingDialect } from './sqlite.ts';

/** What store functions take first: the database, or the transaction that must not be left. */
export type Executor = Kysely<Schema> | Transaction<Schema>;

export interface Database {
  readonly writer: Kysely<Schema>;
  readonly reader: Kysely<Schema>;
  readonly close: () => Promise<void>;
}

/**
 * Opens (or makes) the database file and runs the migrations that it lacks.
 * @throws DatabaseFault: it cannot be written, is damaged, or was made by a newer Fotspår; Error naming the migration that failed; the file is then as it was before that migration.
 */
export async function openDatabase(file: string): Promise<Database> {
  const writer = new Kysely<Schema>({ dialect: writingDialect(file) });
  await migrate(writer);
  const reader = new Kysely<Schema>({ dialect: readingDialect(file) });
  const close = async () => {
    await reader.destroy();
    await writer.destroy();
  };
  return { writer, reader, close };
}

/** Runs a part of a transaction that may fail by itself: what it wrote is then undone, and the rest stands. */
export async function inSavepoint<T>(tx: Executor, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    return await work();
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    throw error;
  } finally {
    await sql`release savepoint part`.execute(tx);
  }
}

/** A database that knows more than we do would lose it. */
async function refuseNewer(db: Kysely<Schema>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  const unknown = rows.find(({ name }) => !Object.hasOwn(migrations, name));
  if (!unknown) return;
  throw new DatabaseFault(
    `The database was made by a newer Fotspår (it has ${unknown.name}): start that version.`,
  );
}

async function migrate(db: Kysely<Schema>): Promise<void> {
  await refuseNewer(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`Migration ${failed} failed`, { cause: error });
}
