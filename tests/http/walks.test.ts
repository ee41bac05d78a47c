/** Safety walks over HTTP: who plans them, what is raised, what is answered, and what may not be written. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldWalks } from '../../server/store/walks.ts';
import type { Client } from '../support/server.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { addPoint, planWalk, pointBody, readWalk, walkBody } from './walk-steps.ts';

/** A Wednesday, 11:00 in Flen. */
const NOW = Date.parse('2026-11-25T10:00:00Z');

let server: TestServer;
let municipality: Client;
let police: Client;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  municipality = await server.as('municipality');
  police = await server.as('municipal-police');
});
afterAll(() => server.stop());

const problemOf = ({ body }: { body: never }) =>
  body as { code: string; errors: { field: string; messages: { sv: string } }[] };

describe('the municipality plans a walk', () => {
  test('with its three meetings and a route, whose length and time of day follow', async () => {
    const walk = await planWalk(municipality);
    expect(walk).toMatchObject({ date: '2026-12-01', evening: true, state: 'planned' });
    expect(walk.lengthM).toBeGreaterThan(150);
    expect(walk.lengthM).toBeLessThan(250);
  });

  test('once, however often the phone sends it', async () => {
    const body = walkBody();
    expect((await municipality.call('createWalk', { body })).status).toBe(201);
    expect((await municipality.call('createWalk', { body })).status).toBe(200);
    const other = { ...body, title: 'En annan' };
    expect((await municipality.call('createWalk', { body: other })).status).toBe(409);
  });

  test('in its own municipality alone', async () => {
    const reply = await municipality.call('createWalk', {
      body: walkBody({ municipality: '0483' }),
    });
    expect(reply.status).toBe(403);
  });

  test('and is told which meeting stands in the wrong order', async () => {
    const after = { startsAt: '2026-11-30T17:00:00Z', place: 'Biblioteket' };
    const reply = await municipality.call('createWalk', { body: walkBody({ after }) });
    expect(reply.status).toBe(422);
    expect(problemOf(reply).errors[0]?.field).toBe('/after/startsAt');
    expect(problemOf(reply).errors[0]?.messages.sv).toMatch(/efter vandringen/);
  });

  test.each([
    ['has not begun, as held', { state: 'held' }, '/state'],
    ['is to come, with participants', { participants: 12 }, '/participants'],
    [
      'has a route of one spot',
      { route: line([16.588, 59.057], [16.588, 59.057]) },
      '/route/coordinates',
    ],
    [
      'has a route in Norway',
      { route: line([16.588, 59.057], [10.7, 59.9]) },
      '/route/coordinates/1',
    ],
    ['checks a walk that is none', { checksWalkId: uuid() }, '/checksWalkId'],
  ])('a walk that %s is refused', async (_case, change, field) => {
    const reply = await municipality.call('createWalk', { body: walkBody(change) });
    expect(reply.status, reply.text).toBe(422);
    expect(problemOf(reply).errors.map((one) => one.field)).toEqual([field]);
  });

  test('a place with a phone number is asked about, and kept when it is said to be none', async () => {
    const walk = { startsAt: '2026-12-01T18:00:00Z', place: 'Ring 070-123 45 67' };
    const body = walkBody({ walk });
    const asked = await municipality.call('createWalk', { body });
    expect(problemOf(asked)).toMatchObject({ code: 'personal-data-in-note' });
    expect(problemOf(asked).errors[0]?.field).toBe('/walk/place');
    const said = await municipality.call('createWalk', { body: { ...body, noteConfirmed: true } });
    expect(said.status).toBe(201);
  });

  test('two who change a walk at once are told apart', async () => {
    const { id, revision } = await planWalk(municipality);
    const { id: _id, municipality: _code, ...body } = walkBody({ title: 'Sveaparken' });
    const change = { params: { id }, body, ifMatch: revision };
    expect((await municipality.call('updateWalk', change)).status).toBe(200);
    const late = await police.call('updateWalk', change);
    expect(late.status).toBe(412);
    expect((late.body as { current: { title: string } }).current.title).toBe('Sveaparken');
  });
});

const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });

