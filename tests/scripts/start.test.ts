/** Starting where it cannot: one line that says why, and an exit that is not 0. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
import { claimFolder } from '../../server/store/sqlite.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fotspar-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, script)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, FOTSPAR_DATA_DIR: folder, PORT: '0', ...env },
  });
  return { status, lines: stderr.trim().split('\n') };
}

function expectLine({ status, lines }: ReturnType<typeof run>, said: RegExp): void {
  expect(lines).toEqual([expect.stringMatching(said)]);
  expect(status).toBe(1);
}

test('a wrong variable', () => {
  expectLine(run('server/main.ts', { FOTSPAR_DAY_START: '6' }), /FOTSPAR_DAY_START/);
});

test('a data folder that cannot be made', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const reply = run('server/main.ts', { FOTSPAR_DATA_DIR: join(file, 'data') });
  expectLine(reply, /cannot be opened for writing/);
});

/** Two processes are started one after the other, on whatever machine. */
const TWO_STARTS_MS = 30_000;

test(
  'a file that is no database, and the log of it',
  () => {
    writeFileSync(join(folder, 'fotspar.sqlite'), 'x'.repeat(5000));
    expectLine(run('server/main.ts'), /no database or is damaged/);
    expectLine(run('scripts/audit-verify.ts'), /no database or is damaged/);
  },
  TWO_STARTS_MS,
);

test('a database that a newer Fotspår has made', async () => {
  const file = join(folder, 'fotspar.sqlite');
  await (await openDatabase(file)).close();
  const raw = new BetterSqlite(file);
  raw.exec(`insert into kysely_migration values ('999-later', '2027-01-01')`);
  raw.close();
  expectLine(run('server/main.ts'), /newer Fotspår.*999-later/);
});

test('a data folder that another server uses, until that one ends', () => {
  const release = claimFolder(folder);
  expectLine(run('server/main.ts'), /in use by another Fotspår/);
  release();
  claimFolder(folder)();
});

test('a port that something else listens on', async () => {
  const other = createServer();
  await new Promise<void>((done) => {
    other.listen(0, '127.0.0.1', done);
  });
  const { port } = other.address() as AddressInfo;
  expectLine(run('server/main.ts', { PORT: String(port) }), /PORT: something else listens there/);
  other.close();
});
