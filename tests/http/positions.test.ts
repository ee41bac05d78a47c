/** Positions: kept only where the authority and the officer have said yes, and shown to that officer alone. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '#contract/openapi.ts';
import { mayCall } from '#contract/policy.ts';
import { ROLES } from '#core/model.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

/** 21:00 on a Friday. */
const NOW = Date.parse('2026-11-27T20:00:00Z');
const MINUTE = 60_000;
const iso = (at: number) => new Date(at).toISOString();

let server: TestServer;
let admin: Client;
let officer: Client;
let colleague: Client;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  admin = await server.as('admin');
  officer = await server.as('patrol');
  colleague = await server.as('planner');
});
afterAll(() => server.stop());

async function setRules(on: boolean, retentionDays = 30) {
  const { revision }: { revision: number } = (await admin.call('getGpsRules')).body;
  return admin.call('setGpsRules', { body: { on, retentionDays }, ifMatch: revision });
}

const point = (at: number, lonLat: readonly [number, number] = [16.59, 59.06]) => ({
  at: iso(at),
  lonLat,
  accuracyM: 8,
});

const send = (client: Client, points: readonly unknown[]) =>
  client.call('addMyPositions', { body: { points } });

const consent = (client: Client, given: boolean) =>
  client.call('setMyConsent', { body: { given } });

const ownTrack = (client: Client, hours = 4) =>
  client.call('getMyPositions', {
    query: { from: iso(NOW - hours * 60 * MINUTE), to: iso(NOW + 4 * 60 * MINUTE) },
  });

const code = (reply: { body: unknown }) => (reply.body as { code: string }).code;

describe('while the authority has GPS off, as it is at first', () => {
  test('nobody can agree to anything, no point is taken in and none is shown', async () => {
    expect((await officer.call('getMyGps')).body).toMatchObject({
      on: false,
      consentGivenAt: null,
    });
    for (const reply of [
      await consent(officer, true),
      await send(officer, [point(NOW)]),
      await ownTrack(officer),
    ]) {
      expect(reply.status).toBe(403);
      expect(code(reply)).toBe('gps-off');
    }
    expect((await officer.call('getMyGps')).body).toMatchObject({ stored: { count: 0 } });
  });
});

describe('an admin', () => {
  test('turns GPS on and sets how long points are kept; both are in the log', async () => {
    expect((await setRules(true, 14)).body).toMatchObject({ on: true, retentionDays: 14 });
    const auditor = await server.as('auditor');
    const { rows }: { rows: object[] } = (await auditor.call('listAudit', { query: { limit: 5 } }))
      .body;
    expect(rows).toContainEqual(
      expect.objectContaining({ action: 'gps.rules', detail: { on: true, retentionDays: 14 } }),
    );
  });

  test.each([0, 91, 1.5])('cannot keep them for %s days', async (days) => {
    const reply = await setRules(true, days);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field: '/retentionDays' }] });
  });

  test('who saw an older switch is shown the one that holds', async () => {
    const reply = await admin.call('setGpsRules', {
      body: { on: false, retentionDays: 30 },
      ifMatch: 1,
    });
    expect(reply.status).toBe(412);
    expect(reply.body).toMatchObject({ current: { on: true, retentionDays: 14 } });
  });
});

