/** Whatever is sent, the answer is the caller's to understand: never a 500, and each refusal a problem in both languages. */
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROOT, paths, type RouteName } from '#contract/paths.ts';
import { mayCall } from '#contract/policy.ts';
import { ROLES, type Role } from '#core/model.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-27T18:00:00Z');
const FROM = '2026-11-27T20:00:00Z';
const TO = '2026-11-28T06:00:00Z';

interface ValidCall {
  readonly name: RouteName;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

let server: TestServer;
const clients = new Map<Role, Client>();
let calls: readonly ValidCall[] = [];
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  for (const role of ROLES) clients.set(role, await server.as(role));
  calls = await validCalls();
});
afterAll(() => server.stop());

const clientFor = (name: RouteName): Client => {
  const role = ROLES.find((one) => mayCall(name, one)) ?? 'admin';
  const client = clients.get(role);
  if (!client) throw new Error(`no client for ${role}`);
  return client;
};

/** A call of each kind that takes something, as a well-behaved client sends it. */
async function validCalls(): Promise<ValidCall[]> {
  const ring = [
    [16.59, 59.062],
    [16.592, 59.062],
    [16.592, 59.063],
    [16.59, 59.063],
    [16.59, 59.062],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const lead = clientFor('createShift');
  const { features } = (await lead.call('listHotSpots')).body as {
    features: { id: string; properties: { revision: number } }[];
  };
  const place = features[0];
  if (!place) throw new Error('no hot spot');
  const patrol = {
    id: uuid(),
    callSign: '31-1410',
    officers: 2,
    startsAt: FROM,
    endsAt: TO,
    base: { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] },
    break: { durationMin: 30, earliest: '2026-11-27T23:00:00Z', latest: '2026-11-28T02:00:00Z' },
    unavailable: [{ from: '2026-11-27T21:00:00Z', to: '2026-11-27T21:30:00Z' }],
  };
  const shiftId = uuid();
  const shift = { municipality: '0482', startsAt: FROM, endsAt: TO, patrols: [patrol] };
  await lead.call('createShift', { body: { id: shiftId, ...shift } });
  const visitId = uuid();
  const visit = {
    id: visitId,
    hotSpotId: place.id,
    patrolId: patrol.id,
    startedAt: '2026-11-27T17:20:00Z',
    endedAt: '2026-11-27T17:40:00Z',
    officers: 2,
    late: true,
    outcome: { contacts: 1, actions: 0, observations: 0, interventions: 0 },
    note: 'Lampa trasig',
  };
  await clientFor('createVisit').call('createVisit', { body: visit });
  const window = {
    id: uuid(),
    weekdays: [5, 6],
    start: '21:00',
    end: '02:00',
    dateFrom: '2026-01-01',
    dateTo: null,
    exceptions: [{ date: '2026-12-24', open: false }],
    doses: 2,
    dwellMin: 15,
    countsFromMin: 10,
    ceilingMin: 20,
    minGapMin: 60,
    crew: 2,
  };
  const slot = {
    id: uuid(),
    slotId: uuid(),
    patrolId: patrol.id,
    hotSpotId: place.id,
    windowId: uuid(),
    startsAt: '2026-11-27T22:00:00Z',
    endsAt: '2026-11-27T22:15:00Z',
    pinned: true,
  };
  const ofPlace = { params: { id: place.id }, ifMatch: place.properties.revision };
  const ofShift = { params: { id: shiftId }, ifMatch: 1 };
  const period = { from: '2026-09-01', to: '2026-11-27' };
  return [
    { name: 'signIn', body: { username: 'nobody', password: 'en lång mening' } },
    { name: 'redeemSignInLink', body: { token: 'a'.repeat(43) } },
    {
      name: 'createUser',
      body: {
        id: uuid(),
        username: 'a.b',
        displayName: 'A',
        role: 'patrol',
        municipality: null,
        password: 'en lång mening om Flen',
      },
    },
    { name: 'updateUser', params: { id: uuid() }, body: { role: 'chief' }, ifMatch: 1 },
    {
      name: 'createHotSpot',
      body: {
        id: uuid(),
        versionId: uuid(),
        municipality: '0482',
        code: 'X1',
        name: 'Ny',
        geometry,
      },
    },
    { name: 'checkGeometry', body: { geometry, hotSpotId: null } },
    {
      name: 'updateHotSpot',
      ...ofPlace,
      body: { name: 'Annat', tags: ['a'], reviewDate: '2027-01-01' },
    },
    { name: 'moveBorder', ...ofPlace, body: { versionId: uuid(), geometry } },
    { name: 'setWindows', ...ofPlace, body: { windows: [window] } },
    { name: 'createShift', body: { id: uuid(), ...shift } },
    { name: 'updateShift', ...ofShift, body: shift },
    { name: 'joinPatrol', body: { patrolId: patrol.id } },
    {
      name: 'proposePlan',
      ...ofShift,
      body: { planId: uuid(), seed: 1, timeMs: 50, keepPinned: true },
    },
    { name: 'saveDraft', ...ofShift, body: { planId: uuid(), visits: [slot], breaks: [] } },
    { name: 'publishPlan', params: { id: uuid() }, ifMatch: 1 },
    { name: 'recordLoss', params: { id: uuid() }, body: { reason: 'weather' } },
    { name: 'createVisit', body: { ...visit, id: uuid() } },
    {
      name: 'changeVisit',
      params: { id: visitId },
      body: {
        id: uuid(),
        basedOn: 1,
        kind: 'correct',
        reason: 'fel',
        note: 'rätt',
        endedAt: visit.endedAt,
      },
    },
    { name: 'listShifts', query: period },
    { name: 'listVisits', query: { ...period, limit: '10' } },
    { name: 'getCoverage', query: { ...period, municipality: '0482' } },
    {
      name: 'getCoverageRows',
      query: { ...period, kind: 'delivered', limit: '5' },
    },
    { name: 'exportCoverageCsv', query: period },
    { name: 'exportVisitsCsv', query: period },
    { name: 'listAudit', query: { limit: '5', after: '3' } },
    { name: 'listHotSpots', query: { status: 'active' } },
    { name: 'getHotSpot', params: { id: place.id } },
    { name: 'getPlanning', params: { id: shiftId } },
    { name: 'getVisitHistory', params: { id: visitId } },
  ];
}