describe('a walk of another municipality', () => {
  test('does not exist for the municipality’s own people, and does for the police', async () => {
    const planned = await planWalk(police, { municipality: '0483' });
    const asked = { params: { id: planned.id } };
    expect((await municipality.call('getWalk', asked)).status).toBe(404);
    expect((await police.call('getWalk', asked)).status).toBe(200);
    const { walks } = (await municipality.call('listWalks')).body as { walks: { id: string }[] };
    expect(walks.map(({ id }) => id)).not.toContain(planned.id);
  });

  test('takes no points from them, and shows none in their export', async () => {
    const planned = await planWalk(police, { municipality: '0483', title: 'Katrineholms torg' });
    const sent = { params: { id: planned.id }, body: pointBody() };
    expect((await municipality.call('addWalkPoint', sent)).status).toBe(404);
    await addPoint(police, planned.id, { text: 'Rutan är krossad' });
    const csv = await municipality.call('exportWalkPointsCsv', { query: { municipality: '0483' } });
    expect(csv.status).toBe(200);
    expect(csv.text).not.toContain('Rutan är krossad');
    const calendar = await municipality.call('exportWalksCalendar');
    expect(calendar.text).not.toContain('Katrineholms torg');
  });
});

describe('points', () => {
  test('are numbered as they are raised, once each', async () => {
    const { id } = await planWalk(municipality);
    const first = await addPoint(municipality, id);
    const again = await municipality.call('addWalkPoint', {
      params: { id },
      body: pointBody({ id: first.id }),
    });
    expect(again.status, again.text).toBe(200);
    const second = await addPoint(police, id);
    expect([first.number, second.number]).toEqual([1, 2]);
    expect((await readWalk(municipality, id)).points).toHaveLength(2);
  });

  test('past their day are late until they are done', async () => {
    const { id } = await planWalk(municipality);
    const point = await addPoint(municipality, id, { dueDate: '2026-11-24' });
    expect(await readWalk(municipality, id)).toMatchObject({ counts: { toDo: 1, overdue: 1 } });
    const { id: _id, ...body } = pointBody({ dueDate: '2026-11-24', status: 'done' });
    const change = { params: { id: point.id }, body, ifMatch: point.revision };
    expect((await municipality.call('updateWalkPoint', change)).status).toBe(200);
    expect(await readWalk(municipality, id)).toMatchObject({
      counts: { toDo: 0, overdue: 0, done: 1 },
    });
  });

  test('that will not be done need a reason', async () => {
    const { id } = await planWalk(municipality);
    const body = pointBody({ status: 'will-not-be-done' });
    const reply = await municipality.call('addWalkPoint', { params: { id }, body });
    expect(reply.status).toBe(422);
    expect(problemOf(reply).errors[0]).toMatchObject({ field: '/statusReason' });
  });

  test('that look like data on a person are asked about', async () => {
    const { id } = await planWalk(municipality);
    const body = pointBody({ text: 'Bil ABC 123 står här varje kväll' });
    const reply = await municipality.call('addWalkPoint', { params: { id }, body });
    expect(problemOf(reply)).toMatchObject({ code: 'personal-data-in-note' });
  });

  test('whose words were said to be none are not asked about again when the point is done', async () => {
    const { id } = await planWalk(municipality);
    const text = 'Skåp 070-123 45 67 står öppet';
    const { id: pointId } = await addPoint(municipality, id, { text, noteConfirmed: true });
    const change = async (said: object, ifMatch: number) => {
      const { id: _id, ...body } = pointBody({ text, ...said });
      return municipality.call('updateWalkPoint', { params: { id: pointId }, body, ifMatch });
    };
    expect((await change({ status: 'done' }, 1)).status).toBe(200);
    const asked = await change({ ownerName: 'Ring 070-765 43 21' }, 2);
    expect(problemOf(asked).errors.map(({ field }) => field)).toEqual(['/ownerName']);
  });

  test('are not raised on a walk that has been cancelled', async () => {
    const { id } = await planWalk(municipality, { state: 'cancelled' });
    const reply = await municipality.call('addWalkPoint', { params: { id }, body: pointBody() });
    expect(reply.status).toBe(409);
  });

  test('keep every answer, and the newest holds', async () => {
    const { id } = await planWalk(municipality);
    const point = await addPoint(municipality, id);
    for (const [answeredOn, text] of [
      ['2026-11-20', 'Beställt'],
      ['2026-11-25', 'Lagat'],
    ]) {
      const body = { id: uuid(), answeredOn, text };
      const reply = await municipality.call('answerWalkPoint', { params: { id: point.id }, body });
      expect(reply.status, reply.text).toBe(201);
    }
    const [read] = (await readWalk(police, id)).points;
    expect(read?.answers.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 Beställt',
      '2 Lagat',
    ]);
    const { text } = await municipality.call('exportWalkPointsCsv');
    expect(text).toContain('Lagat;2026-11-25');
  });

  test('cannot be answered tomorrow', async () => {
    const { id } = await planWalk(municipality);
    const point = await addPoint(municipality, id);
    const body = { id: uuid(), answeredOn: '2026-11-26', text: 'Lagat' };
    const reply = await municipality.call('answerWalkPoint', { params: { id: point.id }, body });
    expect(reply.status).toBe(422);
  });
});

