/** Sending twice is sending once; sending something else under the same id is a mistake that is told, not swallowed. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RouteName } from '#contract/paths.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-27T22:00:00Z');
const iso = (minutesAgo: number) => new Date(NOW - minutesAgo * 60_000).toISOString();

let server: TestServer;
let lead: Client;
let admin: Client;
let place = '';
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  lead = await server.as('planner');
  admin = await server.as('admin');
  place = (await hotSpots(server.services.db.reader))[0]?.id ?? '';
});
afterAll(() => server.stop());

const border = (lon: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, 59.06],
      [lon + 0.001, 59.06],
      [lon + 0.001, 59.061],
      [lon, 59.06],
    ],
  ],
});

const bodies = {
  createVisit: () => ({
    id: uuid(),
    hotSpotId: place,
    patrolId: null,
    startedAt: iso(40),
    endedAt: iso(20),
    note: 'lugnt',
  }),
  createHotSpot: () => ({
    id: uuid(),
    versionId: uuid(),
    municipality: '0482',
    code: 'Q1',
    name: 'Provplats',
    geometry: border(16.6),
  }),
  createShift: () => ({
    id: uuid(),
    municipality: '0482',
    startsAt: iso(60),
    endsAt: iso(-300),
    patrols: [],
  }),
  createUser: () => ({
    id: uuid(),
    username: 'anna',
    displayName: 'Anna',
    role: 'patrol',
    password: 'correct horse battery',
  }),
};

const asWhom = (route: RouteName) => (route === 'createUser' ? admin : lead);

describe.each([
  ['createVisit', { note: 'bråk' }],
  ['createVisit', { officers: 3 }],
  ['createVisit', { outcome: { contacts: 1, actions: 0, observations: 0, interventions: 0 } }],
  ['createHotSpot', { geometry: border(16.61) }],
  ['createHotSpot', { name: 'Annat' }],
  ['createShift', { endsAt: iso(-200) }],
  ['createUser', { role: 'admin' }],
  ['createUser', { password: 'another horse battery' }],
] as const)('%s with %o instead', (route, other) => {
  test('once is made, twice is the same, otherwise is refused', async () => {
    const stamp = uuid().slice(-6);
    const made = bodies[route]();
    const named = 'username' in made ? { username: `anna-${stamp}` } : {};
    const coded = 'code' in made ? { code: `Q${(count += 1)}` } : {};
    const body = { ...made, ...named, ...coded };
    const call = (sent: object) => asWhom(route).call(route, { body: sent });
    expect((await call(body)).status).toBe(201);
    expect((await call(body)).status).toBe(200);
    const refused = await call({ ...body, ...other });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'id-reused' });
  });
});
let count = 0;

test('an id in capitals is the same id', async () => {
  const body = bodies.createVisit();
  await lead.call('createVisit', { body });
  const again = await lead.call('createVisit', { body: { ...body, id: body.id.toUpperCase() } });
  expect(again.status).toBe(200);
  expect(again.body).toMatchObject({ id: body.id });
});

test('a border sent again is the same border, another under its id is not', async () => {
  const hotSpot = { ...bodies.createHotSpot(), code: 'QA' };
  await lead.call('createHotSpot', { body: hotSpot });
  const versionId = uuid();
  const move = (lon: number) =>
    lead.call('moveBorder', {
      params: { id: hotSpot.id },
      body: { versionId, geometry: border(lon) },
      ifMatch: 1,
    });
  expect((await move(16.605)).status).toBe(200);
  expect((await move(16.605)).body).toMatchObject({ properties: { versionNumber: 2 } });
  expect((await move(16.606)).status).toBe(409);
});

test('a change of a visit sent again is the same change, another under its id is not', async () => {
  const visit = bodies.createVisit();
  await lead.call('createVisit', { body: visit });
  const correction = { id: uuid(), basedOn: 1, kind: 'correct', reason: 'fel tid' };
  const correct = (endedAt: string) =>
    lead.call('changeVisit', { params: { id: visit.id }, body: { ...correction, endedAt } });
  expect((await correct(iso(25))).status).toBe(201);
  expect((await correct(iso(25))).body).toMatchObject({ versionNumber: 2 });
  expect((await correct(iso(26))).status).toBe(409);
});
