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
  expect(points[0]?.measures).toEqual([
    { since: '2026-11-29', until: null, changed: false, detail: null },
  ]);
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

/** The windows of the hot spot as an editor sends them. */
async function windowsNow() {
  const { properties } = (await hotSpots()).find((one) => one.id === hotSpotId)!;
  const windows = properties.windows.map(({ hotSpotId: _place, validFrom: _from, ...one }) => one);
  return { windows, revision: properties.revision };
}

type Windows = Awaited<ReturnType<typeof windowsNow>>['windows'];

async function editWindows(edit: (windows: Windows) => Windows): Promise<void> {
  const { windows, revision } = await windowsNow();
  const set = { params: { id: hotSpotId }, body: { windows: edit(windows) }, ifMatch: revision };
  const reply = await police.call('setWindows', set);
  expect(reply.status, reply.text).toBe(200);
}

/** A point with a window of its own on the hot spot. */
async function pointWithWindow(start: string, end: string) {
  const point = await newPoint();
  const made = window({ start, end });
  const body = { hotSpotId, window: made };
  const reply = await police.call('makeWalkPointWindow', { params: { id: point.id }, body });
  expect(reply.status, reply.text).toBe(201);
  return { ...point, windowId: made.id, body };
}

const measuresOf = async (walkId: string) => (await readWalk(police, walkId)).points[0]?.measures;

test('a window that is edited goes on as a measure of its point, each with its own doses', async () => {
  await moveTo(NOW);
  const { walkId, windowId } = await pointWithWindow('13:30', '14:30');
  await moveTo(AFTERWARDS);
  await editWindows((windows) =>
    windows.map((one) => (one.id === windowId ? { ...one, start: '14:00', end: '15:30' } : one)),
  );
  await moveTo(AFTERWARDS + 7 * 86_400_000);
  await visit('2026-12-04T13:30:00Z', '2026-12-04T13:45:00Z');
  expect(await measuresOf(walkId)).toMatchObject([
    {
      since: '2026-11-25',
      until: '2026-11-29',
      changed: true,
      detail: { promised: 2, delivered: 0 },
    },
    { since: '2026-11-29', until: null, changed: false, detail: { promised: 2, delivered: 1 } },
  ]);
  const seen = await readWalk(municipality, walkId);
  expect(seen.points[0]?.measures).toEqual([
    { since: '2026-11-25', until: '2026-11-29', changed: true, detail: null },
    { since: '2026-11-29', until: null, changed: false, detail: null },
  ]);
  await moveTo(AFTERWARDS);
});

test('a window that is put right on the day it was made is one measure', async () => {
  const { walkId, windowId } = await pointWithWindow('15:00', '15:30');
  await editWindows((windows) =>
    windows.map((one) => (one.id === windowId ? { ...one, end: '16:00' } : one)),
  );
  expect(await measuresOf(walkId)).toMatchObject([
    { since: '2026-11-29', until: null, detail: { window: { start: '15:00', end: '16:00' } } },
  ]);
});

test('an edit that is taken back is followed too', async () => {
  const { walkId, windowId } = await pointWithWindow('16:00', '16:30');
  const { windows: before } = await windowsNow();
  await editWindows((windows) => windows.filter(({ id }) => id !== windowId));
  expect(await measuresOf(walkId)).toEqual([]);
  await editWindows(() => before);
  expect(await measuresOf(walkId)).toMatchObject([
    { until: null, detail: { window: { start: '16:00', end: '16:30' } } },
  ]);
});

test('a window that gives way to another is told as ended, with what was opened that day', async () => {
  await moveTo(NOW);
  const { walkId, windowId } = await pointWithWindow('17:00', '17:30');
  await moveTo(AFTERWARDS);
  const other = {
    ...(await windowsNow()).windows[0]!,
    ...window({ start: '18:00', end: '19:00' }),
  };
  await editWindows((windows) => [...windows.filter(({ id }) => id !== windowId), other]);
  const [measure, ...others] = (await measuresOf(walkId))!;
  expect(others).toEqual([]);
  expect(measure).toMatchObject({ until: '2026-11-29', changed: false });
  expect(measure?.detail?.openedThen.map(({ id }) => id)).toContain(other.id);
});

test('the same id with other hours is refused, and nothing is dropped in silence', async () => {
  const { id, body } = await pointWithWindow('19:30', '20:00');
  const changed = { ...body, window: { ...body.window, end: '20:30' } };
  const reply = await police.call('makeWalkPointWindow', { params: { id }, body: changed });
  expect(reply.status).toBe(409);
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
