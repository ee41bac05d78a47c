/**
 * Everything that only SQLite speaks: opening the file, its pragmas, STRICT tables, append-only triggers, the backup.
 * A PostgreSQL sibling of this file is what a move there takes.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { type CreateTableBuilder, type Kysely, SqliteDialect, sql } from 'kysely';

/** One connection that writes; WAL so that readers never wait for it, FULL so that an acknowledged visit survives power loss. */
export function writingDialect(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true });
  const database = new BetterSqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return new SqliteDialect({ database });
}

/** A second connection for what only reads: it cannot write even by mistake. */
export function readingDialect(file: string): SqliteDialect {
  const database = new BetterSqlite(file, { readonly: true });
  database.pragma('busy_timeout = 5000');
  database.pragma('cache_size = -65536');
  return new SqliteDialect({ database });
}

/** Ends a CREATE TABLE: SQLite then refuses values of another type, as PostgreSQL does by nature. */
export function strict<T extends string, C extends string>(table: CreateTableBuilder<T, C>) {
  return table.modifyEnd(sql`strict`);
}

/** Makes a table refuse UPDATE and DELETE. */
export async function makeAppendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  for (const verb of ['update', 'delete']) {
    const trigger = sql.raw(`create trigger ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is append-only'); end`);
    await trigger.execute(db);
  }
}

/** Copies a database that is in use to a new file, whole and consistent. */
export async function backupDatabase(from: string, to: string): Promise<void> {
  const database = new BetterSqlite(from, { readonly: true });
  try {
    await database.backup(to);
  } finally {
    database.close();
  }
}

/** Whether a write failed because its key is taken already. */
export function isTakenKey(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}
