/** From a point to a measure: a window of a hot spot, the doses it gets, and who is told what of it. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { addPoint, planWalk, readWalk } from './walk-steps.ts';

/** A Wednesday, 11:00 in Flen; the Friday after it, and the Sunday. */
const NOW = Date.parse('2026-11-25T10:00:00Z');
const AFTERWARDS = Date.parse('2026-11-29T10:00:00Z');

let server: TestServer;
let police: Client;
let municipality: Client;
let hotSpotId: string;
let windowsBefore: number;
beforeAll(async () => {
  server = await startTestServer();
  await moveTo(NOW);
  const place = (await hotSpots())[0]!;
  hotSpotId = place.id;
  windowsBefore = place.properties.windows.length;
});
afterAll(() => server.stop());

/** Another day: who was signed in signs in again. */
async function moveTo(at: number): Promise<void> {
  server.setClock(at);
  police = await server.as('municipal-police');
  municipality = await server.as('municipality');
}

const hotSpots = async () =>
  ((await police.call('listHotSpots')).body as WireReply<'listHotSpots'>).features;

/** Fridays at an hour when the seeded hot spots have no windows. */
const window = (change: object = {}) => ({
  id: uuid(),
  weekdays: [5],
  start: '06:30',
  end: '08:30',
  doses: 2,
  ...change,
});

async function newPoint() {
  const { id: walkId } = await planWalk(police);
  const { id } = await addPoint(police, walkId);
  return { walkId, id };
}

async function visit(startedAt: string, endedAt: string): Promise<void> {
  const patrol = await server.as('patrol');
  const body = { id: uuid(), hotSpotId, patrolId: null, startedAt, endedAt, late: true };
  const reply = await patrol.call('createVisit', { body });
  expect(reply.status, reply.text).toBe(201);
}

test('punkt → åtgärd → dos → ny vandring, from the first to the last', async () => {
  const { walkId, id } = await newPoint();
  const body = { hotSpotId, window: window() };
  const made = await police.call('makeWalkPointWindow', { params: { id }, body });
  expect(made.status, made.text).toBe(201);
  const own = (await hotSpots()).find((one) => one.id === hotSpotId)!;
  expect(own.properties.windows).toHaveLength(windowsBefore + 1);

  await moveTo(AFTERWARDS);
  await visit('2026-11-27T06:00:00Z', '2026-11-27T06:15:00Z');
  await visit('2026-11-27T06:30:00Z', '2026-11-27T06:34:00Z');
  await visit('2026-11-27T08:30:00Z', '2026-11-27T08:45:00Z');
  const later = await planWalk(police, {
    before: null,
    walk: { startsAt: '2027-03-02T18:00:00Z', place: 'Stationshuset' },
    after: null,
    checksWalkId: walkId,
  });
  const report = await readWalk(police, walkId);
  expect(report.points[0]?.measures).toMatchObject([
    { since: '2026-11-25', until: null, detail: { hotSpotId, promised: 2, delivered: 1 } },
  ]);
  expect(report.chain.map((walk) => walk.id)).toEqual([walkId, later.id]);
});

test('the municipality is told that something is done, and neither where nor when', async () => {
  const { walkId, id } = await newPoint();
  const body = { hotSpotId, window: window({ start: '09:00', end: '10:00' }) };
  await police.call('makeWalkPointWindow', { params: { id }, body });
  const reply = await municipality.call('getWalk', { params: { id: walkId } });
  const { points } = reply.body as WireReply<'getWalk'>;
  expect(points[0]?.measures).toEqual([{ since: '2026-11-29', until: null, detail: null }]);
  expect(reply.text).not.toContain(hotSpotId);
});

test('a window sent twice is made once, and is linked to one point alone', async () => {
  const { id } = await newPoint();
  const other = await newPoint();
  const body = { hotSpotId, window: window({ start: '10:00', end: '11:00' }) };
  const before = (await hotSpots()).find((one) => one.id === hotSpotId)!.properties.windows.length;
  for (let times = 0; times < 2; times += 1) {
    const reply = await police.call('makeWalkPointWindow', { params: { id }, body });
    expect(reply.status, reply.text).toBe(times === 0 ? 201 : 200);
  }
  const after = (await hotSpots()).find((one) => one.id === hotSpotId)!.properties.windows.length;
  expect(after).toBe(before + 1);
  const stolen = await police.call('makeWalkPointWindow', { params: { id: other.id }, body });
  expect(stolen.status).toBe(409);
});

test('a window that the hot spot gives up ends as a measure, and keeps its doses', async () => {
  const { walkId, id } = await newPoint();
  const body = { hotSpotId, window: window({ start: '12:00', end: '13:00' }) };
  await police.call('makeWalkPointWindow', { params: { id }, body });
  await moveTo(AFTERWARDS + 10 * 86_400_000);
  const place = (await hotSpots()).find((one) => one.id === hotSpotId)!;
  const kept = place.properties.windows
    .filter((one) => one.id !== body.window.id)
    .map(({ hotSpotId: _place, validFrom: _from, ...one }) => one);
  const set = {
    params: { id: hotSpotId },
    body: { windows: kept },
    ifMatch: place.properties.revision,
  };
  expect((await police.call('setWindows', set)).status).toBe(200);
  const [point] = (await readWalk(police, walkId)).points;
  expect(point?.measures).toMatchObject([{ until: '2026-12-09', detail: { promised: 2 } }]);
  await moveTo(AFTERWARDS);
});

test('a hot spot of another municipality is refused', async () => {
  const { id: walkId } = await planWalk(police, { municipality: '0483' });
  const { id } = await addPoint(police, walkId);
  const reply = await police.call('makeWalkPointWindow', {
    params: { id },
    body: { hotSpotId, window: window() },
  });
  expect(reply.status).toBe(422);
});
