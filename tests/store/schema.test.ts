import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../server/store/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'fotspar-schema-'));
let db: Database;
beforeAll(async () => {
  db = await openDatabase(join(folder, 'fresh.sqlite'));
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const pragma = async (name: string): Promise<unknown> => {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db.writer);
  return Object.values(rows[0] ?? {})[0];
};

test('an acknowledged write survives power loss, and readers never wait for it', async () => {
  await expect(pragma('journal_mode')).resolves.toBe('wal');
  await expect(pragma('synchronous')).resolves.toBe(2);
  await expect(pragma('foreign_keys')).resolves.toBe(1);
});

test('every table is strict', async () => {
  const { rows } = await sql<{
    name: string;
    strict: number;
  }>`select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(
    db.reader,
  );
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter(({ strict }) => strict !== 1)).toEqual([]);
});

test('the reading connection cannot write', async () => {
  const write = db.reader.insertInto('installation').values({ key: 'x', value: '1' }).execute();
  await expect(write).rejects.toThrow(/readonly/);
});

test('opening it again changes nothing', async () => {
  const again = await openDatabase(join(folder, 'fresh.sqlite'));
  await again.close();
});
