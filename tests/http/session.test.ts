import { afterAll, beforeAll, expect, test } from 'vitest';
import { trialSignInToken } from '../../server/set-up/accounts.ts';
import { userByUsername } from '../../server/store/people.ts';
import { signIn } from '../../server/usecases/people/sign-in.ts';
import { client, startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const linkFor = (role: 'chief' | 'patrol' | 'admin') =>
  server.services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, role, server.clock()));

test('a sign-in link works once', async () => {
  const token = await linkFor('chief');
  const nobody = client(server.url, '');
  expect((await nobody.call('redeemSignInLink', { body: { token } })).status).toBe(200);
  const again = await nobody.call('redeemSignInLink', { body: { token } });
  expect(again.status).toBe(401);
  expect(again.body).toMatchObject({ code: 'link-not-valid' });
});

test('a sign-in link is dead after an hour', async () => {
  const token = await linkFor('chief');
  server.setClock(Date.now() + 61 * 60_000);
  const reply = await client(server.url, '').call('redeemSignInLink', { body: { token } });
  server.setClock(Date.now());
  expect(reply.status).toBe(401);
});

test('the session cookie is out of reach of scripts and other sites', async () => {
  const token = await linkFor('patrol');
  const reply = await client(server.url, '').call('redeemSignInLink', { body: { token } });
  expect(reply.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
});

test('a session ends after four hours without a request', async () => {
  const chief = await server.as('chief');
  server.setClock(Date.now() + 239 * 60_000);
  expect((await chief.call('getSession')).status).toBe(200);
  server.setClock(Date.now() + 8.5 * 3_600_000);
  expect((await chief.call('getSession')).status).toBe(401);
  server.setClock(Date.now());
});

test('signing out ends the session on the server', async () => {
  const chief = await server.as('chief');
  expect((await chief.call('signOut')).status).toBe(204);
  expect((await chief.call('getSession')).status).toBe(401);
});

const ADMIN = { FOTSPAR_ADMIN_PASSWORD: 'correct horse battery' };
const asAdmin = async (at: TestServer, cookie = '', password = ADMIN.FOTSPAR_ADMIN_PASSWORD) => {
  const reply = await client(at.url, cookie).call('signIn', {
    body: { username: 'admin', password },
  });
  return client(at.url, reply.headers.get('set-cookie')?.split(';')[0] ?? '');
};

test('a new password signs every other session of the account out', async () => {
  const guarded = await startTestServer(ADMIN);
  const [mine, theirs] = [await asAdmin(guarded), await asAdmin(guarded)];
  const body = {
    currentPassword: ADMIN.FOTSPAR_ADMIN_PASSWORD,
    newPassword: 'another horse battery',
  };
  expect((await mine.call('changePassword', { body })).status).toBe(204);
  expect((await mine.call('getSession')).status).toBe(200);
  expect((await theirs.call('getSession')).status).toBe(401);
  await guarded.stop();
});

test('signing in ends the session that the browser had, and never takes a token from it', async () => {
  const guarded = await startTestServer(ADMIN);
  const before = await asAdmin(guarded);
  const after = await asAdmin(guarded, before.cookie);
  expect(after.cookie).not.toBe(before.cookie);
  expect((await before.call('getSession')).status).toBe(401);
  await guarded.stop();
});

test('an account that is shut while its password is checked is not signed in', async () => {
  const { reader, writer } = server.services.db;
  const chief = await userByUsername(reader, 'prov-chief');
  const checked = { ...chief, revision: 0 } as NonNullable<typeof chief>;
  const signingIn = writer.transaction().execute((tx) => signIn(tx, checked, server.clock()));
  await expect(signingIn).rejects.toMatchObject({ code: 'wrong-credentials' });
});

test('addresses that a caller makes up do not get round the limit', async () => {
  const limited = await startTestServer();
  const body = (n: number) => ({ username: `guess-${n}`, password: 'x' });
  const guess = (n: number) =>
    client(limited.url, '').call('signIn', {
      body: body(n),
      headers: { 'x-forwarded-for': `10.0.0.${n}` },
    });
  for (let n = 0; n < 50; n += 1) await guess(n);
  expect((await guess(50)).status).toBe(429);
  await limited.stop();
});

test("behind the operator's proxy each caller has a limit of his own", async () => {
  const proxied = await startTestServer({ FOTSPAR_PUBLIC_URL: 'https://fotspar.example' });
  const base = `http://127.0.0.1:${proxied.port}`;
  const guess = (n: number, from: string) =>
    client(base, '').call('signIn', {
      body: { username: `guess-${n}`, password: 'x' },
      headers: { 'x-forwarded-for': from },
    });
  for (let n = 0; n < 50; n += 1) await guess(n, '10.0.0.1');
  expect((await guess(50, '10.0.0.1')).status).toBe(429);
  expect((await guess(51, '10.0.0.2')).status).toBe(401);
  await proxied.stop();
});

test("a write from another site's page is stopped", async () => {
  const patrol = await server.as('patrol');
  const reply = await patrol.call('signOut', { headers: { origin: 'https://evil.example' } });
  expect(reply.status).toBe(403);
  expect(reply.body).toMatchObject({ code: 'foreign-origin' });
});

test('a wrong password and an unknown name get the same answer', async () => {
  const nobody = client(server.url, '');
  const wrong = await nobody.call('signIn', { body: { username: 'prov-chief', password: 'x' } });
  const unknown = await nobody.call('signIn', { body: { username: 'nobody', password: 'x' } });
  expect(wrong.status).toBe(401);
  expect(wrong.body).toEqual(unknown.body);
});

test('after ten wrong passwords an account has to wait', async () => {
  const nobody = client(server.url, '');
  const body = { username: 'victim', password: 'guess' };
  for (let n = 0; n < 10; n += 1) await nobody.call('signIn', { body });
  const reply = await nobody.call('signIn', { body });
  expect(reply.status).toBe(429);
  expect(reply.body).toMatchObject({ code: 'too-many-tries' });
});

test('an admin sees how many trial accounts are left, nobody else does', async () => {
  const admin = await (await server.as('admin')).call('getSession');
  const chief = await (await server.as('chief')).call('getSession');
  expect(admin.body).toMatchObject({ trialAccounts: 7 });
  expect(chief.body).toMatchObject({ trialAccounts: 0 });
});

test('with an admin password from the environment only that admin exists', async () => {
  const guarded = await startTestServer({ FOTSPAR_ADMIN_PASSWORD: 'correct horse battery' });
  const body = { username: 'admin', password: 'correct horse battery' };
  const reply = await client(guarded.url, '').call('signIn', { body });
  expect(reply.status).toBe(200);
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  const users = await client(guarded.url, cookie).call('listUsers');
  expect(users.body).toMatchObject({ users: [{ username: 'admin' }] });
  expect((users.body as { users: unknown[] }).users).toHaveLength(1);
  await guarded.stop();
});
