import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
let server: TestServer;
let lead: Client;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  lead = await server.as('planner');
});
afterAll(() => server.stop());

type Ring = number[][];
const square = (lon: number, lat: number, size = 0.001): Ring => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];
const polygon = (ring: Ring) => ({ type: 'Polygon', coordinates: [ring] });

let number = 0;
const nextCode = () => `X${'0123456789ABCDEFGHIJ'[(number += 1)]}`;
const hotSpot = (more: object = {}) => ({
  id: uuid(),
  versionId: uuid(),
  municipality: '0482',
  code: nextCode(),
  name: 'Provplats',
  geometry: polygon(square(16.6, 59.06)),
  ...more,
});
const make = (body: object) => lead.call('createHotSpot', { body });

interface Feature {
  readonly id: string;
  readonly properties: {
    readonly revision: number;
    readonly areaHa: number;
    readonly versionNumber: number;
    readonly windows: { id: string; doses: number; validFrom: string }[];
  };
}

test('a hot spot is made, measured, and sent again it is the same one', async () => {
  const body = hotSpot();
  const made = await make(body);
  expect(made.status).toBe(201);
  expect((made.body as Feature).properties.areaHa).toBeCloseTo(0.64, 1);
  expect((await make(body)).status).toBe(200);
  const list = await lead.call('listHotSpots');
  expect(
    (list.body as { features: Feature[] }).features.filter(({ id }) => id === body.id),
  ).toHaveLength(1);
});

test.each([
  [
    'crosses itself',
    polygon([
      [16.6, 59.06],
      [16.601, 59.061],
      [16.601, 59.06],
      [16.6, 59.061],
      [16.6, 59.06],
    ]),
    'self-intersection',
  ],
  ['is not closed', polygon(square(16.6, 59.06).slice(0, 4)), 'ring-not-closed'],
  [
    'has latitude first',
    polygon(square(16.6, 59.06).map(([lon, lat]) => [lat ?? 0, lon ?? 0])),
    'swapped',
  ],
  ['lies in Stockholm', polygon(square(18.06, 59.33)), 'too-far'],
  ['is in metres', polygon(square(591000, 6547500, 100)), 'metres-not-degrees'],
  ['is a point', { type: 'Point', coordinates: [16.6, 59.06] }, 'not-an-area'],
])(
  'a border that %s is refused, with the cure in both languages',
  async (_what, geometry, code) => {
    const reply = await make(hotSpot({ geometry }));
    expect(reply.status).toBe(422);
    const body = reply.body as {
      errors: { code: string; field: string }[];
      messages: { sv: string; en: string };
    };
    expect(body.errors.map((error) => error.code)).toContain(code);
    expect(body.errors[0]?.field).toMatch(/^\/geometry/);
    expect(body.messages.sv).not.toBe(body.messages.en);
  },
);

test('an id that belongs to another border is refused, not a defect', async () => {
  const first = hotSpot();
  await make(first);
  const reply = await make(hotSpot({ versionId: first.versionId }));
  expect(reply.status).toBe(409);
  expect(reply.body).toMatchObject({ code: 'id-reused' });
});

test('two hot spots of a municipality cannot share a code', async () => {
  const first = hotSpot();
  await make(first);
  const reply = await make(hotSpot({ code: first.code }));
  expect(reply.status).toBe(409);
  expect(reply.body).toMatchObject({ code: 'code-taken' });
});

describe('two people edit the same hot spot', () => {
  test('without If-Match nobody does', async () => {
    const body = hotSpot();
    await make(body);
    const reply = await lead.call('updateHotSpot', {
      params: { id: body.id },
      body: { name: 'Nytt' },
    });
    expect(reply.status).toBe(428);
  });

  test('the second is told, and shown what the first wrote', async () => {
    const body = hotSpot();
    await make(body);
    const change = (name: string) =>
      lead.call('updateHotSpot', { params: { id: body.id }, body: { name }, ifMatch: 1 });
    expect((await change('Först')).status).toBe(200);
    const second = await change('Sedan');
    expect(second.status).toBe(412);
    expect(second.body).toMatchObject({
      code: 'changed-meanwhile',
      current: { name: 'Först', revision: 2 },
    });
  });
});

test('a moved border is a new version, and the old one stays', async () => {
  const body = hotSpot();
  await make(body);
  const moved = await lead.call('moveBorder', {
    params: { id: body.id },
    body: { versionId: uuid(), geometry: polygon(square(16.601, 59.061)) },
    ifMatch: 1,
  });
  expect((moved.body as Feature).properties.versionNumber).toBe(2);
  const { body: borders } = await lead.call('listBorders', { params: { id: body.id } });
  expect(
    (borders as { borders: { number: number }[] }).borders.map((border) => border.number),
  ).toEqual([1, 2]);
});

test('a lowered demand leaves what was promised before as it was', async () => {
  const body = hotSpot();
  await make(body);
  const window = {
    id: uuid(),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    start: '18:00',
    end: '22:00',
    doses: 3,
  };
  const set = (windows: object[], ifMatch: number) =>
    lead.call('setWindows', { params: { id: body.id }, body: { windows }, ifMatch });
  await set([window], 1);
  server.setClock(NOW + 7 * 24 * 3_600_000);
  const again = await server.as('planner');
  const changed = await again.call('setWindows', {
    params: { id: body.id },
    body: { windows: [{ ...window, doses: 1 }] },
    ifMatch: 2,
  });
  const [open] = (changed.body as Feature).properties.windows;
  expect(open).toMatchObject({ doses: 1, validFrom: '2026-12-02' });
  expect(open?.id).not.toBe(window.id);
  const chief = await server.as('chief');
  const { body: report } = await chief.call('getCoverage', {
    query: { from: '2026-11-25', to: '2026-12-01' },
  });
  const own = (
    report as { hotSpots: { hotSpotId: string; figures: { promised: { doses: number } } }[] }
  ).hotSpots.find(({ hotSpotId }) => hotSpotId === body.id);
  expect(own?.figures.promised.doses).toBe(21);
  server.setClock(NOW);
});
