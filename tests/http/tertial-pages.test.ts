/** From draft to public page: who may do what, by two persons, after the delay. */
import { existsSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply as WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import type { Role } from '#core/model.ts';
import { type Client, type Reply, startTestServer, type TestServer } from '../support/server.ts';

type Page = WireReply<'getTertialPage'>;

/** The tertial ends on 31 December; its last operational day on 1 January at 06:00. */
const AFTER = Date.parse('2027-01-20T10:00:00Z');
const TOO_EARLY = Date.parse('2027-01-14T10:00:00Z');
const TERTIAL = '2026-T3';

let server: TestServer;
const clients = new Map<Role | null, Client>();
const as = (role: Role | null) => clients.get(role)!;

beforeAll(async () => {
  server = await startTestServer();
  server.setClock(AFTER);
  const roles = [
    'municipal-police',
    'chief',
    'municipality',
    'planner',
    'admin',
    'auditor',
  ] as const;
  for (const role of [...roles, null]) clients.set(role, await server.as(role));
});
afterAll(() => server.stop());

const create = (municipality: string, id = uuid()) =>
  as('municipal-police').call('createTertialPage', {
    body: { id, municipality, tertial: TERTIAL },
  });

const pageOf = (reply: Reply) => reply.body as Page;

async function draft(municipality: string): Promise<Page> {
  const reply = await create(municipality);
  expect(reply.status, reply.text).toBe(201);
  return pageOf(reply);
}

const current = async (page: Page, role: Role = 'chief') =>
  pageOf(await as(role).call('getTertialPage', { params: { id: page.id } }));

const TEXTS = { intro: 'Så gick det.', correction: '', byPromise: {}, opened: [] };

async function act(role: Role, name: RouteName, page: Page, body?: unknown): Promise<Reply> {
  const { revision } = await current(page);
  return as(role).call(name, { params: { id: page.id }, ifMatch: revision, body });
}

const write = (page: Page, more: object = {}) =>
  act('municipal-police', 'writeTertialTexts', page, { ...TEXTS, ...more });
const sign = (role: Role, page: Page) => act(role, 'signTertialPage', page);
const publish = (page: Page, role: Role = 'chief') => act(role, 'publishTertialPage', page);
const codeOf = (reply: Reply) =>
  (reply.body as { errors: { code?: string; field: string }[] }).errors[0]?.code;
const fieldOf = (reply: Reply) => (reply.body as { errors: { field: string }[] }).errors[0]?.field;

async function signedDraft(municipality: string): Promise<Page> {
  const page = await draft(municipality);
  await write(page);
  await sign('municipal-police', page);
  expect((await sign('chief', page)).status).toBe(200);
  return page;
}

const read = (address: string) => fetch(`${server.url}${address}`, { redirect: 'manual' });

describe('a draft', () => {
  it('is made by kommunpolis, and asking twice makes one', async () => {
    const id = uuid();
    expect((await create('0483', id)).status).toBe(201);
    expect((await create('0483', id)).status).toBe(200);
    expect((await create('0483')).status).toBe(409);
    const reply = await as('municipal-police').call('discardTertialPage', {
      params: { id },
      ifMatch: 1,
    });
    expect(reply.status).toBe(204);
  });

  it('is refused for a municipality that is not there, and for a tertial to come', async () => {
    expect(fieldOf(await create('9999'))).toBe('/municipality');
    const body = { id: uuid(), municipality: '0482', tertial: '2027-T2' };
    const reply = await as('municipal-police').call('createTertialPage', { body });
    expect(fieldOf(reply)).toBe('/tertial');
  });

  it('names each place with its figures, in a page without script', async () => {
    const page = await draft('0483');
    const { text, headers } = await as('chief').call('getTertialPageHtml', {
      params: { id: page.id },
    });
    expect(text).toContain('Utkast – inte publicerat');
    expect(text).not.toMatch(/<script|javascript:|https?:\/\//);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*frame-ancestors 'self'/,
    );
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('refuses a text with a time of day, and names the field', async () => {
    const page = await draft('0483');
    const reply = await write(page, { intro: 'Vi kom 22:10.' });
    expect([reply.status, fieldOf(reply)]).toEqual([422, '/intro']);
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('asks before it takes what looks like data on a person', async () => {
    const page = await draft('0483');
    const said = { intro: 'Bil ABC 123 stod där.' };
    expect((await write(page, said)).status).toBe(422);
    expect((await write(page, { ...said, confirmed: true })).status).toBe(200);
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('tells two who change it at once apart', async () => {
    const page = await draft('0483');
    await write(page);
    const late = await as('municipal-police').call('writeTertialTexts', {
      params: { id: page.id },
      ifMatch: page.revision,
      body: TEXTS,
    });
    expect(late.status).toBe(412);
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('is for the municipality to read once kommunpolis has signed, if it is its own', async () => {
    const page = await draft('0482');
    const readers = async () =>
      (await as('municipality').call('getTertialPage', { params: { id: page.id } })).status;
    expect(await readers()).toBe(404);
    await write(page);
    await sign('municipal-police', page);
    expect(await readers()).toBe(200);
    const foreign = await draft('0483');
    await write(foreign);
    await sign('municipal-police', foreign);
    const reply = await as('municipality').call('getTertialPageHtml', {
      params: { id: foreign.id },
    });
    expect(reply.status).toBe(404);
    for (const one of [page, foreign]) await act('municipal-police', 'discardTertialPage', one);
  });
});

describe('two signatures', () => {
  it('are given by kommunpolis, then by the chief', async () => {
    const page = await draft('0482');
    expect(codeOf(await sign('municipal-police', page))).toBe('no-text');
    await write(page);
    expect(codeOf(await sign('chief', page))).toBe('police-sign-first');
    expect((await sign('municipal-police', page)).status).toBe(200);
    expect(codeOf(await publish(page))).toBe('not-signed');
    expect((await sign('chief', page)).status).toBe(200);
    expect((await current(page)).signatures.map(({ role }) => role)).toEqual([
      'municipal-police',
      'chief',
    ]);
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('are void after an edit, and after a new count', async () => {
    const page = await signedDraft('0482');
    await write(page, { intro: 'Annan text.' });
    expect((await current(page)).signatures).toEqual([]);
    expect(codeOf(await publish(page))).toBe('not-signed');
    await sign('municipal-police', page);
    await act('municipal-police', 'recountTertialPage', page);
    expect((await current(page)).signatures).toEqual([]);
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('wait until the tertial is over', async () => {
    server.setClock(Date.parse('2026-12-20T10:00:00Z'));
    const page = await draft('0482');
    await write(page);
    expect(codeOf(await sign('municipal-police', page))).toBe('tertial-goes-on');
    server.setClock(AFTER);
    expect(codeOf(await sign('municipal-police', page))).toBe('figures-not-whole');
    await act('municipal-police', 'discardTertialPage', page);
  });
});

describe('a publication', () => {
  it('waits until the last night is 14 days old, and says from when', async () => {
    const page = await signedDraft('0482');
    server.setClock(TOO_EARLY);
    expect(codeOf(await publish(page))).toBe('too-early');
    expect((await current(page)).publishableFrom).toBe('2027-01-15');
    server.setClock(AFTER);
    await act('municipal-police', 'discardTertialPage', page);
  });

  it('is read by everybody, and cannot be changed', async () => {
    const page = await signedDraft('0482');
    expect((await read('/publicerat/flen/2026-t3/')).status).toBe(404);
    const done = await publish(page);
    expect([done.status, pageOf(done).address]).toEqual([
      200,
      '/publicerat/flen/2026-t3-version-1/',
    ]);
    const reply = await read('/publicerat/flen/2026-t3/');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(reply.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(await reply.text()).toContain('Så gick det september–december 2026');
    expect(codeOf(await write(page))).toBe('is-published');
    expect((await publish(page)).status).toBe(200);
  });

  it('has its tables beside it, and stands in the lists', async () => {
    const folder = '/publicerat/flen/2026-t3/';
    const csv = await read(`${folder}loften.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toContain('Nr;Löfte;Vem;');
    const map = await read(`${folder}platser.geojson`);
    expect(map.headers.get('content-type')).toMatch(/^application\/geo\+json/);
    expect(((await map.json()) as { features: unknown[] }).features.length).toBeGreaterThan(0);
    for (const list of ['/publicerat/', '/publicerat/flen/']) {
      expect(await (await read(list)).text()).toContain('2026-t3/');
    }
    expect((await read('/publicerat/tillganglighet/')).status).toBe(200);
  });

  it('is corrected by a new version with a reason and the differences; the old one stays', async () => {
    const page = await draft('0482');
    expect(page.version).toBe(2);
    expect(fieldOf(await write(page))).toBe('/correction');
    await write(page, { correction: 'Två besök skrevs in sent.' });
    await sign('municipal-police', page);
    await sign('chief', page);
    await publish(page);
    const newest = await (await read('/publicerat/flen/2026-t3/')).text();
    expect(newest).toContain('Två besök skrevs in sent.');
    expect(newest).toContain('Ändrat sedan version 1');
    const old = await (await read('/publicerat/flen/2026-t3-version-1/')).text();
    expect(old).not.toContain('Ändrat sedan');
  });

  it('leaves a row in the log for each step', async () => {
    const { body } = await as('auditor').call('listAudit', { query: { limit: 200 } });
    const actions = (body as { rows: { action: string }[] }).rows.map(({ action }) => action);
    for (const step of ['create', 'write', 'count', 'sign', 'publish', 'discard']) {
      expect(actions).toContain(`publication.${step}`);
    }
  });
});

/** The job writes at the start; the lists come last. */
const WRITTEN = { timeout: 15_000 };

/** A request whose address nobody has tidied up. */
function asTyped(path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path }, (response) => {
      let text = '';
      response.setEncoding('latin1');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.once('error', reject).end();
  });
}

describe('the public folder', () => {
  it.each([
    '/publicerat/..%2ffotspar.sqlite',
    '/publicerat/../fotspar.sqlite',
    '/publicerat/%2e%2e/fotspar.sqlite',
    '/publicerat/flen/..%5c..%5cfotspar.sqlite',
    '/publicerat/flen/2026-t3/%00',
    '/publicerat//etc/passwd',
    '/publicerat/.nytt-1/index.html',
  ])('gives nothing else away: %s', async (address) => {
    const { status, text } = await asTyped(address);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('SQLite');
  });

  it('answers an address where nothing is with a page', async () => {
    const reply = await read('/publicerat/flen/2031-t1/');
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('Här är inget publicerat');
  });

  it('is made again from the database, to the byte', async () => {
    const files = ['index.html', 'loften.csv', 'platser.csv', 'platser.geojson'];
    const folders = ['2026-t3', '2026-t3-version-1', '2026-t3-version-2'];
    const addresses = [
      '/publicerat/',
      '/publicerat/flen/',
      ...folders.flatMap((folder) => files.map((file) => `/publicerat/flen/${folder}/${file}`)),
    ];
    const all = () => Promise.all(addresses.map(async (it) => (await read(it)).text()));
    const before = await all();
    await server.halt();
    rmSync(server.services.config.publicDir, { recursive: true });
    await server.resume();
    const { publicDir } = server.services.config;
    await expect.poll(() => existsSync(join(publicDir, 'flen', 'index.html')), WRITTEN).toBe(true);
    expect(await all()).toEqual(before);
  });
});

describe('one person who has changed role', () => {
  it('is one person: the account that signed as kommunpolis cannot sign as chief', async () => {
    const page = await draft('0483');
    await write(page);
    await sign('municipal-police', page);
    const { users } = (await as('admin').call('listUsers')).body as {
      users: { id: string; revision: number; role: Role }[];
    };
    const move = async (from: Role, to: Role) => {
      const user = users.find(({ role }) => role === from)!;
      const sent = { params: { id: user.id }, ifMatch: user.revision, body: { role: to } };
      expect((await as('admin').call('updateUser', sent)).status).toBe(200);
    };
    const { revision } = await current(page);
    await move('chief', 'patrol');
    await move('municipal-police', 'chief');
    const moved = await server.as('chief');
    const sent = { params: { id: page.id }, ifMatch: revision };
    expect(codeOf(await moved.call('signTertialPage', sent))).toBe('same-person');
  });
});
