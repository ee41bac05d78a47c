import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-27T22:00:00Z');
const iso = (minutesAgo: number) => new Date(NOW - minutesAgo * 60_000).toISOString();

let server: TestServer;
let officer: Client;
let place = '';
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  officer = await server.as('patrol');
  place = (await hotSpots(server.services.db.reader))[0]?.id ?? '';
});
afterAll(() => server.stop());

const visit = (more: object = {}) => ({
  id: uuid(),
  hotSpotId: place,
  patrolId: null,
  startedAt: iso(30),
  endedAt: iso(15),
  ...more,
});
const log = (body: object) => officer.call('createVisit', { body });

interface VisitBody {
  readonly id: string;
  readonly versionNumber: number;
  readonly endedAt: string | null;
  readonly note: string;
}

test('a visit is logged, and sent again it is the same visit', async () => {
  const body = visit();
  expect((await log(body)).status).toBe(201);
  const again = await log(body);
  expect(again.status).toBe(200);
  expect((again.body as VisitBody).id).toBe(body.id);
});

test('another visit under the same id is refused and changes nothing', async () => {
  const body = visit();
  await log(body);
  const other = await log({ ...body, startedAt: iso(40) });
  expect(other.status).toBe(409);
  expect(other.body).toMatchObject({ code: 'id-reused' });
});

test.each([
  [
    'in the future',
    { startedAt: new Date(NOW + 3_600_000).toISOString(), endedAt: null },
    '/startedAt',
  ],
  ['that ends before it starts', { startedAt: iso(10), endedAt: iso(20) }, '/endedAt'],
  [
    'that goes on since the day before yesterday',
    { startedAt: iso(60 * 40), endedAt: null },
    '/startedAt',
  ],
  ['over a day long', { startedAt: iso(60 * 30), endedAt: iso(1) }, '/endedAt'],
  ['at a place that does not exist', { hotSpotId: uuid() }, '/hotSpotId'],
  ['with a field that nobody knows', { suspect: 'x' }, '/suspect'],
])('a visit %s is refused with the field', async (_what, more, field) => {
  const reply = await log(visit(more));
  expect(reply.status).toBe(422);
  expect((reply.body as { errors: { field: string }[] }).errors[0]?.field).toBe(field);
});

test('a note that looks like a person is refused until the writer says that it is none', async () => {
  const body = visit({ note: 'Bil ABC 123 vid gången' });
  const refused = await log(body);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'personal-data-in-note' });
  expect((await log({ ...body, noteConfirmed: true })).status).toBe(201);
});

test('an open visit ends, is counted and is undone, version by version', async () => {
  const { id } = visit();
  await log(visit({ id, endedAt: null }));
  const change = (body: object) =>
    officer.call('changeVisit', { params: { id }, body: { id: uuid(), ...body } });
  const ended = await change({ basedOn: 1, kind: 'end', endedAt: iso(12) });
  expect(ended.body).toMatchObject({ versionNumber: 2, endedAt: iso(12) });
  const outcome = { contacts: 3, actions: 0, observations: 1, interventions: 0 };
  expect((await change({ basedOn: 2, kind: 'tally', outcome })).body).toMatchObject({ outcome });
  expect((await change({ basedOn: 3, kind: 'reopen' })).body).toMatchObject({ endedAt: null });
  const { body } = await officer.call('getVisitHistory', { params: { id } });
  expect((body as { versions: { kind: string }[] }).versions.map(({ kind }) => kind)).toEqual([
    'create',
    'end',
    'tally',
    'reopen',
  ]);
});

test('two phones that change the same visit: the second is told and shown the first', async () => {
  const { id } = visit();
  await log(visit({ id }));
  const correct = (endedAt: string) =>
    officer.call('changeVisit', {
      params: { id },
      body: { id: uuid(), basedOn: 1, kind: 'correct', reason: 'fel tid', endedAt },
    });
  expect((await correct(iso(14))).status).toBe(201);
  const second = await correct(iso(13));
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({ code: 'version-conflict', current: { versionNumber: 2 } });
  const { current } = second.body as { current: object };
  expect(current).toMatchObject({ endedAt: iso(14) });
  expect(current).not.toHaveProperty('recordedBy');
});

