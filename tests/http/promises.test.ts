/** The promise ledger over HTTP: who may do what, versions, figures, and the lines that the chief reads. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { Role } from '#core/model.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { katrineholm } from '../support/other-municipality.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { activityBody, promiseBody } from '../support/valid-promise-calls.ts';

type Ledger = WireReply<'getLedger'>;
type Detail = WireReply<'getPromise'>;

const HOUR = 3_600_000;
const at = (date: string) => startOfOperationalDate(SWEDISH_RULES, date) + 6 * HOUR;
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

let server: TestServer;
let hotSpotId = '';
const clients = new Map<Role, Client>();
const as = (role: Role): Client => {
  const client = clients.get(role);
  if (!client) throw new Error(`nobody is signed in as ${role}`);
  return client;
};

/** Sets the clock and signs everybody in: sessions do not last from June to November. */
async function goTo(date: string): Promise<void> {
  server.setClock(at(date));
  for (const role of ['chief', 'municipal-police', 'planner', 'municipality', 'patrol'] as const)
    clients.set(role, await server.as(role));
}

beforeAll(async () => {
  server = await startTestServer();
  await goTo('2026-06-30');
  hotSpotId = (await hotSpots(server.services.db.reader))[0]?.id ?? '';
});
afterAll(() => server.stop());

let number = 0;
async function promised(change: object = {}): Promise<string> {
  const body = promiseBody({ number: (number += 1), ...change });
  const reply = await as('chief').call('createPromise', { body });
  expect(reply.status, reply.text).toBe(201);
  return body.id;
}

async function lineOf(id: string, query: object = YEAR) {
  const reply = await as('chief').call('getLedger', { query: { ...query } });
  return (reply.body as Ledger).lines.find((line) => line.id === id);
}

const change = (id: string, body: object, role: Role = 'chief') =>
  as(role).call('changePromise', { params: { id }, body: { id: uuid(), basedOn: 1, ...body } });

const edited = (more: object) => {
  const { id: _id, ...terms } = promiseBody(more);
  return { change: 'edit', reason: 'Nytt beslut', ...terms };
};

describe('entering a promise', () => {
  it.each(['planner', 'municipality', 'patrol'] as const)('is not for %s', async (role) => {
    const reply = await as(role).call('createPromise', { body: promiseBody({ number: 90 }) });
    expect(reply.status).toBe(403);
  });

  it('is for kommunpolis and for the chief, and twice the same is one', async () => {
    const body = promiseBody({ number: (number += 1) });
    const send = () => as('municipal-police').call('createPromise', { body });
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(200);
    const other = { ...body, target: 3 };
    expect((await as('chief').call('createPromise', { body: other })).status).toBe(409);
  });

  it.each([
    ['an end before its beginning', { to: '2025-12-31' }, '/to'],
    ['more than five years', { to: '2033-12-31' }, '/to'],
    ['an evening target of doses', { eveningTarget: 1 }, '/eveningTarget'],
    [
      'more walks in the evening than walks',
      { source: 'walks', target: 2, eveningTarget: 3 },
      '/eveningTarget',
    ],
    ['a municipality that is not here', { municipality: '9999' }, '/municipality'],
    ['a hot spot of nowhere', { narrowing: { hotSpotIds: [uuid()] } }, '/narrowing/hotSpotIds/0'],
    ['a person in the sentence', { sentence: 'Ring 070-123 45 67.' }, '/sentence'],
    ['no sentence', { sentence: ' ' }, '/sentence'],
    ['a negative target', { target: -1 }, '/target'],
  ])('with %s is refused, with the field', async (_what, more, field) => {
    const body = promiseBody({ number: 91, ...more });
    const reply = await as('chief').call('createPromise', { body });
    expect(reply.status, reply.text).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field }] });
  });

  it('under a number that another promise has in those days is refused', async () => {
    await promised({ number: 50 });
    const again = promiseBody({ number: 50, from: '2026-12-31', to: '2027-12-31' });
    const reply = await as('chief').call('createPromise', { body: again });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ errors: [{ field: '/number' }] });
    const nextYear = promiseBody({ number: 50, from: '2027-01-01', to: '2027-12-31' });
    expect((await as('chief').call('createPromise', { body: nextYear })).status).toBe(201);
  });
});

