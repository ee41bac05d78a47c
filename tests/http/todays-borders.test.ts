/** Coverage on today's borders: a border is moved, and the visits made before are told again where they can be. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '#contract/api.ts';
import { hotSpots, insertBorder } from '../../server/store/hot-spots.ts';
import { insertPositions } from '../../server/store/positions.ts';
import { insertVisitVersions } from '../../server/store/visits.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { visitVersion } from '../usecases/coverage-store.ts';

const MINUTE = 60_000;
/** 16:00 on a Friday. */
const NOW = Date.parse('2026-11-27T15:00:00Z');
const PERIOD = { from: '2026-11-20', to: '2026-11-30' };
/** About 115 m to a side; the new border is 340 m east of the old one. */
const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 59.06],
      [west + 0.002, 59.06],
      [west + 0.002, 59.061],
      [west, 59.061],
      [west, 59.06],
    ],
  ],
});
const OLD_MIDDLE = [16.601, 59.0605] as const;
const NEW_MIDDLE = [16.607, 59.0605] as const;

let server: TestServer;
let chief: Client;
let hotSpotId: string;
const officer = uuid();

beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  chief = await server.as('chief');
  const { db } = server.services;
  const place = (await hotSpots(db.reader))[0]!;
  hotSpotId = place.id;
  const { userId } = await db.reader
    .selectFrom('user')
    .select('id as userId')
    .where('role', '=', 'patrol')
    .executeTakeFirstOrThrow();
  await setRules();
  const border = (number: number, west: number, validFrom: number) => ({
    id: uuid(),
    hotSpotId,
    number,
    validFrom,
    geometry: square(west),
    areaHa: 1.3,
    perimeterM: 450,
  });
  const old = border(2, 16.6, NOW - 6 * 1440 * MINUTE);
  await insertBorder(db.writer, old);
  await insertBorder(db.writer, border(3, 16.606, NOW - 60 * MINUTE));
  const made = (hoursAgo: number, source: 'gps' | 'manual', recordedBy = userId) =>
    visitVersion(
      { hotSpotId, startedAt: NOW - hoursAgo * 60 * MINUTE, minutes: 15 },
      { hotSpotVersionId: old.id, source, recordedBy },
    );
  await insertVisitVersions(db.writer, [
    made(5, 'gps'),
    made(10, 'gps'),
    made(15, 'manual'),
    made(20, 'gps', officer),
  ]);
  await walk(userId, NOW - 5 * 60 * MINUTE, NEW_MIDDLE);
  await walk(userId, NOW - 10 * 60 * MINUTE, OLD_MIDDLE);
});
afterAll(() => server.stop());

async function setRules(): Promise<void> {
  const admin = await server.as('admin');
  const { revision }: { revision: number } = (await admin.call('getGpsRules')).body;
  await admin.call('setGpsRules', { body: { on: true, retentionDays: 30 }, ifMatch: revision });
}

/** A quarter of an hour about a place, a point every ten seconds, there from five minutes before to five after. */
async function walk(userId: string, from: number, [lon, lat]: readonly [number, number]) {
  const points = Array.from({ length: 150 }, (_, index) => ({
    at: from - 5 * MINUTE + index * 10_000,
    lonLat: [lon + Math.sin(index / 9) * 0.0002, lat + Math.cos(index / 9) * 0.0001] as const,
    accuracyM: 5,
  }));
  const received = { userId, source: 'phone', receivedAt: from };
  await insertPositions(server.services.db.writer, points, received);
}

type Redrawn = Reply<'getCoverageOnTodaysBorders'>;
const redrawn = async () =>
  (await chief.call('getCoverageOnTodaysBorders', { query: PERIOD })).body as Redrawn;

describe('on today’s borders', () => {
  it('a measured visit counts where its points were, and others stand as they were logged', async () => {
    const { redrawn: counts, report } = await redrawn();
    expect(counts).toEqual({ recounted: 1, outside: 1, 'no-gps': 1, 'no-points': 1 });
    const figures = report.hotSpots.find((one) => one.hotSpotId === hotSpotId)?.figures;
    expect(figures?.delivered.doses).toBe(3);
  });

  it('the report of the borders that held is what it was', async () => {
    const report = (await chief.call('getCoverage', { query: PERIOD }))
      .body as Reply<'getCoverage'>;
    const figures = report.hotSpots.find((one) => one.hotSpotId === hotSpotId)?.figures;
    expect(figures?.delivered.doses).toBe(4);
  });

  it('nothing of a position comes out, and the log says that they were counted from', async () => {
    const { text } = await chief.call('getCoverageOnTodaysBorders', { query: PERIOD });
    expect(text).not.toMatch(/16\.60[17]\d|accuracy|userId/);
    const auditor = await server.as('auditor');
    const { body } = await auditor.call('listAudit', { query: { limit: 20 } });
    expect((body as { rows: object[] }).rows).toContainEqual(
      expect.objectContaining({ action: 'position.count', detail: PERIOD }),
    );
  });

  it('more than a year is refused', async () => {
    const query = { from: '2020-01-01', to: '2026-11-30' };
    expect((await chief.call('getCoverageOnTodaysBorders', { query })).status).toBe(422);
  });
});

describe('today’s borders are not for', () => {
  it.each(['municipality', 'patrol', 'auditor'] as const)('%s', async (role) => {
    const client = await server.as(role);
    const reply = await client.call('getCoverageOnTodaysBorders', { query: PERIOD });
    expect(reply.status).toBe(403);
  });
});
