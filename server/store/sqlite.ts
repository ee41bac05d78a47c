/**
 * Everything that only SQLite speaks: opening the file, its pragmas and locks, STRICT tables, append-only triggers, the
 * backup.
 * A PostgreSQL sibling of this file is what a move there takes.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import {
  type CreateTableBuilder,
  type Kysely,
  type SqliteDatabase,
  SqliteDialect,
  sql,
} from 'kysely';
import { DatabaseFault } from './database-fault.ts';

const CANNOT_BE_READ = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

/** Tells a file that is no sound database, or that may not be written, from a defect. */
function told<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (CANNOT_BE_READ.has(code)) {
      throw new DatabaseFault(`${file} is no database or is damaged: put a backup in its place.`);
    }
    if (code === '') throw error;
    throw new DatabaseFault(`${file} cannot be opened for writing: ${(error as Error).message}.`);
  }
}

/** One connection that writes; WAL so that readers never wait for it, FULL so that an acknowledged visit survives power loss. */
export function writingDialect(file: string): SqliteDialect {
  const database = told(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const opened = new BetterSqlite(file);
    opened.pragma('journal_mode = WAL');
    opened.pragma('synchronous = FULL');
    opened.pragma('foreign_keys = ON');
    // What is deleted (a photo, a position) is overwritten in the file, not only forgotten.
    opened.pragma('secure_delete = ON');
    opened.pragma('busy_timeout = 5000');
    return opened;
  });
  return new SqliteDialect({ database: lockingAtOnce(database) });
}

/**
 * A transaction takes the write lock when it begins. SQLite's own `begin` takes it at the first write, and refuses it
 * then where another process (a sign-in link made on the command line) has written since the first read.
 */
function lockingAtOnce(database: BetterSqlite.Database): SqliteDatabase {
  return {
    prepare: (statement) => database.prepare(statement === 'begin' ? 'begin immediate' : statement),
    close: () => database.close(),
  };
}

/**
 * Claims a folder for one process: two servers on one database would each remember what the other has changed. The
 * operating system gives the lock back with the process, however that ends.
 * @returns what gives it back
 * @throws DatabaseFault: another process has it
 */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'in-use.lock');
  const database = told(file, () => new BetterSqlite(file, { timeout: 0 }));
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    const isTaken = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    if (!isTaken) throw error;
    throw new DatabaseFault(
      `${folder} is in use by another Fotspår: stop that one, or set FOTSPAR_DATA_DIR to another folder.`,
    );
  }
  return () => database.close();
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
