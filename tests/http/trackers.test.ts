/** Tracker apps on officers' phones: each in its own tongue, with a code of its own. */
import * as fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { trackerPaths } from '#contract/paths.ts';
import { mayTrack } from '#contract/policy.ts';
import { ROLES, type Role } from '#core/model.ts';
import { positionsOf } from '../../server/store/positions.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { HOSTILE, mutated } from '../support/spoil.ts';

const START = Date.parse('2026-11-27T20:00:00Z');
const AT = START + 60_000;
const [LON, LAT] = [16.59, 59.06];

let server: TestServer;
let admin: Client;
let officer: Client;
let officerId = '';
let token = '';
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(START);
  [admin, officer] = [await server.as('admin'), await server.as('patrol')];
  await setRules(true);
  await officer.call('setMyConsent', { body: { given: true } });
  officerId = (await officer.call('getSession')).body['user']['id'];
  token = await link(officer);
  server.setClock(START + 10 * 60_000);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await officer.call('deleteMyPositions');
});

async function setRules(on: boolean): Promise<void> {
  const { revision }: { revision: number } = (await admin.call('getGpsRules')).body;
  await admin.call('setGpsRules', { body: { on, retentionDays: 30 }, ifMatch: revision });
}

async function link(client: Client, id = uuid()): Promise<string> {
  const { body } = await client.call('linkTracker', { body: { id, name: 'Telefon' } });
  return (body as { token: string }).token;
}

const stored = async () => {
  const span = { from: 0, to: Number.MAX_SAFE_INTEGER };
  const points = await positionsOf(server.services.db.reader, officerId, span);
  return points.map(({ at, lonLat, accuracyM }) => ({ at, lonLat, accuracyM }));
};
const POINT = { at: AT, lonLat: [LON, LAT], accuracyM: 8 };

const osmAndUrl = (fields: Readonly<Record<string, unknown>> = {}) => {
  const all = { id: token, lat: LAT, lon: LON, timestamp: AT / 1000, accuracy: 8, ...fields };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return `${server.url}${trackerPaths.osmAnd}?${query}`;
};

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const sdkMessage = (location: object = {}) => ({
  location: {
    timestamp: new Date(AT).toISOString(),
    coords: {
      latitude: LAT,
      longitude: LON,
      accuracy: 8,
      speed: 1.2,
      heading: -1,
      altitude: 40,
    },
    is_moving: true,
    odometer: 120,
    event: 'motionchange',
    battery: { level: 0.7, is_charging: false },
    activity: { type: 'walking' },
    extras: {},
    ...location,
  },
  device_id: token,
});

