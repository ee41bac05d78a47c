/** No statistic by officer, anywhere: walked through every answer that the contract describes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '#contract/api.ts';
import { openApiDocument } from '#contract/openapi.ts';
import { ROUTE_NAMES } from '#contract/paths.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Fields that would tell officers apart. Accounts and a patrol's crew name them, for whoever runs the shift, and are logged. */
const NAMING = /recordedBy|createdBy|userId|officerId|displayName|username|"actor"/;
const MAY_NAME = new Set([
  'getSession',
  'signIn',
  'redeemSignInLink',
  'listUsers',
  'createUser',
  'updateUser',
  'getCrew',
  'listAudit',
]);

test('no route answers with who did what, but those for accounts, crew and the log', () => {
  const { paths, components } = openApiDocument() as {
    paths: Record<string, Record<string, { operationId: string; responses: unknown }>>;
    components: unknown;
  };
  const schemas = JSON.parse(JSON.stringify(components)) as { schemas: Record<string, unknown> };
  const naming = Object.values(paths)
    .flatMap((operations) => Object.values(operations))
    .filter(({ responses }) => NAMING.test(resolved(responses, schemas.schemas)))
    .map(({ operationId }) => operationId);
  expect(naming.filter((name) => !MAY_NAME.has(name))).toEqual([]);
});

function resolved(value: unknown, schemas: Record<string, unknown>, depth = 0): string {
  const text = JSON.stringify(value);
  if (depth > 6) return text;
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);
  return [text, ...new Set(names)]
    .map((part, index) => (index === 0 ? part : resolved(schemas[part], schemas, depth + 1)))
    .join(' ');
}

test('reading who is in which patrol, or which accounts there are, is written to the log', async () => {
  const naming = ROUTE_NAMES.filter((name) => 'readsOfficers' in api[name]);
  expect(naming).toEqual(['listUsers', 'getCrew']);
  const admin = await server.as('admin');
  await admin.call('listUsers');
  const auditor = await server.as('auditor');
  const { body } = await auditor.call('listAudit', { query: { limit: 5 } });
  expect((body as { rows: { action: string; actor: string }[] }).rows).toContainEqual(
    expect.objectContaining({ action: 'officers.read', actor: 'prov-admin' }),
  );
});

test('a refused try is written to the log too', async () => {
  await (await server.as('patrol')).call('listUsers');
  const { body } = await (await server.as('auditor')).call('listAudit', { query: { limit: 5 } });
  expect((body as { rows: unknown[] }).rows).toContainEqual(
    expect.objectContaining({ action: 'access.refused', actor: 'prov-patrol' }),
  );
});
