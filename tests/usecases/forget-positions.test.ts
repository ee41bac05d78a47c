/** The retention: points that are too old go by themselves, and the log says how many, never where. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '#core/calendar/duration.ts';
import { keptSpan, retentionCutoff } from '#core/positions/gps-rules.ts';
import { forgetOldPositions } from '../../server/jobs/forget-old-positions.ts';
import { rememberFact } from '../../server/store/areas.ts';
import { auditPage } from '../../server/store/audit.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { insertUser } from '../../server/store/people.ts';
import { insertPositions, storedPositions } from '../../server/store/positions.ts';

const NOW = Date.parse('2026-11-27T20:00:00Z');
const OFFICER = '01900000-0000-7000-8000-000000000001';

let folder: string;
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fotspar-forget-'));
  db = await openDatabase(join(folder, 'town.sqlite'));
  await insertUser(db.writer, {
    id: OFFICER,
    username: 'anna',
    displayName: 'Anna',
    role: 'patrol',
    municipality: null,
    passwordHash: null,
    trial: false,
    disabled: false,
    revision: 1,
    createdAt: NOW,
  });
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function storeDaysAgo(days: readonly number[]): Promise<void> {
  const points = days.map((ago) => ({
    at: NOW - ago * DAY_MS,
    lonLat: [16.59, 59.06] as const,
    accuracyM: 8,
  }));
  await insertPositions(db.writer, points, { userId: OFFICER, source: 'phone', receivedAt: NOW });
}

const at = (now: number) => ({ db, clock: () => now });

test('points of the last 30 days stay, older ones go, and a row of the log says how many', async () => {
  await storeDaysAgo([0, 29.9, 30, 30.1, 45]);
  await expect(forgetOldPositions(at(NOW))).resolves.toBe(2);
  await expect(storedPositions(db.reader, OFFICER)).resolves.toMatchObject({ count: 3 });
  const [row, ...others] = await auditPage(db.reader, null, 10);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ action: 'position.forget', actor: 'system' });
  expect(JSON.parse(row!.detail)).toEqual({
    removed: 2,
    oldest: new Date(NOW - 45 * DAY_MS).toISOString(),
    cutoff: new Date(NOW - 30 * DAY_MS).toISOString(),
  });
});

test('where nothing is too old the log has no row', async () => {
  await storeDaysAgo([1, 2]);
  await expect(forgetOldPositions(at(NOW))).resolves.toBe(0);
  await expect(auditPage(db.reader, null, 10)).resolves.toEqual([]);
});

test('an authority that keeps them for a day has them deleted after a day, GPS on or off', async () => {
  const rules = { on: false, since: null, retentionDays: 1, revision: 2 };
  await rememberFact(db.writer, 'gps', rules);
  await storeDaysAgo([0.5, 0.9]);
  await forgetOldPositions(at(NOW));
  await forgetOldPositions(at(NOW + 0.2 * DAY_MS));
  await expect(storedPositions(db.reader, OFFICER)).resolves.toMatchObject({ count: 1 });
});

test('no point is taken in that the retention would delete, or that nobody had agreed to', () => {
  const instant = fc.integer({ min: NOW - 200 * DAY_MS, max: NOW });
  fc.assert(
    fc.property(instant, instant, fc.integer({ min: 1, max: 90 }), (since, consent, days) => {
      const rules = { on: true, since, retentionDays: days, revision: 1 };
      const { from, to } = keptSpan(rules, consent, NOW, 300_000);
      expect(from).toBeGreaterThanOrEqual(retentionCutoff(NOW, days));
      expect(from).toBeGreaterThanOrEqual(since);
      expect(from).toBeGreaterThanOrEqual(consent);
      expect(to).toBe(NOW + 300_000);
    }),
  );
});
