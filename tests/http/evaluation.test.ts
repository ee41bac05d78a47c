/** What the incidents say of the hot spots, and what they do not. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentFiles } from '../support/incident-files.ts';
import { csvOfIncidents, randomIncidents } from '../support/sample-incidents.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const YEARS = { from: Date.parse('2024-01-01T00:00:00Z'), to: Date.parse('2026-11-20T00:00:00Z') };
const FILE = csvOfIncidents(randomIncidents(7, 400, YEARS));

let server: TestServer;
let chief: Client;
let files: ReturnType<typeof incidentFiles>;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  chief = await server.as('chief');
  files = incidentFiles(server, chief);
  await files.take(FILE);
  const { newest } = (await chief.call('getHarmTable')).body as {
    newest: { categories: object[] };
  };
  const body = { name: 'Egna vikter', categories: newest.categories };
  await chief.call('setHarmTable', { body, ifMatch: 1 });
});
afterAll(() => server.stop());

describe('what the incidents say', () => {
  it('is a score card that names the table that it was weighed by', async () => {
    const reply = await chief.call('getScoreCard', { query: { municipality: '0482' } });
    expect(reply.status, reply.text).toBe(200);
    const { judged, harm } = reply.body as {
      harm: { version: number };
      judged: { drawn: { pai: { known: boolean } }; places: object[]; held: { whole: number } };
    };
    expect(harm.version).toBe(2);
    expect(judged.held.whole).toBeGreaterThan(50);
    expect(judged.drawn.pai.known).toBe(true);
    expect(judged.places.length).toBeGreaterThan(3);
  });

  it('can be taken away as a table, with what it was judged on above it', async () => {
    const query = { municipality: '0482', heldOutFrom: '2026-03-01' };
    const reply = await chief.call('exportScoreCardCsv', { query });
    expect(reply.status, reply.text).toBe(200);
    expect(reply.headers.get('content-disposition')).toContain('traffsakerhet-2026-03-01--2026-11');
    const [head, body] = reply.text.split('\r\n\r\n').map((part) => part.trim().split('\r\n'));
    expect(head).toContain('Undanhållna från;2026-03-01');
    expect(head).toContain('Viktlista, version;2: Egna vikter');
    expect(head).toContain('Kommun;Flen');
    const { judged } = (await chief.call('getScoreCard', { query })).body as {
      judged: { places: { code: string }[]; drawn: { caught: { events: number; whole: number } } };
    };
    const rows = body?.map((line) => line.split(';')) ?? [];
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([20]));
    expect(rows.slice(1, -3).map(([code]) => code)).toEqual(judged.places.map(({ code }) => code));
    const all = rows.find(([, name]) => name === 'Alla ritade hot spots');
    expect(all?.[3]).toBe(String(judged.drawn.caught.whole));
    expect(rows.at(-1)?.slice(1, 2)).toEqual(['Hela orten']);
  });

  it('is refused of months that the incidents cannot be parted at, with those that they can', async () => {
    const query = { municipality: '0482', heldOutFrom: '2031-01-01' };
    const reply = await chief.call('getScoreCard', { query });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('2024-02-01 till 2026-11-01');
  });

  it('says nothing of a hot spot outside the town, whose incidents are not counted', async () => {
    const [west, south] = [16.41, 59.12];
    const [east, north] = [west + 0.003, south + 0.0015];
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const geometry = { type: 'Polygon', coordinates: [corners] };
    const far = {
      id: uuid(),
      versionId: uuid(),
      municipality: '0482',
      code: 'Z9',
      name: 'Annan ort',
    };
    const made = await chief.call('createHotSpot', { body: { ...far, geometry } });
    expect(made.status, made.text).toBe(201);
    const reply = await chief.call('getScoreCard', { query: { municipality: '0482' } });
    const { judged } = reply.body as {
      judged: { beyond: { code: string }[]; places: { code: string }[] };
    };
    expect(judged.beyond).toMatchObject([{ code: 'Z9' }]);
    expect(judged.places.map(({ code }) => code)).not.toContain('Z9');
  });

  it('is the hours of a hot spot, 168 of them, beside its windows', async () => {
    const { features } = (await chief.call('listHotSpots')).body as { features: { id: string }[] };
    const id = features[0]?.id ?? '';
    const reply = await chief.call('getHotHours', { params: { id } });
    expect(reply.status, reply.text).toBe(200);
    const { incidents, count } = reply.body as { incidents: number[][]; count: number };
    const sum = incidents.flat().reduce((all, one) => all + one, 0);
    expect(incidents.flat()).toHaveLength(168);
    expect(Math.round(sum)).toBe(count);
    const none = await chief.call('getHotHours', { params: { id: uuid() } });
    expect(none.status).toBe(404);
  });

  it('is an effect with its rings, or the reason why there is none', async () => {
    const query = {
      beforeFrom: '2024-01-01',
      beforeTo: '2024-12-31',
      afterFrom: '2025-01-01',
      afterTo: '2025-12-31',
    };
    const reply = await chief.call('getEffect', { query });
    expect(reply.status, reply.text).toBe(200);
    const { rings, covered } = reply.body as { rings: { ringM: number }[]; covered: object };
    expect(rings.map(({ ringM }) => ringM)).toEqual([50, 100, 150]);
    expect(covered).toEqual({ before: true, after: true });
    const gone = { ...query, beforeFrom: '2022-01-01', beforeTo: '2022-12-31' };
    const unknown = (await chief.call('getEffect', { query: gone })).body as {
      covered: object;
      rings: { treated: { change: object; against: object }; displacement: object }[];
    };
    const refused = { known: false, reason: 'not-covered' };
    expect(unknown.covered).toEqual({ before: false, after: true });
    expect(unknown.rings[0]).toMatchObject({
      treated: { change: refused, against: refused },
      displacement: refused,
    });
    const turned = await chief.call('getEffect', { query: { ...query, afterFrom: '2024-06-01' } });
    expect(turned.status).toBe(422);
  });

  it('is for those who answer for the hot spots alone', async () => {
    for (const role of ['patrol', 'municipality', 'admin', 'auditor'] as const) {
      const client = await server.as(role);
      const query = { from: '2026-01-01', to: '2026-11-27' };
      expect((await client.call('getIncidentDensity', { query })).status, role).toBe(403);
      expect((await client.call('getScoreCard')).status, role).toBe(403);
    }
    expect((await files.send('preview', {}, FILE, await server.as('planner'))).status).toBe(403);
  });
});

describe('counts by the month', () => {
  const MONTHS = Array.from(
    { length: 23 },
    (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const file = (months: readonly string[]) =>
    `När;Lat;Lon;Antal\n${months.map((month) => `${month};58,9959;16,2089;30`).join('\n')}\n`;
  const query = {
    municipality: '0483',
    beforeFrom: '2024-01-01',
    beforeTo: '2024-11-30',
    afterFrom: '2025-01-01',
    afterTo: '2025-11-30',
  };
  const covered = async () => {
    const reply = await chief.call('getEffect', { query });
    return (reply.body as { covered: object }).covered;
  };

  it('reach to the end of their last month', async () => {
    const made = await files.take(file(MONTHS), { municipality: '0483' });
    expect(made.body, JSON.stringify(made.body)).toMatchObject({
      counts: { kept: 23 },
      lastAt: '2025-11-30T22:59:59.999Z',
    });
    expect(await covered()).toEqual({ before: true, after: true });
    const card = await chief.call('getScoreCard', { query: { municipality: '0483' } });
    const { data, judged } = card.body as {
      data: { to: string };
      judged: { held: { whole: number; events: number } } | null;
    };
    expect(data.to).toBe('2025-11-30T22:59:59.999Z');
    if (judged) expect(judged.held.events).toBeCloseTo(judged.held.whole, 6);
  });

  it('that lack a year in the middle are not compared over it', async () => {
    const { imports } = (await chief.call('listIncidentImports')).body as {
      imports: { id: string; municipality: string }[];
    };
    const { id } = imports.find(({ municipality }) => municipality === '0483') ?? { id: '' };
    await chief.call('withdrawIncidentImport', { params: { id } });
    await files.take(file([...MONTHS.slice(0, 3), ...MONTHS.slice(10)]), { municipality: '0483' });
    expect(await covered()).toEqual({ before: false, after: true });
  });
});
