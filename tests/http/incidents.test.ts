/** Files of incidents: preview, import, withdrawal, and the table that weighs them. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Imported, incidentFiles } from '../support/incident-files.ts';
import { csvOfIncidents, randomIncidents } from '../support/sample-incidents.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { zipBomb } from '../support/zip.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const YEARS = { from: Date.parse('2024-01-01T00:00:00Z'), to: Date.parse('2026-11-20T00:00:00Z') };
const INCIDENTS = randomIncidents(7, 400, YEARS);
const FILE = csvOfIncidents(INCIDENTS);

let server: TestServer;
let chief: Client;
let files: ReturnType<typeof incidentFiles>;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  chief = await server.as('chief');
  files = incidentFiles(server, chief);
});
afterAll(() => server.stop());

async function incidentsStored(): Promise<number> {
  const { count } = await server.services.db.reader
    .selectFrom('incident')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

describe('a file of incidents', () => {
  it('is previewed with its columns guessed, and nothing is stored', async () => {
    const { mapping, reading } = await files.preview(FILE);
    expect(mapping).toMatchObject({ from: 2, to: 3, y: 4, x: 5, category: 1, count: 6 });
    expect(reading).toMatchObject({ kept: 400, known: 0, refused: 0 });
    expect(reading.kinds.find(({ text }) => text === 'Misshandel')?.category).toBe('violence');
    expect(await incidentsStored()).toBe(0);
  });

  it('is imported once: again it adds nothing, and a part of it neither', async () => {
    const first = (await files.take(FILE)).body as Imported;
    expect(first.counts).toEqual({ rows: 400, kept: 400, doubles: 0, refused: 0 });
    const again = (await files.take(FILE)).body as Imported;
    expect(again.counts).toMatchObject({ kept: 0, doubles: 400 });
    expect((await files.preview(csvOfIncidents(INCIDENTS.slice(50, 90)))).reading.known).toBe(40);
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
    const { reading } = await files.preview(bad);
    expect(reading.refusals).toEqual([{ line: 5, fault: 'bad-time', value: '2026-13-40' }]);
    const refused = await files.take(bad);
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-incidents' } });
    const kept = await files.take(bad, { keepRest: 'true' });
    expect((kept.body as Imported).counts).toEqual({ rows: 4, kept: 3, doubles: 0, refused: 1 });
  });

  it('is withdrawn as a whole, which the list and the log say', async () => {
    const before = await incidentsStored();
    const one = (await files.take(csvOfIncidents(randomIncidents(9, 30, YEARS)))).body as Imported;
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
    const first = (await files.take(csvOfIncidents(made.slice(0, 30)))).body as Imported;
    const later = (await files.take(csvOfIncidents(made.slice(10)), { fileName: 'senare.csv' }))
      .body as Imported;
    expect(later.counts).toMatchObject({ kept: 10, doubles: 20 });
    const followers = async () => {
      const { imports } = (await chief.call('listIncidentImports')).body as {
        imports: { id: string; followers: object[] }[];
      };
      return imports.find(({ id }) => id === first.id)?.followers;
    };
    expect(await followers()).toEqual([{ fileName: 'senare.csv', rows: 20 }]);
    await chief.call('withdrawIncidentImport', { params: { id: first.id } });
    const again = (await files.take(csvOfIncidents(made.slice(10)))).body as Imported;
    expect(again.counts).toMatchObject({ kept: 20, doubles: 10 });
    for (const { id } of [later, again])
      await chief.call('withdrawIncidentImport', { params: { id } });
  });

  it('sent twice under one id is one import', async () => {
    const file = csvOfIncidents(randomIncidents(22, 5, YEARS));
    const id = uuid();
    expect((await files.take(file, { id })).status).toBe(201);
    const twice = await files.take(file, { id });
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
    const reply = await files.send('preview', {}, body);
    expect(reply.status).toBe(422);
    const { errors } = reply.body as { errors: { messages: { sv: string; en: string } }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.messages.sv).toMatch(/\.$/);
    expect(errors[0]?.messages.en).not.toBe(errors[0]?.messages.sv);
  });

  it('that is too large is refused before it is read', async () => {
    const reply = await files.send('preview', {}, Buffer.alloc(100_000_000, 'a'));
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
    const { mapping, reading } = await files.preview(
      new Uint8Array(await writeXlsxFile(rows).toBuffer()),
    );
    expect(mapping).toMatchObject({ from: 1, y: 2, x: 3, grid: 'sweref99tm' });
    expect(reading.kept).toBe(6);
  });

  it('that is a bomb is refused, and the server answers on', async () => {
    const reply = await files.send('preview', {}, zipBomb());
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