const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`anna:${password}`).toString('base64')}`,
});

const ownTracks = (message: unknown, password = token) =>
  post(trackerPaths.ownTracks, message, basic(password));

const location = {
  _type: 'location',
  tst: AT / 1000,
  lat: LAT,
  lon: LON,
  acc: 8,
  batt: 70,
  tid: 'AA',
};

describe('Traccar Client', () => {
  test.each([
    ['seconds', AT / 1000],
    ['milliseconds', AT],
    ['ISO 8601', new Date(AT).toISOString()],
  ])('is understood with its time in %s', async (_form, timestamp) => {
    const reply = await fetch(osmAndUrl({ timestamp, speed: 0, bearing: '', batt: 70 }));
    expect(reply.status).toBe(200);
    expect(await stored()).toEqual([POINT]);
  });

  test('is understood when it posts its query, or a form', async () => {
    const byQuery = await fetch(osmAndUrl(), { method: 'POST' });
    const [path = '', form = ''] = osmAndUrl({ timestamp: AT / 1000 + 10 }).split('?');
    const byForm = await fetch(path, { method: 'POST', body: new URLSearchParams(form) });
    expect([byQuery.status, byForm.status]).toEqual([200, 200]);
    expect(await stored()).toEqual([POINT, { ...POINT, at: AT + 10_000 }]);
  });

  test('is understood in the JSON of version 9, one place or several at a time', async () => {
    expect((await post(trackerPaths.osmAnd, sdkMessage())).status).toBe(200);
    const { location: one, device_id } = sdkMessage();
    const later = { ...one, timestamp: new Date(AT + 10_000).toISOString() };
    expect((await post(trackerPaths.osmAnd, { device_id, location: [one, later] })).status).toBe(
      200,
    );
    expect(await stored()).toEqual([POINT, { ...POINT, at: AT + 10_000 }]);
  });

  test('tells of the phone without a place: taken in, nothing kept', async () => {
    const reply = await post(trackerPaths.osmAnd, sdkMessage({ coords: undefined }));
    expect(reply.status).toBe(200);
    expect(await stored()).toEqual([]);
  });

  test('finds its error by the dilution of precision where it gives no accuracy', async () => {
    await fetch(osmAndUrl({ accuracy: undefined, hdop: 1.2 }));
    expect(await stored()).toEqual([{ ...POINT, accuracyM: 6 }]);
  });

  test.each([
    ['without a time, by the server’s', { timestamp: undefined }, 1],
    ['that is no fix by its own word, not at all', { valid: 'false' }, 0],
    ['with the error below nought of a phone without a fix, not at all', { accuracy: -1 }, 0],
  ])('has a point kept %s', async (_case, fields, count) => {
    expect((await fetch(osmAndUrl(fields))).status).toBe(200);
    expect(await stored()).toHaveLength(count);
  });
});

describe('OwnTracks', () => {
  test('is understood and gets its empty list back', async () => {
    const reply = await ownTracks(location);
    expect([reply.status, await reply.json()]).toEqual([200, []]);
    expect(await stored()).toEqual([POINT]);
  });

  test.each([
    ['a message of another kind', { _type: 'status', iOS: {} }],
    ['a waypoint', { _type: 'waypoint', lat: LAT, lon: LON, tst: 1 }],
    ['an empty message', ''],
  ])('%s is taken in, and nothing kept', async (_case, message) => {
    const reply = await ownTracks(message);
    expect([reply.status, await reply.json()]).toEqual([200, []]);
    expect(await stored()).toEqual([]);
  });

  test('is told what to do about a message that it has encrypted', async () => {
    const reply = await ownTracks({ _type: 'encrypted', data: 'abc' });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('encryption key');
  });
});

describe('a point', () => {
  test('that comes late, and twice, is kept once and in its place', async () => {
    const late = { ...location, tst: AT / 1000 - 30 };
    await ownTracks(location);
    await ownTracks(late);
    await ownTracks(late);
    expect((await stored()).map(({ at }) => at)).toEqual([AT - 30_000, AT]);
  });

  test.each([
    ['?lat', { lat: 91 }],
    ['?lon', { lon: 'väst' }],
    ['?lat', { lat: undefined }],
    ['?timestamp', { timestamp: 'igår' }],
  ])('that is malformed is one 400 that names %s', async (field, fields) => {
    const reply = await fetch(osmAndUrl(fields));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ field }] });
    expect(await stored()).toEqual([]);
  });

  test('of the JSON form is named by its path', async () => {
    const coords = { latitude: 59, longitude: 400 };
    const reply = await post(trackerPaths.osmAnd, sdkMessage({ coords }));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ field: '/location/coords/longitude' }] });
    const own = await ownTracks({ ...location, tst: 'x' });
    expect(await own.json()).toMatchObject({ status: 400, errors: [{ field: '/tst' }] });
  });

  test('in more than 100 kB is refused', async () => {
    const reply = await ownTracks({ ...location, note: 'x'.repeat(101_000) });
    expect(reply.status).toBe(413);
  });
});

describe('a code', () => {
  test('may be typed in capitals, with a blank after it', async () => {
    expect((await ownTracks(location, `${token.toUpperCase()} `)).status).toBe(200);
  });

  test.each([
    ['unknown', 'aaaaa-bbbbb-ccccc-ddddd'],
    ['empty', ''],
  ])('that is %s opens nothing', async (_case, wrong) => {
    expect((await fetch(osmAndUrl({ id: wrong }))).status).toBe(401);
    const reply = await ownTracks(location, wrong);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Basic/);
    expect((await post(trackerPaths.ownTracks, location)).status).toBe(401);
    expect(await stored()).toEqual([]);
  });

  test('that has been unlinked opens nothing any more', async () => {
    const id = uuid();
    const other = await link(officer, id);
    expect((await ownTracks(location, other)).status).toBe(200);
    await officer.call('unlinkTracker', { params: { id } });
    expect((await ownTracks(location, other)).status).toBe(401);
  });
});

describe('nothing is kept, and the app is told 403,', () => {
  const refused = async () => {
    expect((await fetch(osmAndUrl())).status).toBe(403);
    expect((await ownTracks(location)).status).toBe(403);
    expect(await stored()).toEqual([]);
  };

  test('while the authority has GPS off', async () => {
    await setRules(false);
    await refused();
    await setRules(true);
  });

  test('after the officer has withdrawn the consent', async () => {
    await officer.call('setMyConsent', { body: { given: false } });
    await refused();
    await officer.call('setMyConsent', { body: { given: true } });
  });

  test.each(ROLES)('where the policy says so of the role: %s', async (role) => {
    server.setClock(START + 11 * 60_000);
    await changeAccount({ role, municipality: role === 'municipality' ? '0482' : null });
    for (const tracker of ['osmAnd', 'ownTracks'] as const) {
      const reply = await (tracker === 'osmAnd' ? fetch(osmAndUrl()) : ownTracks(location));
      expect(reply.status).toBe(mayTrack(tracker, role) ? 200 : 403);
    }
    await changeAccount({ role: 'patrol', municipality: null });
    officer = await server.as('patrol');
  });

  test('after the account has been shut', async () => {
    await changeAccount({ disabled: true });
    await refused();
    await changeAccount({ disabled: false });
    officer = await server.as('patrol');
  });
});

interface AccountChange {
  readonly role?: Role;
  readonly municipality?: string | null;
  readonly disabled?: boolean;
}

async function changeAccount(body: AccountChange): Promise<void> {
  const { users }: { users: { id: string; revision: number }[] } = (await admin.call('listUsers'))
    .body;
  const { revision } = users.find(({ id }) => id === officerId)!;
  await admin.call('updateUser', { params: { id: officerId }, body, ifMatch: revision });
}

test.each([
  ['PUT', trackerPaths.osmAnd, 'GET, POST'],
  ['GET', trackerPaths.ownTracks, 'POST'],
])('%s %s is told what may be sent instead', async (method, path, allow) => {
  const reply = await fetch(`${server.url}${path}`, { method });
  expect([reply.status, reply.headers.get('allow')]).toEqual([405, allow]);
});

test('whatever is sent, the answer is never a 500', async () => {
  const messages = [sdkMessage(), location, { id: token, lat: '59', lon: '16' }];
  const attack = fc.record({
    message: fc.constantFrom(...messages),
    at: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 4 }),
    by: fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue()),
    out: fc.boolean(),
    path: fc.constantFrom(trackerPaths.osmAnd, trackerPaths.ownTracks),
  });
  await fc.assert(
    fc.asyncProperty(attack, async ({ message, at, by, out, path }) => {
      const reply = await post(path, mutated(message, at, by, out), basic(token));
      expect(reply.status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
  expect((await officer.call('getMyGps')).status).toBe(200);
});

test('a phone that sends without end is asked to wait, and other phones are not', async () => {
  const flood = await link(officer);
  const statuses = new Set<number>();
  for (let sent = 0; sent < 620; sent += 20) {
    const bad = Array.from({ length: 20 }, () => fetch(osmAndUrl({ id: flood, lat: 91 })));
    for (const reply of await Promise.all(bad)) statuses.add(reply.status);
  }
  expect([...statuses]).toEqual([400, 429]);
  expect((await fetch(osmAndUrl())).status).toBe(200);
});