const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

const HOSTILE: readonly unknown[] = [
  null,
  [],
  {},
  '',
  ' ',
  'x'.repeat(5000),
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  true,
  'NaN',
  '\u0000',
  '\ud800',
  '‮٣',
  '2026-02-30',
  '0000-01-01',
  '+275760-09-13T00:00:00Z',
  '2026-11-27T25:61:00Z',
  '24:00',
  "'; drop table visit; --",
  { __proto__: null, constructor: 1 },
  [[null]],
  deep(60),
  Array.from({ length: 400 }, (_, index) => index),
];

/** The same value with one of its parts, found by a path of shares, replaced or taken out. */
function mutated(value: unknown, at: readonly number[], by: unknown, out: boolean): unknown {
  const [share = 0, ...rest] = at;
  if (typeof value !== 'object' || value === null || at.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[Math.floor(share * keys.length)];
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (out) delete copy[key];
  else copy[key] = mutated(copy[key], rest, by, out);
  return copy;
}

const attack = fc.record({
  call: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  at: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 5 }),
  by: fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue()),
  out: fc.boolean(),
  where: fc.constantFrom('body', 'query', 'params'),
});

test('what a well-behaved client sends is understood', async () => {
  for (const one of calls) {
    const { status, text } = await clientFor(one.name).call(one.name, one);
    expect([400, 415, 422, 428], `${one.name}: ${text}`).not.toContain(status);
  }
});

test.each([
  ['broken JSON', '{"id": ', 'application/json', 400],
  ['JSON under another name', '{}', 'text/plain', 415],
  ['a form', 'a=1', 'application/x-www-form-urlencoded', 415],
  ['no body', undefined, 'application/json', 422],
  ['over the limit', JSON.stringify({ note: 'x'.repeat(3_000_000) }), 'application/json', 413],
  ['a list instead of an object', '[]', 'application/json', 422],
])('%s is refused with the cure', async (_case, body, type, status) => {
  const { cookie } = clientFor('createVisit');
  const reply = await fetch(`${server.url}${API_ROOT}/visits`, {
    method: 'POST',
    headers: { cookie, 'content-type': type },
    ...(body !== undefined && { body }),
  });
  const document = (await reply.json()) as { messages: { sv: string; en: string } };
  expect(reply.status, JSON.stringify(document)).toBe(status);
  expect(document.messages.sv.length).toBeGreaterThan(5);
});

test('a method that a path does not have is refused with those that it has', async () => {
  const { cookie } = clientFor('listVisits');
  const reply = await fetch(`${server.url}${API_ROOT}/visits`, {
    method: 'PUT',
    headers: { cookie },
  });
  expect(reply.status).toBe(405);
  expect(reply.headers.get('allow')).toMatch(/GET.*POST|POST.*GET/);
});

test('a call with a part of it spoiled is carried out or refused with the field, in both languages', async () => {
  await fc.assert(
    fc.asyncProperty(attack, async ({ call, at, by, out, where }) => {
      const valid = calls[Math.floor(call * calls.length)];
      if (!valid) return;
      const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
      const asStrings = (part: object) =>
        Object.fromEntries(
          Object.entries(mutated(part, at.slice(0, 1), text(by), out) as object).map(
            ([key, value]) => [key, text(value) ?? ''],
          ),
        );
      const sent = {
        ...valid,
        ...(where === 'body' &&
          valid.body !== undefined && { body: mutated(valid.body, at, by, out) }),
        ...(where === 'query' && valid.query && { query: asStrings(valid.query) }),
        ...(where === 'params' &&
          valid.params && { params: { id: encodeURIComponent(wellFormed(text(by))) } }),
      };
      const reply = await clientFor(valid.name).call(valid.name, sent);
      expect(reply.status, `${paths[valid.name].method} ${valid.name}: ${reply.text}`).toBeLessThan(
        500,
      );
      if (reply.status < 400 || reply.status === 404) return;
      expect(reply.headers.get('content-type')).toContain('application/problem+json');
      expect(reply.body).toMatchObject({
        status: reply.status,
        title: expect.any(String),
      });
    }),
    { numRuns: 1500 },
  );
});

/** A lone surrogate cannot be put in an address at all. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, 'x');
