import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.as('admin');
});
afterAll(() => server.stop());

let count = 0;
const account = (more: object = {}) => ({
  id: uuid(),
  username: `konto-${(count += 1)}`,
  displayName: 'Konto',
  role: 'chief',
  password: 'correct horse battery',
  ...more,
});

test.each([
  ['of a municipality that is not here', { municipality: '9999' }],
  ['for a municipality without saying which', { role: 'municipality' }],
])('an account %s is refused with the field', async (_what, more) => {
  const reply = await admin.call('createUser', { body: account(more) });
  expect(reply.status).toBe(422);
  expect(reply.body).toMatchObject({ errors: [{ field: '/municipality' }] });
});

test('nor can one be changed into such', async () => {
  const body = account();
  await admin.call('createUser', { body });
  for (const change of [{ municipality: '9999' }, { role: 'municipality' }]) {
    const sent = { params: { id: body.id }, body: change, ifMatch: 1 };
    expect((await admin.call('updateUser', sent)).status).toBe(422);
  }
});

test('two admins edit one account: the second sees it as it stands', async () => {
  const body = account();
  await admin.call('createUser', { body });
  const rename = (displayName: string) =>
    admin.call('updateUser', { params: { id: body.id }, body: { displayName }, ifMatch: 1 });
  expect((await rename('Först')).status).toBe(200);
  const second = await rename('Sedan');
  expect(second.status).toBe(412);
  const { current } = second.body as { current: { createdAt: string } };
  expect(current).toMatchObject({ displayName: 'Först', revision: 2 });
  expect(current.createdAt).toMatch(/^\d{4}-\d\d-\d\dT/);
});
