/** A patrol on bicycles rides its rounds in a place: that is a visit where the shift says so, and nowhere else. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROOT } from '#contract/paths.ts';
import { degreeLengths } from '#core/tracks/degree-lengths.ts';
import { csvOf, type Fix } from '../support/walked-track.ts';
import { layOutTrackNight, minute, type TrackNight } from './track-night.ts';

let night: TrackNight;
beforeAll(async () => {
  night = await layOutTrackNight();
  await drawPark();
});
afterAll(() => night.server.stop());

const FIX_S = 5;
const SIDE_M = 400;
/** North of the other places. */
const CORNER = [16.58, 59.08] as const;
const { lonM, latM } = degreeLengths(CORNER[1]);
const lonLat = (eastM: number, northM: number): [number, number] => [
  CORNER[0] + eastM / lonM,
  CORNER[1] + northM / latM,
];

async function drawPark(): Promise<void> {
  const ring = [
    [0, 0],
    [SIDE_M, 0],
    [SIDE_M, SIDE_M],
    [0, SIDE_M],
    [0, 0],
  ] as const;
  const coordinates = [ring.map(([east, north]) => lonLat(east, north))];
  const lead = await night.server.as('planner');
  const reply = await lead.call('createHotSpot', {
    body: {
      id: uuid(),
      versionId: uuid(),
      municipality: '0482',
      code: 'P9',
      name: 'Parken',
      whyHere: 'Stor park där patrullen cyklar.',
      geometry: { type: 'Polygon', coordinates },
    },
  });
  expect(reply.status, reply.text).toBe(201);
}

/** Round the park for eighteen minutes, 20 m inside its border, a side in a minute and a half: 14 km/h. */
function ridden(): Fix[] {
  const [low, high] = [20, SIDE_M - 20];
  const corners = [
    [low, low],
    [high, low],
    [high, high],
    [low, high],
  ] as const;
  const sideS = 90;
  return Array.from({ length: (12 * sideS) / FIX_S + 1 }, (_, index): Fix => {
    const second = index * FIX_S;
    const side = Math.floor(second / sideS);
    const share = second / sideS - side;
    const [from, to] = [corners[side % 4]!, corners[(side + 1) % 4]!];
    const [east, north] = [0, 1].map((axis) => from[axis]! + share * (to[axis]! - from[axis]!));
    return { at: Date.parse(minute(0)) + second * 1000, lonLat: lonLat(east!, north!) };
  });
}

async function visitsFoundFor(unit: string): Promise<number> {
  const response = await fetch(`${night.server.url}${API_ROOT}/tracks/preview`, {
    method: 'POST',
    headers: { cookie: night.officer.cookie, 'content-type': 'application/octet-stream' },
    body: csvOf(unit, ridden()),
  });
  const { tracks } = (await response.json()) as { tracks: { visits: unknown[] }[] };
  return tracks[0]?.visits.length ?? 0;
}

interface Shift {
  readonly id: string;
  readonly revision: number;
  readonly municipality: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly patrols: readonly { readonly callSign: string }[];
}

async function putOnBicycles(callSign: string): Promise<void> {
  const lead = await night.server.as('planner');
  const query = { from: '2026-11-27', to: '2026-11-27' };
  const [listed] = ((await lead.call('listShifts', { query })).body as { shifts: Shift[] }).shifts;
  const { body } = await lead.call('getShift', { params: { id: listed?.id ?? '' } });
  const { id, revision, municipality, startsAt, endsAt, patrols } = body as Shift;
  const reply = await lead.call('updateShift', {
    params: { id },
    ifMatch: revision,
    body: {
      municipality,
      startsAt,
      endsAt,
      patrols: patrols.map((patrol) =>
        patrol.callSign === callSign ? { ...patrol, travels: 'bicycle' } : patrol,
      ),
    },
  });
  expect(reply.status, reply.text).toBe(200);
}

test('a patrol that rides through at a bicycle’s pace makes no visit on foot', async () => {
  expect(await visitsFoundFor('31-1410')).toBe(0);
});

test('and makes one where the shift has it on bicycles; another patrol still does not', async () => {
  await putOnBicycles('31-1410');
  expect(await visitsFoundFor('31-1410')).toBe(1);
  expect(await visitsFoundFor('31-1420')).toBe(0);
});