test('a walk that checks an earlier one hangs together with it, seen from both', async () => {
  const earlier = await planWalk(municipality, {
    ...meetings('2026-10-06'),
    state: 'held',
    participants: 14,
  });
  const later = await planWalk(municipality, { checksWalkId: earlier.id });
  for (const id of [earlier.id, later.id]) {
    const { chain } = await readWalk(police, id);
    expect(chain.map((walk) => walk.id)).toEqual([earlier.id, later.id]);
  }
  const backwards = walkBody({ ...meetings('2026-09-01'), checksWalkId: earlier.id });
  expect((await municipality.call('createWalk', { body: backwards })).status).toBe(422);
});

const meetings = (date: string) => ({
  before: null,
  walk: { startsAt: `${date}T16:30:00Z`, place: 'Stationshuset' },
  after: null,
});

test('more than twenty are advised against, and counted all the same', async () => {
  const held = { ...meetings('2026-10-20'), state: 'held', participants: 34 };
  const { id } = await planWalk(municipality, held);
  const { advice } = await readWalk(municipality, id);
  expect(advice).toContainEqual({ kind: 'many-participants', participants: 34 });
});

test('the ledger of promises counts held walks of the period, day and evening', async () => {
  const other = await startTestServer();
  other.setClock(NOW);
  const own = await other.as('municipality');
  await planWalk(own, { ...meetings('2026-05-05'), state: 'held', participants: 9 });
  await planWalk(own, { ...meetings('2026-06-05'), state: 'cancelled' });
  await planWalk(own, {
    before: null,
    walk: { startsAt: '2026-11-19T15:00:00Z', place: 'Sveaparken' },
    after: null,
    state: 'held',
  });
  const period = { municipality: '0482', from: '2026-01-01', to: '2026-12-31' };
  expect(await heldWalks(other.services.db.reader, period)).toEqual([
    { heldOn: '2026-05-05', evening: true },
    { heldOn: '2026-11-19', evening: true },
  ]);
  await other.stop();
});

test('the calendar has the three meetings of a walk, which keep their ids when they move', async () => {
  const { id } = await planWalk(municipality, { title: 'Kalenderprov' });
  const { text, headers } = await municipality.call('exportWalksCalendar');
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const own = text.split('BEGIN:VEVENT').filter((event) => event.includes(id));
  expect(own.map((event) => /UID:(\S+)/.exec(event)?.[1])).toEqual(
    ['before', 'walk', 'after'].map((part) => `${id}-${part}@fotspar`),
  );
  expect(text).toContain('DTSTART:20261201T180000Z');
  expect(text).toContain('SUMMARY:Förmöte: Kalenderprov');
});

test('every write leaves a row in the log', async () => {
  const { id } = await planWalk(municipality);
  await addPoint(municipality, id);
  const auditor = await server.as('auditor');
  const { rows } = (await auditor.call('listAudit', { query: { limit: 20 } })).body as {
    rows: { action: string; entityId: string }[];
  };
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['walk.create', 'walk.point-add']),
  );
});