test('a correction without a reason is refused', async () => {
  const { id } = visit();
  await log(visit({ id }));
  const reply = await officer.call('changeVisit', {
    params: { id },
    body: { id: uuid(), basedOn: 1, kind: 'correct', endedAt: iso(14) },
  });
  expect(reply.status).toBe(422);
});

test('a reason that looks like a person is refused until the writer says that it is none', async () => {
  const { id } = visit();
  await log(visit({ id }));
  const withdraw = (more: object) =>
    officer.call('changeVisit', {
      params: { id },
      body: { id: uuid(), basedOn: 1, kind: 'void', reason: 'gällde ABC 123', ...more },
    });
  const refused = await withdraw({});
  expect(refused.body).toMatchObject({
    code: 'personal-data-in-note',
    errors: [{ field: '/reason' }],
  });
  expect((await withdraw({ noteConfirmed: true })).status).toBe(201);
});

test('an end is not undone while the patrol has gone on to another visit', async () => {
  const lead = await server.as('planner');
  const patrolId = uuid();
  const base = { name: 'Stationen', lonLat: [16.58, 59.05] };
  const times = { startsAt: iso(120), endsAt: iso(-120) };
  const patrols = [{ id: patrolId, callSign: '31-1410', base, ...times }];
  const shift = { id: uuid(), municipality: '0482', ...times, patrols };
  expect((await lead.call('createShift', { body: shift })).status).toBe(201);
  const first = visit({ patrolId, endedAt: null });
  await log(first);
  const change = (body: object) =>
    officer.call('changeVisit', { params: { id: first.id }, body: { id: uuid(), ...body } });
  await change({ basedOn: 1, kind: 'end', endedAt: iso(12) });
  expect((await log(visit({ patrolId, startedAt: iso(5), endedAt: null }))).status).toBe(201);
  const undone = await change({ basedOn: 2, kind: 'reopen' });
  expect(undone.status).toBe(409);
  expect(undone.body).toMatchObject({ code: 'visit-open', current: { startedAt: iso(5) } });
  expect((undone.body as { current: object }).current).not.toHaveProperty('recordedBy');
});

test('a voided visit stays in the list, marked, and its history stays whole', async () => {
  const { id } = visit();
  await log(visit({ id }));
  await officer.call('changeVisit', {
    params: { id },
    body: { id: uuid(), basedOn: 1, kind: 'void', reason: 'dubbel' },
  });
  const { body } = await officer.call('listVisits', {
    query: { from: '2026-11-27', to: '2026-11-27' },
  });
  expect(
    (body as { visits: { id: string; voided: boolean }[] }).visits.find((one) => one.id === id)
      ?.voided,
  ).toBe(true);
});

test('pages of visits hold every visit once', async () => {
  const all = new Set<string>();
  let after: string | null = '';
  let rows = 0;
  while (after !== null) {
    const { body } = await officer.call('listVisits', {
      query: { from: '2026-11-20', to: '2026-11-28', limit: 3, ...(after && { after }) },
    });
    const page = body as { visits: { id: string }[]; next: string | null };
    for (const { id } of page.visits) all.add(id);
    rows += page.visits.length;
    after = page.next;
  }
  expect(all.size).toBe(rows);
  expect(rows).toBeGreaterThan(5);
});

test('JSON that cannot be read, and a body of two megabytes, get a clear answer', async () => {
  const send = (body: string) =>
    fetch(`${server.url}/api/v1/visits`, {
      method: 'POST',
      headers: { cookie: officer.cookie, 'content-type': 'application/json' },
      body,
    });
  const broken = await send('{"id":');
  expect(broken.status).toBe(400);
  expect(broken.headers.get('content-type')).toContain('application/problem+json');
  expect((await send(`"${'x'.repeat(2_000_000)}"`)).status).toBe(413);
});
