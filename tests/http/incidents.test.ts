/** From a file to what it says of the hot spots: preview, import, withdrawal, the harm table. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { API_ROOT } from '#contract/paths.ts';
import { csvOfIncidents, randomIncidents } from '../support/sample-incidents.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { zipBomb } from '../support/zip.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const YEARS = { from: Date.parse('2024-01-01T00:00:00Z'), to: Date.parse('2026-11-20T00:00:00Z') };
const INCIDENTS = randomIncidents(7, 400, YEARS);
const FILE = csvOfIncidents(INCIDENTS);

let server: TestServer;
let chief: Client;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  chief = await server.as('chief');
});
afterAll(() => server.stop());

async function send(
  path: string,
  query: Record<string, string>,
  body: BodyInit = FILE,
  by: Client = chief,
) {
  const search = new URLSearchParams({ municipality: '0482', ...query });
  const response = await fetch(`${server.url}${API_ROOT}/incidents/${path}?${search}`, {
    method: 'POST',
    headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
    body,
  });
  return { status: response.status, body: (await response.json()) as never };
}

interface Preview {
  readonly mapping: Record<string, number | string | null> | null;
  readonly reading: {
    readonly kept: number;
    readonly known: number;
    readonly doubles: number;
    readonly refused: number;
    readonly refusals: { line: number; fault: string; value: string }[];
    readonly kinds: { text: string; count: number; category: string }[];
  };
}

interface Import {
  readonly id: string;
  readonly counts: { rows: number; kept: number; doubles: number; refused: number };
}

async function preview(body: BodyInit = FILE, query: Record<string, string> = {}) {
  const reply = await send('preview', query, body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as Preview;
}

const columnsOf = ({ mapping }: Preview): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapping ?? {}).flatMap(([key, value]) =>
      value === null ? [] : [[key, String(value)]],
    ),
  );

async function take(body: BodyInit = FILE, more: Record<string, string> = {}) {
  const columns = columnsOf(await preview(body));
  const said = { id: uuid(), fileName: 'h.csv', source: 'Eget uttag' };
  return send('imports', { ...said, ...columns, ...more }, body);
}

async function incidentsStored(): Promise<number> {
  const { count } = await server.services.db.reader
    .selectFrom('incident')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

describe('a file of incidents', () => {
  it('is previewed with its columns guessed, and nothing is stored', async () => {
    const { mapping, reading } = await preview();
    expect(mapping).toMatchObject({ from: 2, to: 3, y: 4, x: 5, category: 1, count: 6 });
    expect(reading).toMatchObject({ kept: 400, known: 0, refused: 0 });
    expect(reading.kinds.find(({ text }) => text === 'Misshandel')?.category).toBe('violence');
    expect(await incidentsStored()).toBe(0);
  });

  it('is imported once: again it adds nothing, and a part of it neither', async () => {
    const first = (await take()).body as Import;
    expect(first.counts).toEqual({ rows: 400, kept: 400, doubles: 0, refused: 0 });
    const again = (await take()).body as Import;
    expect(again.counts).toMatchObject({ kept: 0, doubles: 400 });
    expect((await preview(csvOfIncidents(INCIDENTS.slice(50, 90)))).reading.known).toBe(40);
    expect(await incidentsStored()).toBe(400);
  });

  it('keeps nothing of the columns that were not named', async () => {
    const rows = await server.services.db.reader.selectFrom('incident').selectAll().execute();
    const imports = await server.services.db.reader
      .selectFrom('incident_import')
      .selectAll()
      .execute();
    expect(JSON.stringify([rows, imports])).not.toMatch(/Storgatan|5000-K/);
  });

  it('is refused with line and reason, and the rest is kept only where that was chosen', async () => {
    const bad = `${csvOfIncidents(randomIncidents(8, 3, YEARS))}x;Stöld;2026-13-40;;59,05;16,58;1;\r\n`;
    const { reading } = await preview(bad);
    expect(reading.refusals).toEqual([{ line: 5, fault: 'bad-time', value: '2026-13-40' }]);
    const refused = await take(bad);
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-incidents' } });
    const kept = await take(bad, { keepRest: 'true' });
    expect((kept.body as Import).counts).toEqual({ rows: 4, kept: 3, doubles: 0, refused: 1 });
  });

  it('is withdrawn as a whole, which the list and the log say', async () => {
    const before = await incidentsStored();
    const one = (await take(csvOfIncidents(randomIncidents(9, 30, YEARS)))).body as Import;
    expect(await incidentsStored()).toBe(before + 30);
    const gone = await chief.call('withdrawIncidentImport', { params: { id: one.id } });
    expect(gone.status).toBe(200);
    expect(await incidentsStored()).toBe(before);
    const twice = await chief.call('withdrawIncidentImport', { params: { id: one.id } });
    expect(twice.status).toBe(409);
    const log = (await (await server.as('auditor')).call('listAudit', { query: { limit: 5 } }))
      .text;
    expect(log).toContain('incident.withdraw');
    expect(log).toContain('incident.import');
  });

  it('tells which later imports lose rows with it, and how many', async () => {
    const made = randomIncidents(21, 40, YEARS);
    const first = (await take(csvOfIncidents(made.slice(0, 30)))).body as Import;
    const later = (await take(csvOfIncidents(made.slice(10)), { fileName: 'senare.csv' }))
      .body as Import;
    expect(later.counts).toMatchObject({ kept: 10, doubles: 20 });
    const followers = async () => {
      const { imports } = (await chief.call('listIncidentImports')).body as {
        imports: { id: string; followers: object[] }[];
      };
      return imports.find(({ id }) => id === first.id)?.followers;
    };
    expect(await followers()).toEqual([{ fileName: 'senare.csv', rows: 20 }]);
    await chief.call('withdrawIncidentImport', { params: { id: first.id } });
    const again = (await take(csvOfIncidents(made.slice(10)))).body as Import;
    expect(again.counts).toMatchObject({ kept: 20, doubles: 10 });
    for (const { id } of [later, again])
      await chief.call('withdrawIncidentImport', { params: { id } });
  });

  it('sent twice under one id is one import', async () => {
    const file = csvOfIncidents(randomIncidents(22, 5, YEARS));
    const id = uuid();
    expect((await take(file, { id })).status).toBe(201);
    const twice = await take(file, { id });
    expect(twice).toMatchObject({ status: 409, body: { code: 'id-reused' } });
    await chief.call('withdrawIncidentImport', { params: { id } });
  });

  it.each([
    ['a zip of nothing', Buffer.from('504b0304', 'hex')],
    ['gzip', Buffer.from('1f8b0800', 'hex')],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['binary', Buffer.from([1, 2, 0, 4])],
    ['HTML', '<html>'],
    ['a heading alone', 'a;b\r\n'],
    ['JSON that ends', '{"type":"FeatureCollection","features":['],
  ])('that is %s is refused with one sentence in both languages', async (_kind, body) => {
    const reply = await send('preview', {}, body);
    expect(reply.status).toBe(422);
    const { errors } = reply.body as { errors: { messages: { sv: string; en: string } }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.messages.sv).toMatch(/\.$/);
    expect(errors[0]?.messages.en).not.toBe(errors[0]?.messages.sv);
  });

  it('that is too large is refused before it is read', async () => {
    const reply = await send('preview', {}, Buffer.alloc(100_000_000, 'a'));
    expect(reply.status).toBe(413);
  });
});

describe('a workbook', () => {
  it('is read like any other file', async () => {
    const rows = [
      ['Vad', 'När', 'N', 'E'],
      ...Array.from({ length: 6 }, (_, at) => [
        'Stöld',
        `2026-10-1${at} 21:05`,
        6547571.9,
        591127 + at,
      ]),
    ];
    const { mapping, reading } = await preview(
      new Uint8Array(await writeXlsxFile(rows).toBuffer()),
    );
    expect(mapping).toMatchObject({ from: 1, y: 2, x: 3, grid: 'sweref99tm' });
    expect(reading.kept).toBe(6);
  });

  it('that is a bomb is refused, and the server answers on', async () => {
    const reply = await send('preview', {}, zipBomb());
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.body)).toContain('packas upp');
    expect((await chief.call('getHarmTable')).status).toBe(200);
  }, 60_000);
});

describe('the harm table', () => {
  it('is changed by a new version, and an older view of it is refused', async () => {
    const { newest } = (await chief.call('getHarmTable')).body as {
      newest: { version: number; name: string; categories: { code: string; weight: number }[] };
    };
    const categories = newest.categories.map((one) =>
      one.code === 'violence' ? { ...one, weight: 75 } : one,
    );
    const body = { name: 'Egna vikter', categories };
    const made = await chief.call('setHarmTable', { body, ifMatch: newest.version });
    expect(made.body).toMatchObject({ version: newest.version + 1, name: 'Egna vikter' });
    const late = await chief.call('setHarmTable', { body, ifMatch: newest.version });
    expect(late.status).toBe(412);
    const { versions } = (await chief.call('getHarmTable')).body as { versions: object[] };
    expect(versions).toHaveLength(2);
  });

  it('loses no category that incidents may bear', async () => {
    const body = {
      name: 'Färre',
      categories: [{ code: 'other', name: 'Allt', weight: 1, words: [] }],
    };
    const reply = await chief.call('setHarmTable', { body, ifMatch: 2 });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('robbery');
  });
});

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
    expect((await send('preview', {}, FILE, await server.as('planner'))).status).toBe(403);
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
    const made = await take(file(MONTHS), { municipality: '0483' });
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
    await take(file([...MONTHS.slice(0, 3), ...MONTHS.slice(10)]), { municipality: '0483' });
    expect(await covered()).toEqual({ before: false, after: true });
  });
});