describe('changing it', () => {
  it('makes a version: what was promised in September does not change in November', async () => {
    const id = await promised({ source: 'hand' });
    await goTo('2026-11-10');
    const reply = await change(id, edited({ number, source: 'hand', target: 200 }));
    expect(reply.status, reply.text).toBe(201);
    const { versions } = reply.body as Detail;
    expect(versions.map(({ target, reason }) => [target, reason])).toEqual([
      [240, ''],
      [200, 'Nytt beslut'],
    ]);
    const inSeptember = await lineOf(id, { from: '2026-05-01', to: '2026-09-30' });
    expect(inSeptember?.parts[0]?.target).toBe(240);
    expect((await lineOf(id))?.parts[0]?.target).toBe(200);
    await goTo('2026-06-30');
  });

  it('based on an older version is refused, and sent twice is one', async () => {
    const id = await promised();
    const body = { id: uuid(), basedOn: 1, ...edited({ number, target: 100 }) };
    const send = () => as('chief').call('changePromise', { params: { id }, body });
    expect((await send()).status).toBe(201);
    expect(((await send()).body as Detail).versions).toHaveLength(2);
    expect((await change(id, edited({ number, target: 90 }))).status).toBe(412);
  });

  it('needs a reason, and refuses one about a person', async () => {
    const id = await promised();
    const without = await change(id, { ...edited({ number }), reason: '' });
    expect(without.body).toMatchObject({ errors: [{ field: '/reason' }] });
    const personal = await change(id, { ...edited({ number }), reason: 'Se 19800101-1234' });
    expect(personal.body).toMatchObject({ code: 'personal-data-in-note' });
  });

  it('withdrawn, it is no longer a line but can be told, and restored', async () => {
    const id = await promised({ source: 'hand' });
    await change(id, { change: 'withdraw', reason: 'Ersatt av löfte 9' });
    expect(await lineOf(id)).toBeUndefined();
    const ledger = (await as('chief').call('getLedger', { query: YEAR })).body as Ledger;
    expect(ledger.withdrawn).toContainEqual(
      expect.objectContaining({ id, reason: 'Ersatt av löfte 9' }),
    );
    expect((await change(id, { basedOn: 2, ...edited({ number }) })).status).toBe(409);
    expect((await change(id, { basedOn: 2, change: 'restore' })).status).toBe(201);
    expect(await lineOf(id)).toBeDefined();
  });

  it('of nothing is not found', async () => {
    expect((await change(uuid(), { change: 'restore' })).status).toBe(404);
  });
});

async function logDose(startedAt: number) {
  const visit = { id: uuid(), hotSpotId, patrolId: null, startedAt: iso(startedAt) };
  const body = { ...visit, endedAt: iso(startedAt + HOUR / 4), late: true, officers: 2 };
  const reply = await as('patrol').call('createVisit', { body });
  expect(reply.status, reply.text).toBe(201);
}
const iso = (at: number) => new Date(at).toISOString();

