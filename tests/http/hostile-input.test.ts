/** Whatever is sent, the answer is the caller's to understand: never a 500, and each refusal a problem in both languages. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROOT, paths, type RouteName } from '#contract/paths.ts';
import { mayCall } from '#contract/policy.ts';
import { ROLES, type Role } from '#core/model.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { HOSTILE, mutated } from '../support/spoil.ts';
import { type ValidCall, validCalls } from '../support/valid-calls.ts';

const NOW = Date.parse('2026-11-27T18:00:00Z');

let server: TestServer;
const clients = new Map<Role, Client>();
let calls: readonly ValidCall[] = [];
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  for (const role of ROLES) clients.set(role, await server.as(role));
  calls = await validCalls(clientFor);
});
afterAll(() => server.stop());

const clientFor = (name: RouteName): Client => {
  const role = ROLES.find((one) => mayCall(name, one)) ?? 'admin';
  const client = clients.get(role);
  if (!client) throw new Error(`no client for ${role}`);
  return client;
};

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

test('a user name that is no text is refused, not stumbled over', async () => {
  const body = { username: { toString: 0 }, password: 'x' };
  const reply = await clientFor('signIn').call('signIn', { body });
  expect(reply.status, reply.text).toBe(422);
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
          valid.params && { params: spoiledPath(valid.params, wellFormed(text(by))) }),
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

const spoiledPath = (params: object, by: string) =>
  Object.fromEntries(Object.keys(params).map((key) => [key, encodeURIComponent(by)]));

/** A lone surrogate cannot be put in an address at all. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, 'x');
