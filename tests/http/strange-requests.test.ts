/** What a caller that is no browser of ours may send: each gets a problem that says what is wrong, in two languages. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let lead: Client;
beforeAll(async () => {
  server = await startTestServer();
  lead = await server.as('planner');
});
afterAll(() => server.stop());

interface Sent {
  readonly method?: string;
  readonly type?: string;
  readonly coding?: string;
  readonly body?: string;
}

const send = (path: string, { method = 'GET', type, coding, body }: Sent = {}) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: {
      cookie: lead.cookie,
      ...(type && { 'content-type': type }),
      ...(coding && { 'content-encoding': coding }),
    },
    ...(body !== undefined && { body }),
  });

test.each([
  ['/api/v1/visits', 'DELETE', 'GET, HEAD, POST'],
  ['/api/v1/visits', 'OPTIONS', 'GET, HEAD, POST'],
  ['/api/v1/Visits/', 'PUT', 'GET, HEAD, POST'],
  [`/api/v1/shifts/${uuid()}/proposal`, 'GET', 'POST'],
])('%s does not take %s, and says what it takes', async (path, method, allow) => {
  const reply = await send(path, { method });
  expect(reply.status).toBe(405);
  expect(reply.headers.get('allow')).toBe(allow);
  await expect(reply.json()).resolves.toMatchObject({ code: 'method-not-allowed' });
});

test('an address longer than any of ours is refused with the cure', async () => {
  const reply = await send(`/api/v1/hot-spots?municipality=${'4'.repeat(20_000)}`);
  expect(reply.status).toBe(431);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  await expect(reply.json()).resolves.toMatchObject({ code: 'headers-too-large', status: 431 });
});

test('HEAD is GET without the body', async () => {
  const reply = await send('/api/v1/settings', { method: 'HEAD' });
  expect(reply.status).toBe(200);
  await expect(reply.text()).resolves.toBe('');
});

const JSON_TYPE = 'application/json';
test.each<[string, Sent, number, string]>([
  ['a form', { type: 'application/x-www-form-urlencoded', body: 'a=1' }, 415, 'unsupported-media'],
  ['plain text', { type: 'text/plain', body: '{}' }, 415, 'unsupported-media'],
  ['an unknown coding', { type: JSON_TYPE, coding: 'foo', body: '{}' }, 415, 'unsupported-media'],
  [
    'another alphabet',
    { type: `${JSON_TYPE}; charset=latin1`, body: '{}' },
    415,
    'unsupported-media',
  ],
  ['gzip that is none', { type: JSON_TYPE, coding: 'gzip', body: 'xx' }, 400, 'bad-request'],
  ['half a JSON', { type: JSON_TYPE, body: '{"id":' }, 400, 'bad-request'],
  ['nothing', { type: JSON_TYPE }, 422, 'invalid-input'],
  ['a number', { type: JSON_TYPE, body: '5' }, 422, 'invalid-input'],
  [
    'a deep list',
    { type: JSON_TYPE, body: '['.repeat(9e4) + ']'.repeat(9e4) },
    422,
    'invalid-input',
  ],
  ['too much', { type: JSON_TYPE, body: `"${'x'.repeat(1_100_000)}"` }, 413, 'too-large'],
])('a body that is %s is refused as such', async (_what, sent, status, code) => {
  const reply = await send('/api/v1/shifts', { method: 'POST', ...sent });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  await expect(reply.json()).resolves.toMatchObject({ status, code });
});

test.each(['/%E0%A4%A', '/assets/%E0%A4%A', '/assets/..%2f..%2fpackage.json', '/assets/none.js'])(
  '%s shows nothing of the server from within',
  async (path) => {
    const reply = await send(path);
    expect(reply.status).toBeLessThan(500);
    expect(await reply.text()).not.toMatch(/node_modules|at .*\.js|ENOENT/);
  },
);

test.each(['POST', 'PUT', 'DELETE'])('%s outside the API is told like the rest', async (method) => {
  const reply = await send('/health/live', { method });
  expect(reply.status).toBe(404);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
});

interface Refusal {
  readonly errors: { field: string; messages: { sv: string; en: string } }[];
  readonly messages: { sv: string };
}

describe('a field that is not right', () => {
  test.each<[string, object, string]>([
    ['a control character', { note: 'a\u0000b' }, '/note'],
    ['half a character', { note: 'a\ud800b' }, '/note'],
    ['text that turns round', { note: 'a\u202Eb' }, '/note'],
    ['an id of another kind', { id: crypto.randomUUID() }, '/id'],
    ['a year before the service', { startedAt: '0001-01-01T00:00:00Z' }, '/startedAt'],
    ['a year that nobody means', { startedAt: '9999-12-31T00:00:00Z' }, '/startedAt'],
    ['a day that is none', { startedAt: '2026-02-30T00:00:00Z' }, '/startedAt'],
    ['a number as text', { officers: '2' }, '/officers'],
    ['a huge number', { officers: 1e300 }, '/officers'],
    ['an unknown field', { suspect: 'x' }, '/suspect'],
  ])('%s is named in Swedish and English', async (_what, more, field) => {
    const visit = { id: uuid(), hotSpotId: uuid(), patrolId: null };
    const startedAt = '2026-11-20T20:00:00Z';
    const reply = await lead.call('createVisit', { body: { ...visit, startedAt, ...more } });
    expect(reply.status).toBe(422);
    const { errors, messages } = reply.body as Refusal;
    const [error] = errors;
    expect(error?.field).toBe(field);
    expect(error?.messages.sv).not.toBe(error?.messages.en);
    expect(messages.sv).toContain(error?.messages.sv);
  });

  test.each([
    ['listVisits', { from: '2026-02-01', to: '2026-01-01' }, '?to'],
    ['listVisits', { from: '2026-01-01', to: '2026-02-01', after: 'x' }, '?after'],
    ['listShifts', { from: '2020-01-01', to: '2026-02-01' }, '?to'],
    ['getCoverage', { from: '2090-01-01', to: '9999-12-31' }, '?to'],
    ['getCoverage', { from: '0000-01-01', to: '0001-01-01' }, '?from'],
  ] as const)('%s with %o says that it is %s', async (route, query, field) => {
    const reply = await lead.call(route, { query });
    expect(reply.status).toBe(422);
    expect((reply.body as Refusal).errors[0]?.field).toBe(field);
  });

  test('the same parameter twice is no guess', async () => {
    const reply = await send('/api/v1/visits?from=2026-01-01&from=2026-01-02&to=2026-01-03');
    expect(reply.status).toBe(422);
  });

  test('a page of the log that nobody has given is refused', async () => {
    const reply = await (await server.as('auditor')).call('listAudit', { query: { after: 'x' } });
    expect(reply.status).toBe(422);
  });
});

test('an answer about a thousand faults names twenty', async () => {
  const body = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, n]));
  const reply = await lead.call('createShift', { body });
  expect((reply.body as Refusal).errors).toHaveLength(20);
});