describe('counted from doses', () => {
  it('it says how many, and the day on which it was kept', async () => {
    for (const day of ['2026-06-27', '2026-06-28', '2026-06-29']) await logDose(at(day));
    const ten = await lineOf(await promised({ target: 4, narrowing: { hotSpotIds: [hotSpotId] } }));
    expect(ten?.parts).toEqual([{ kind: 'whole', soFar: 3, target: 4 }]);
    // 3 in 181 days: the fourth on day 242.
    expect(ten?.forecast).toEqual({ kind: 'will-be-kept', on: '2026-08-30' });
    const two = await lineOf(await promised({ target: 2, narrowing: { hotSpotIds: [hotSpotId] } }));
    expect(two?.forecast).toEqual({ kind: 'kept', on: '2026-06-28' });
  });

  it('it counts the hot spots that have one of its tags, and no others', async () => {
    const ofTag = async (tag: string) =>
      (await lineOf(await promised({ narrowing: { tags: [tag] } })))?.parts[0]?.soFar;
    const places = await hotSpots(server.services.db.reader);
    const [own] = places.find(({ id }) => id === hotSpotId)?.tags ?? [];
    expect(await ofTag(own ?? '')).toBe(3);
    expect(await ofTag('ingenstans')).toBe(0);
  });

  it('the municipality sees months, and neither places nor hours', async () => {
    const id = await promised({ narrowing: { hotSpotIds: [hotSpotId] } });
    const reply = await as('municipality').call('getPromise', { params: { id } });
    const { places, versions, months } = reply.body as Detail;
    expect(months.at(-1)).toEqual({ month: '2026-06', amount: 3 });
    expect(places).toEqual([]);
    expect(versions[0]?.narrowing.hotSpotIds).toEqual([]);
  });
});

describe('counted from activities', () => {
  it('as many as are not struck, of the kinds that count, in hours where it says so', async () => {
    const own = { source: 'activities', from: '2026-04-01', to: '2026-04-30' };
    const many = await promised({ ...own, narrowing: { kinds: ['safe-adult'] } });
    const hours = await promised({ ...own, narrowing: { unit: 'adult-hours' } });
    const enter = (more: object) =>
      as('municipality').call('createActivity', {
        body: activityBody({ date: '2026-04-10', ...more }),
      });
    await enter({});
    await enter({ kind: 'presence', start: '15:00', end: '15:20', adults: 1 });
    await enter({ date: '2026-05-01' });
    expect((await lineOf(many))?.parts[0]?.soFar).toBe(1);
    expect((await lineOf(hours))?.parts[0]?.soFar).toBeCloseTo(4 * 3.5 + 1 / 3, 10);
  });
});

describe('counted by hand', () => {
  const add = (id: string, more: object = {}, role: Role = 'chief') =>
    as(role).call('addPromiseFigure', {
      params: { id },
      body: { id: uuid(), date: '2026-03-31', value: 2, source: 'Ledningsgruppen', ...more },
    });

  it('figures add up, and a struck one counts no more until it is restored', async () => {
    const id = await promised({ source: 'hand', target: 5 });
    await add(id);
    const second = (await add(id, { value: 3, date: '2026-04-30' })).body as { id: string };
    expect((await lineOf(id))?.forecast).toEqual({ kind: 'kept', on: '2026-04-30' });
    const of = { params: { id: second.id } };
    await as('chief').call('strikePromiseFigure', { ...of, body: { reason: 'Fel månad' } });
    expect((await lineOf(id))?.parts[0]?.soFar).toBe(2);
    const { figures } = (await as('chief').call('getPromise', { params: { id } })).body as Detail;
    expect(figures.map(({ strike }) => strike?.reason ?? null)).toEqual([null, 'Fel månad']);
    await as('chief').call('restorePromiseFigure', of);
    expect((await lineOf(id))?.parts[0]?.soFar).toBe(5);
  });

  it('the municipality enters those of its own promises, not of the police’s', async () => {
    const own = await promised({ source: 'hand', owner: 'municipality' });
    const police = await promised({ source: 'hand', owner: 'police' });
    expect((await add(own, {}, 'municipality')).status).toBe(201);
    expect((await add(police, {}, 'municipality')).status).toBe(403);
  });

  it.each([
    ['outside the promise', { date: '2025-12-31' }, '/date'],
    ['a day to come', { date: '2026-07-01' }, '/date'],
    ['a source that names a person', { source: 'Ring 070-123 45 67' }, '/source'],
  ])('%s is refused', async (_what, more, field) => {
    const reply = await add(await promised({ source: 'hand' }), more);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field }] });
  });

  it('none where the promise is counted from the log', async () => {
    expect((await add(await promised())).status).toBe(409);
  });
});