describe('an officer', () => {
  test('has nothing kept before agreeing', async () => {
    const reply = await send(officer, [point(NOW)]);
    expect([reply.status, code(reply)]).toEqual([403, 'gps-no-consent']);
  });

  test('agrees, sends points late and twice, and sees each once', async () => {
    expect((await consent(officer, true)).body).toMatchObject({ consentGivenAt: iso(NOW) });
    server.setClock(NOW + 10 * MINUTE);
    const points = [point(NOW + 2 * MINUTE), point(NOW + MINUTE), point(NOW + MINUTE)];
    expect((await send(officer, points)).body).toMatchObject({ stored: 2, known: 1 });
    expect((await send(officer, points)).body).toMatchObject({ stored: 0, known: 3 });
    const { body } = await ownTrack(officer);
    expect((body as { points: { at: string }[] }).points.map(({ at }) => at)).toEqual([
      iso(NOW + MINUTE),
      iso(NOW + 2 * MINUTE),
    ]);
  });

  test('is told what was not kept: from before the consent, and from the future', async () => {
    const reply = await send(officer, [point(NOW - MINUTE), point(NOW + 60 * MINUTE)]);
    expect(reply.body).toEqual({ stored: 0, known: 0, tooOld: 1, inFuture: 1 });
  });

  test.each([
    ['/points/1/lonLat/1', { ...point(NOW), lonLat: [16, 91] }],
    ['/points/1/at', { ...point(NOW), at: 'igår' }],
    ['/points/1/accuracyM', { ...point(NOW), accuracyM: -1 }],
  ])('is told which field is wrong: %s', async (field, wrong) => {
    const reply = await send(officer, [point(NOW + 3 * MINUTE), wrong]);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [expect.objectContaining({ field })] });
    expect((await officer.call('getMyGps')).body).toMatchObject({ stored: { count: 2 } });
  });

  test('cannot see a colleague’s points, and a colleague cannot see theirs', async () => {
    await consent(colleague, true);
    expect((await ownTrack(colleague)).body).toMatchObject({ points: [] });
    expect((await colleague.call('deleteMyPositions')).body).toEqual({ removed: 0 });
    expect((await officer.call('getMyGps')).body).toMatchObject({ stored: { count: 2 } });
  });

  test('takes the consent back: nothing more is kept, what there is can be seen and deleted', async () => {
    await consent(officer, false);
    expect(code(await send(officer, [point(NOW + 5 * MINUTE)]))).toBe('gps-no-consent');
    expect((await ownTrack(officer)).status).toBe(200);
    expect((await officer.call('deleteMyPositions')).body).toEqual({ removed: 2 });
    expect((await ownTrack(officer)).body).toMatchObject({ points: [] });
  });

  test('has nothing kept of what the phone recorded between two consents', async () => {
    server.setClock(NOW + 20 * MINUTE);
    await consent(officer, true);
    server.setClock(NOW + 21 * MINUTE);
    const reply = await send(officer, [point(NOW + 15 * MINUTE), point(NOW + 20.5 * MINUTE)]);
    expect(reply.body).toMatchObject({ stored: 1, tooOld: 1 });
  });

  test('sees the visits that the track tells, and which of them is logged', async () => {
    const [place] = await hotSpots(server.services.db.reader, { status: 'active' });
    const ring = place!.version.geometry.coordinates[0] as number[][];
    const middle = [0, 1].map(
      (axis) => ring.slice(1).reduce((sum, at) => sum + (at[axis] ?? 0), 0) / (ring.length - 1),
    ) as [number, number];
    const start = NOW + 30 * MINUTE;
    server.setClock(start + 60 * MINUTE);
    const points = Array.from({ length: 181 }, (_, index) => {
      const isThere = index >= 45 && index < 135;
      const lonLat = [middle[0], middle[1] + (isThere ? 0 : 0.01)] as const;
      return point(start + index * 10_000, lonLat);
    });
    await send(officer, points);
    const { visits }: { visits: { hotSpotId: string; from: string; loggedAs: string | null }[] } = (
      await ownTrack(officer)
    ).body;
    const found = visits.find(({ hotSpotId }) => hotSpotId === place!.id);
    expect(found?.loggedAs).toBeNull();
    expect(Math.abs(Date.parse(found!.from) - (start + 450_000))).toBeLessThan(90_000);
  });

  test('cannot ask for more than a day at a time', async () => {
    const reply = await ownTrack(officer, 48);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field: '?to' }] });
  });
});

test('when the authority turns GPS off what is stored is shown to nobody, but can be deleted', async () => {
  await setRules(false);
  expect(code(await ownTrack(officer))).toBe('gps-off');
  expect(code(await send(officer, [point(NOW + 100 * MINUTE)]))).toBe('gps-off');
  const { stored }: { stored: { count: number } } = (await officer.call('getMyGps')).body;
  expect(stored.count).toBeGreaterThan(100);
  expect((await officer.call('deleteMyPositions')).body).toEqual({ removed: stored.count });
});

test('of all routes only the one for the officer’s own answers with positions', () => {
  const { paths } = openApiDocument() as {
    paths: Record<string, Record<string, { operationId: string; responses: unknown }>>;
  };
  const answering = Object.values(paths)
    .flatMap((operations) => Object.values(operations))
    .filter(({ responses }) => /accuracyM|OwnTrack/.test(JSON.stringify(responses)));
  expect(answering.map(({ operationId }) => operationId)).toEqual(['getMyPositions']);
  expect(ROLES.filter((role) => mayCall('getMyPositions', role))).toEqual(['planner', 'patrol']);
});

describe('a tracker app', () => {
  test('is linked with a code that is shown once; a lost answer gives a new one', async () => {
    await setRules(true);
    const body = { id: uuid(), name: 'Min telefon' };
    const first = await officer.call('linkTracker', { body });
    expect(first.status).toBe(201);
    const { token }: { token: string } = first.body;
    expect(token).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const again = await officer.call('linkTracker', { body });
    expect(again.status).toBe(200);
    expect((again.body as { token: string }).token).not.toBe(token);
    expect((await officer.call('getMyGps')).text).not.toContain(token);
  });

  test('belongs to its officer: nobody else unlinks it', async () => {
    const { trackers }: { trackers: { id: string }[] } = (await officer.call('getMyGps')).body;
    const params = { id: trackers[0]!.id };
    expect((await colleague.call('unlinkTracker', { params })).status).toBe(404);
    expect((await officer.call('unlinkTracker', { params })).status).toBe(204);
    expect((await officer.call('unlinkTracker', { params })).status).toBe(204);
  });

  test('is one of at most five', async () => {
    const link = () => officer.call('linkTracker', { body: { id: uuid(), name: 'x' } });
    for (let one = 0; one < 5; one += 1) expect((await link()).status).toBe(201);
    expect((await link()).status).toBe(409);
  });
});
