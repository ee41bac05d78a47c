import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AuditEntry, appendAudit } from '../../server/store/audit.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { verifyAudit } from '../../server/usecases/verify-audit.ts';

let folder: string;
let file: string;
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fotspar-audit-'));
  file = join(folder, 'log.sqlite');
  db = await openDatabase(file);
  for (let row = 0; row < 5; row += 1) {
    const entry: AuditEntry = {
      action: 'visit.create',
      entity: 'visit',
      entityId: `v${row}`,
      detail: { row },
    };
    await db.writer
      .transaction()
      .execute((tx) => appendAudit(tx, [entry], { id: 'u', username: 'u', role: 'patrol' }, row));
  }
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What somebody with the file and a tool for SQLite could do. */
function tamper(statement: string): void {
  const raw = new BetterSqlite(file);
  raw.exec('drop trigger audit_no_update; drop trigger audit_no_delete');
  raw.exec(statement);
  raw.close();
}

test('an untouched log holds', async () => {
  await expect(verifyAudit(db.reader)).resolves.toMatchObject({ ok: true, rows: 5 });
});

test('rows can be neither changed nor deleted through the database', async () => {
  await expect(db.writer.updateTable('audit').set({ action: 'x' }).execute()).rejects.toThrow(
    /append-only/,
  );
  await expect(db.writer.deleteFrom('audit').execute()).rejects.toThrow(/append-only/);
});

test.each([
  ['a changed row', `update audit set detail = '{"row":9}' where seq = 3`, 3, 'changed'],
  ['a row left out', 'delete from audit where seq = 2', 2, 'missing'],
  [
    'a row slipped in before the first',
    `insert into audit select 0, at, actor_id, actor, role, action, entity, entity_id, detail, prev_hash, hash from audit where seq = 1`,
    0,
    'before the first',
  ],
  [
    'a row slipped in, the later ones moved up',
    `update audit set seq = seq + 100 where seq > 2; update audit set seq = seq - 99 where seq > 100;
     insert into audit select 3, at, actor_id, actor, role, action, entity, entity_id, detail, prev_hash, hash from audit where seq = 2`,
    3,
    'not chained',
  ],
  [
    'a row with its hash made anew',
    `update audit set actor = 'x', hash = 'abc' where seq = 4`,
    4,
    'changed',
  ],
])('%s is found and named', async (_what, statement, seq, why) => {
  tamper(statement);
  const verdict = await verifyAudit(db.reader);
  expect(verdict).toMatchObject({ ok: false, seq });
  expect(verdict.ok ? '' : verdict.why).toContain(why);
});

test('what is rolled back leaves no trace in the log', async () => {
  const failing = db.writer.transaction().execute(async (tx) => {
    await appendAudit(
      tx,
      [{ action: 'visit.create', entity: 'visit', entityId: null }],
      { id: null, username: null, role: null },
      1,
    );
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await expect(verifyAudit(db.reader)).resolves.toMatchObject({ ok: true, rows: 5 });
});

test('rows cut off at the end show in the count and the last hash', async () => {
  const before = await verifyAudit(db.reader);
  tamper('delete from audit where seq = 5');
  const after = await verifyAudit(db.reader);
  expect(after).toMatchObject({ ok: true, rows: 4 });
  expect(after).not.toMatchObject({ last: (before as { last: string }).last });
});

test('another process cannot write between what a transaction reads and what it writes', async () => {
  const other = new BetterSqlite(file, { timeout: 0 });
  await db.writer.transaction().execute(async (tx) => {
    await verifyAudit(tx);
    expect(() => other.exec(`insert into installation values ('x', '1')`)).toThrow(/locked/);
  });
  other.exec(`insert into installation values ('x', '1')`);
  other.close();
});
