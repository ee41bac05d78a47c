/** Photos of places: what is taken off them, what is refused, who sees them, and that deleted is deleted. */
import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROOT } from '#contract/paths.ts';
import { ROLES } from '#core/model.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { addPoint, planWalk, readWalk } from './walk-steps.ts';

let server: TestServer;
let municipality: Client;
let walkId: string;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(Date.parse('2026-11-25T10:00:00Z'));
  municipality = await server.as('municipality');
  walkId = (await planWalk(municipality)).id;
});
afterAll(() => server.stop());

/** 900 × 600, red to the left and blue to the right, as the camera wrote it: on its side, with where it was taken. */
async function photoWithGps(): Promise<Buffer> {
  const blue = { create: { width: 450, height: 600, channels: 3, background: '#00f' } } as const;
  const right = await sharp(blue).png().toBuffer();
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#f00' } })
    .composite([{ input: right, left: 450, top: 0 }])
    .withExif({
      IFD0: { Make: 'Telefonen' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 3/1 28/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function send(bytes: Uint8Array, pointId: string, id = uuid(), by = municipality) {
  const response = await fetch(`${server.url}${API_ROOT}/walk-points/${pointId}/photos/${id}`, {
    method: 'PUT',
    headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { id, status: response.status, body: (await response.json()) as never };
}

async function read(id: string, by: Client) {
  const response = await fetch(`${server.url}${API_ROOT}/walk-photos/${id}`, {
    headers: { cookie: by.cookie },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

const newPoint = async () => (await addPoint(municipality, walkId)).id;

test('a photo comes out upright, smaller, and without where it was taken', async () => {
  const before = await photoWithGps();
  expect(before.includes('Telefonen')).toBe(true);
  const pointId = await newPoint();
  const { id, status, body } = await send(before, pointId);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toEqual({ id, width: 600, height: 900 });
  const { bytes, headers } = await read(id, municipality);
  const told = await sharp(bytes).metadata();
  expect(told).toMatchObject({ format: 'jpeg', width: 600, height: 900 });
  expect([told.exif, told.xmp, told.icc, told.iptc, told.orientation]).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
  expect(bytes.includes('Exif')).toBe(false);
  expect(headers.get('content-type')).toBe('image/jpeg');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  const [top] = await sharp(bytes)
    .extract({ left: 300, top: 50, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(top, 'what was to the left is at the top').toBeGreaterThan(200);
});

test('a large one is brought down to 1,600 pixels a side', async () => {
  const large = { create: { width: 4000, height: 3000, channels: 3, background: '#888' } } as const;
  const { body } = await send(await sharp(large).webp().toBuffer(), await newPoint());
  expect(body).toMatchObject({ width: 1600, height: 1200 });
});

const bomb = () =>
  sharp({
    create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>';

test.each([
  ['a picture that unfolds to 100 megapixels', bomb],
  ['an SVG that reads files', async () => Buffer.from(SVG)],
  ['a GIF', async () => Buffer.from('GIF89a'.padEnd(80, 'x'))],
  ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  [
    'a TIFF',
    () =>
      sharp({ create: { width: 5, height: 5, channels: 3, background: '#fff' } })
        .tiff()
        .toBuffer(),
  ],
  ['half a photo', async () => (await photoWithGps()).subarray(0, 1500)],
  ['a photo with spoilt bytes', async () => (await photoWithGps()).fill(0, 900, 2200)],
])('%s is refused with the cure, and nothing is kept', async (_case, make) => {
  const pointId = await newPoint();
  const { id, status, body } = await send(await make(), pointId);
  expect(status, JSON.stringify(body)).toBe(422);
  expect(body).toMatchObject({ code: 'invalid-photo' });
  expect((await read(id, municipality)).status).toBe(404);
});

test('a file that is larger than any phone’s photo is not read to its end', async () => {
  const { status, body } = await send(new Uint8Array(15_000_001), await newPoint());
  expect(status).toBe(413);
  expect((body as { messages: { sv: string } }).messages.sv).toContain('15 MB');
});

test('is shown to those who read walks, and to nobody else; each showing is in the log', async () => {
  const { id } = await send(await photoWithGps(), await newPoint());
  const readers: string[] = [];
  for (const role of ROLES) {
    if ((await read(id, await server.as(role))).status === 200) readers.push(role);
  }
  expect(readers).toEqual(['planner', 'chief', 'municipal-police', 'municipality']);
  expect((await read(id, await server.as(null))).status).toBe(401);
  const auditor = await server.as('auditor');
  const { rows } = (await auditor.call('listAudit', { query: { limit: 40 } })).body as {
    rows: { action: string; entityId: string }[];
  };
  const shown = rows.filter((row) => row.action === 'walk.photo-read' && row.entityId === id);
  expect(shown).toHaveLength(4);
});

test('another municipality’s photo does not exist for the municipality’s own people', async () => {
  const police = await server.as('municipal-police');
  const walk = await planWalk(police, { municipality: '0483' });
  const point = await addPoint(police, walk.id);
  const { id, status } = await send(await photoWithGps(), point.id, uuid(), police);
  expect(status).toBe(201);
  expect((await read(id, municipality)).status).toBe(404);
  expect((await municipality.call('deleteWalkPhoto', { params: { id } })).status).toBe(404);
  expect((await send(await photoWithGps(), point.id)).status).toBe(404);
});

test('sent twice it is kept once, and a point holds six', async () => {
  const pointId = await newPoint();
  const photo = await photoWithGps();
  const first = await send(photo, pointId);
  expect((await send(photo, pointId, first.id)).status).toBe(200);
  for (let count = 1; count < 6; count += 1) {
    expect((await send(photo, pointId)).status).toBe(201);
  }
  expect((await send(photo, pointId)).status).toBe(409);
  const point = (await readWalk(municipality, walkId)).points.find(({ id }) => id === pointId);
  expect(point?.photos).toHaveLength(6);
});

test('a deleted photo is gone from the file itself, and the log says that there was one', async () => {
  const noise = {
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#777',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  } as const;
  const { id } = await send(await sharp(noise).jpeg().toBuffer(), await newPoint());
  const { bytes } = await read(id, municipality);
  const mark = bytes.subarray(2_000, 2_400);
  expect(await isInFiles(mark)).toBe(true);
  expect((await municipality.call('deleteWalkPhoto', { params: { id } })).status).toBe(204);
  expect((await read(id, municipality)).status).toBe(404);
  expect(await isInFiles(mark)).toBe(false);
  const auditor = await server.as('auditor');
  const { rows } = (await auditor.call('listAudit', { query: { limit: 3 } })).body as {
    rows: { action: string; entityId: string }[];
  };
  expect(rows).toContainEqual(
    expect.objectContaining({ action: 'walk.photo-delete', entityId: id }),
  );
});

/** Whether the bytes stand anywhere in the database's files. */
async function isInFiles(bytes: Buffer): Promise<boolean> {
  await sql`pragma wal_checkpoint(truncate)`.execute(server.services.db.writer);
  const file = server.services.config.databaseFile;
  const files = [file, `${file}-wal`].filter((one) => existsSync(one));
  return files.some((one) => readFileSync(one).includes(bytes));
}
