/** Opens the database, brings it up to date, and hands out one writing and one reading executor. */
import { Kysely, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
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
 * @throws Error naming the migration that failed; the file is then as it was before that migration.
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

async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`Migration ${failed} failed`, { cause: error });
}
