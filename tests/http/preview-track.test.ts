import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROOT } from '#contract/paths.ts';
import type { LonLat } from '#core/model.ts';
import { csvOf, gpxOf, kmlOf, type Stay, walkedTrack } from '../support/walked-track.ts';
import { layOutTrackNight, minute, type TrackNight, visitsInLog } from './track-night.ts';

let night: TrackNight;
let stay: Stay;
beforeAll(async () => {
  night = await layOutTrackNight();
  stay = stayed(8, 24);
});
afterAll(() => night.server.stop());

const stayed = (from: number, to: number): Stay => ({
  at: night.place.labelPoint,
  from: Date.parse(minute(from)),
  to: Date.parse(minute(to)),
});

async function send(body: BodyInit, more: Record<string, string> = {}, signal?: AbortSignal) {
  const response = await fetch(`${night.server.url}${API_ROOT}/tracks/preview`, {
    method: 'POST',
    headers: { cookie: night.officer.cookie, 'content-type': 'application/octet-stream', ...more },
    body,
    ...(signal && { signal }),
  });
  return { status: response.status, body: (await response.json()) as never };
}

interface Preview {
  readonly tracks: {
    readonly unit: string | null;
    readonly points: number;
    readonly line: LonLat[];
    readonly visits: {
      readonly hotSpotId: string;
      readonly startedAt: string;
      readonly endedAt: string;
      readonly logged: string[];
      readonly struck: boolean;
      readonly planned: { readonly slotId: string; readonly patrolId: string }[];
    }[];
  }[];
  readonly logged: { readonly id: string }[];
  readonly patrols: { readonly id: string; readonly callSign: string }[];
}

async function preview(file: string): Promise<Preview> {
  const { status, body } = await send(file);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

/** The officers stay in the middle: from the border there it is some minutes' walk. */
const isAbout = (told: string | undefined, truth: number) =>
  Math.abs(Date.parse(told ?? '') - truth) < 4 * 60_000;

test.each([
  ['GPX', gpxOf],
  ['KML', kmlOf],
])(
  'the visit in a track in %s is shown beside the plan, and nothing is stored',
  async (_format, write) => {
    const { tracks, patrols, logged } = await preview(write(walkedTrack([stay])));
    expect(tracks).toHaveLength(1);
    const [visit, ...others] = tracks[0]?.visits ?? [];
    expect(others).toEqual([]);
    expect(visit).toMatchObject({ hotSpotId: night.place.id, logged: [], struck: false });
    expect(visit?.planned).toMatchObject([{ slotId: night.slotId, patrolId: night.patrolId }]);
    expect(isAbout(visit?.startedAt, stay.from) && isAbout(visit?.endedAt, stay.to)).toBe(true);
    expect(patrols.map(({ callSign }) => callSign)).toEqual(['31-1410', '31-1420']);
    expect(logged).toEqual([]);
    expect(await visitsInLog(night.officer, night.place.id)).toEqual([]);
  },
);

test('each patrol of a radio system’s file has its own track', async () => {
  const [one, other] = [walkedTrack([stay]), walkedTrack([stayed(100, 112)])];
  const file = csvOf('31-1410', one) + csvOf('31-1420', other).split('\n').slice(1).join('\n');
  const { tracks } = await preview(file);
  expect(tracks.map(({ unit, visits }) => [unit, visits.length])).toEqual([
    ['31-1410', 1],
    ['31-1420', 1],
  ]);
});

test('a long track is drawn with two thousand positions at most', async () => {
  const stays = Array.from({ length: 30 }, (_, index) =>
    stayed(index * 40 - 1500, index * 40 - 1470),
  );
  const { tracks } = await preview(gpxOf(walkedTrack(stays)));
  expect(tracks[0]?.points).toBeGreaterThan(5000);
  expect(tracks[0]?.line.length).toBeLessThanOrEqual(2000);
});

test('a visit in the log stands beside what the track tells, and one that was struck is told apart', async () => {
  const body = {
    id: uuid(),
    hotSpotId: night.place.id,
    patrolId: night.patrolId,
    startedAt: minute(10),
    endedAt: minute(25),
  };
  await night.officer.call('createVisit', { body });
  const file = gpxOf(walkedTrack([stay]));
  const before = await preview(file);
  expect(before.tracks[0]?.visits).toMatchObject([{ logged: [body.id], struck: false }]);
  expect(before.logged.map(({ id }) => id)).toEqual([body.id]);
  const strike = { id: uuid(), basedOn: 1, kind: 'void', reason: 'fel plats' };
  await night.officer.call('changeVisit', { params: { id: body.id }, body: strike });
  const after = await preview(file);
  expect(after.tracks[0]?.visits).toMatchObject([{ logged: [], struck: true }]);
});

const UNTIMED = '<gpx version="1.1"><trk><trkseg>\n<trkpt lat="59" lon="16"/></trkseg></trk></gpx>';
const far = (at: string) => `time,lat,lon\n${minute(0)},59,16\n${at},59,16\n`;

test.each([
  ['a track without times', UNTIMED, 'rad 2: 1 av 1 spårpunkter saknar tid'],
  [
    'an entity bomb',
    '<!DOCTYPE gpx [<!ENTITY a "b">]><gpx version="1.1"/>',
    'rad 1: filen definierar',
  ],
  ['an empty file', ' ', 'rad 1: den är tom'],
  ['a clock that was never set', 'time,lat,lon\n1980-01-06T00:00:00Z,59,16\n', 'klockan var inte'],
  ['a year', far('2027-11-28T00:00:00Z'), 'mer än 31 dygn'],
])('%s is refused with what and where, in both languages', async (_case, file, said) => {
  const { status, body } = await send(file);
  const { code, messages } = body as { code: string; messages: { sv: string; en: string } };
  expect([status, code]).toEqual([422, 'invalid-track']);
  expect(messages.sv).toContain(said);
  expect(messages.en).toMatch(/^The track cannot be read: /);
});

test.each([
  ['too large', 'x'.repeat(20_000_001), {}, 413, 'större än 20 MB. Dela upp den'],
  ['packed on the way', 'x', { 'content-encoding': 'gzip' }, 415, ''],
  [
    'sent as a form',
    'x',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'Skicka filen som den är',
  ],
])('a file that is %s is refused with the cure', async (_case, file, headers, status, said) => {
  const reply = await send(file, headers);
  expect(reply.status).toBe(status);
  expect((reply.body as { messages: { sv: string } }).messages.sv).toContain(said);
});

test('nobody but the field may send a track, and of others not even the file is read', async () => {
  const { cookie } = await night.server.as('municipality');
  expect((await send('x'.repeat(20_000_001), { cookie })).status).toBe(403);
});

test('a reading that is called off leaves the server well', async () => {
  const stays = Array.from({ length: 300 }, (_, index) =>
    stayed(index * 40 - 20_000, index * 40 - 19_970),
  );
  const leaving = new AbortController();
  const answer = send(gpxOf(walkedTrack(stays)), {}, leaving.signal);
  setTimeout(() => leaving.abort(), 150);
  await expect(answer).rejects.toThrow('abort');
  expect((await preview(gpxOf(walkedTrack([stay])))).tracks).toHaveLength(1);
});