describe('taken away as a table', () => {
  it('it is a line a promise, with its period, whose it is and the definitions above it', async () => {
    const months = { from: '2026-04-01', to: '2026-05-31' };
    await promised({
      ...months,
      sentence: '=Vi lovar; mycket',
      source: 'hand',
      owner: 'both',
      measure: 'insatser',
      target: 2.5,
    });
    const query = { ...months, municipality: '0482' };
    const reply = await as('municipality').call('exportLedgerCsv', { query });
    expect(reply.headers.get('content-disposition')).toContain('loften-2026-04-01--2026-05-31.csv');
    const lines = reply.text.trim().split('\r\n');
    expect(lines.slice(0, 4)).toEqual([
      'Löften',
      'Period (operativa dygn);2026-04-01;2026-05-31',
      'Räknat till;2026-06-01 06:00',
      'Kommun;Flen',
    ]);
    expect(reply.text).toMatch(/Definitioner, version;.+\r\nFramställd;2026-06-30 12:00/);
    const table = lines.slice(lines.findIndex((line) => line.startsWith('Nr;')));
    expect(table[0]).toBe(
      'Nr;Löfte;Vem;Mått;Från;Till och med;Mål;Utfall;Mål, kväll;Utfall, kväll;Läge;Målet nås;Utfall sista dagen i samma takt;Källa;Kommunkod',
    );
    const own = table.find((line) => line.includes('Vi lovar'));
    expect(own).toBe(
      `${number};"'=Vi lovar; mycket";Polisen och kommunen;insatser;2026-04-01;2026-05-31;2,5;0;;;inte hållet;;;för hand;0482`,
    );
  });

  it('it holds the lines of the ledger, and of the own municipality alone', async () => {
    const ledger = (await as('chief').call('getLedger', { query: YEAR })).body as Ledger;
    const table = (await as('chief').call('exportLedgerCsv', { query: YEAR })).text;
    const rows = table.slice(table.indexOf('Nr;')).trim().split('\r\n').slice(1);
    expect(rows.map((row) => Number(row.split(';')[0]))).toEqual(
      ledger.lines.map((line) => line.number),
    );
    const other = await (await katrineholm(server)).call('exportLedgerCsv', { query: YEAR });
    expect(other.text.trim().split('\r\n').at(-1)).toMatch(/^Nr;/);
  });
});

describe('the year after', () => {
  it('a promise that fell short was not kept, and one with nothing done was not either', async () => {
    const some = await promised({ source: 'hand', target: 5 });
    const nothing = await promised({ source: 'hand', target: 5 });
    const body = { id: uuid(), date: '2026-03-31', value: 4, source: 'Ledningsgruppen' };
    await as('chief').call('addPromiseFigure', { params: { id: some }, body });
    await goTo('2027-01-10');
    for (const id of [some, nothing])
      expect((await lineOf(id))?.forecast).toEqual({ kind: 'not-kept' });
    await goTo('2026-06-30');
  });
});

describe('another municipality', () => {
  it('neither sees the promise nor gets it by asking for it', async () => {
    const id = await promised();
    const other = await katrineholm(server);
    expect((await other.call('getPromise', { params: { id } })).status).toBe(403);
    const reply = await other.call('getLedger', { query: { ...YEAR, municipality: '0482' } });
    expect((reply.body as Ledger).lines).toEqual([]);
  });
});

it('each writing leaves a row in the log', async () => {
  const id = await promised({ source: 'hand' });
  await change(id, { change: 'withdraw', reason: 'Ersatt' });
  const { body } = await (await server.as('auditor')).call('listAudit', { query: { limit: 6 } });
  const rows = (body as WireReply<'listAudit'>).rows.map(({ action, entityId }) => [
    action,
    entityId,
  ]);
  expect(rows).toContainEqual(['promise.create', id]);
  expect(rows).toContainEqual(['promise.withdraw', id]);
});
