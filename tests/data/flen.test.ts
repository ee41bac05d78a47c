import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lineIntersect, lineString, pointToLineDistance } from '@turf/turf';
import type { Feature, FeatureCollection, LineString } from 'geojson';
import { expect, test } from 'vitest';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import { areaHa, distanceM } from '#core/geo/measure.ts';
import { polygonsOf } from '#core/geo/polygons.ts';
import type { HotSpotGeometry, LonLat } from '#core/model.ts';
import { walkingRoute } from '#core/walking/walking-route.ts';
import { walksBetween } from '#core/walking/walking-times.ts';
import { readMap } from '../../server/map/map-files.ts';
import { seedSchema } from '../../server/set-up/seed.ts';

const folder = resolve(import.meta.dirname, '../../data/flen');
const { baseMap, network: read } = readMap('/nowhere');
const network = read!;
const { features } = baseMap as unknown as FeatureCollection;
const seed = seedSchema.parse(JSON.parse(readFileSync(resolve(folder, 'seed.json'), 'utf8')));
const hotSpots = seed.hotSpots.map((one) => ({
  ...one,
  geometry: one.geometry as unknown as HotSpotGeometry,
}));

const named = (name: string) => features.find((one) => one.properties!.name === name)!;
const mainLine = named('Västra stambanan') as Feature<LineString>;
const crossings = features.filter((one) => one.properties!.kind === 'crossing');
const spot = (code: string) => hotSpots.find((one) => one.code === code)!;

/** North of the main line? By the sign of the turn from the nearest stretch of it. */
function isNorth([lon, lat]: LonLat): boolean {
  const line = mainLine.geometry.coordinates;
  const stretch = line.findIndex(([x]) => x! > lon);
  const [[x1, y1], [x2, y2]] = [line[stretch - 1]!, line[stretch]!];
  return lat > y1! + ((lon - x1!) / (x2! - x1!)) * (y2! - y1!);
}

function timesOverTheLine(walked: readonly LonLat[]): LonLat[] {
  if (walked.length < 2) return [];
  const route = lineString(walked.map((at) => [...at]));
  return lineIntersect(route, mainLine.geometry).features.map(
    ({ geometry }) => geometry.coordinates as [number, number],
  );
}

const isAtCrossing = (at: LonLat) =>
  crossings.some(({ geometry }) =>
    (geometry as LineString).coordinates.some((end) => distanceM([end[0]!, end[1]!], at) < 60),
  );

const metresFrom = (line: Feature, at: LonLat) =>
  pointToLineDistance([...at], line as Feature<LineString>, { units: 'meters' });

test.each([
  ['Flen', 16.585278, 59.056947],
  ['Sköldinge', 16.454154, 59.030244],
  ['Skebokvarn', 16.717755, 59.065346],
])('the main line runs through the station of %s', (_, lon, lat) => {
  expect(metresFrom(mainLine, [lon, lat])).toBeLessThan(15);
});

test('one can walk across the main line in exactly three places, and they are named', () => {
  const across = network.edges.flatMap(([a, b]) =>
    timesOverTheLine([network.nodes[a]!, network.nodes[b]!]),
  );
  const places = new Set(across.map(([lon]) => lon.toFixed(3)));
  expect(places.size).toBe(3);
  expect(across.every(isAtCrossing)).toBe(true);
  expect(crossings.map((one) => one.properties!.name)).toEqual([
    'Gångtunneln',
    'Kungsgatsbron',
    'Variaövergången',
  ]);
});

test('every walk from a hot spot in the north to one in the south takes one of them', () => {
  const north = ['C1', 'C2', 'S1', 'H1'].map(spot);
  const south = ['R1', 'B1', 'C3'].map(spot);
  for (const from of north) {
    for (const to of south) {
      const route = walkingRoute(network, from, to).slice(1, -1);
      const over = timesOverTheLine(route);
      expect(over.length % 2, `${from.code}–${to.code}`).toBe(1);
      expect(over.every(isAtCrossing)).toBe(true);
    }
  }
});

const sidesOf = (code: string) =>
  new Set(
    polygonsOf(spot(code).geometry)
      .flat(2)
      .map(([lon = 0, lat = 0]) => isNorth([lon, lat])),
  );

test('each hot spot lies on its own side of the railway; the tunnel on both', () => {
  for (const code of ['C1', 'C2', 'S1', 'H1']) expect([...sidesOf(code)], code).toEqual([true]);
  for (const code of ['R1', 'B1', 'C3']) expect([...sidesOf(code)], code).toEqual([false]);
  expect(sidesOf('R2').size).toBe(2);
});

test('each hot spot is a valid area of 0.2 to 5 hectares that shares no ground with another', () => {
  for (const { code, id, geometry } of hotSpots) {
    const others = hotSpots
      .filter((other) => other.id !== id)
      .map((other) => ({ code: other.code, geometry: other.geometry }));
    const verdict = checkGeometry(geometry, { center: seed.area.center, others });
    expect(verdict, code).toMatchObject({ ok: true, warnings: [] });
    expect(areaHa(geometry), code).toBeGreaterThan(0.2);
    expect(areaHa(geometry), code).toBeLessThan(5);
  }
});

test('a shift lead finds each hot spot explained, with a source and a review within four months', () => {
  for (const hotSpot of hotSpots) {
    expect(hotSpot.whyHere.length).toBeGreaterThan(40);
    expect(hotSpot.whySource).not.toBe('');
    expect(hotSpot.reviewDate! <= '2027-03-23').toBe(true);
    expect(hotSpot.windows.length).toBeGreaterThan(0);
  }
});

test('on a Friday night the station, the tunnel and the bus station are wanted past midnight', () => {
  for (const code of ['R1', 'R2', 'B1']) {
    const friday = spot(code).windows.find(
      (one) => one.weekdays.includes(5) && one.end < one.start,
    );
    expect(friday, code).toBeDefined();
  }
});

test('ids are UUIDv7 and never used twice', () => {
  const ids = hotSpots.flatMap(({ id, versionId, windows }) => [
    id,
    versionId,
    ...windows.map((one) => one.id),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('all hot spots and the base are reached through the network, none by a straight line', () => {
  const places = [...hotSpots, seed.base];
  const walks = walksBetween(network, places).flat();
  expect(new Set(walks.map(({ method }) => method))).toEqual(new Set(['network']));
});

test('the network hangs together', () => {
  const reached = new Set([0]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [a, b] of network.edges) {
      if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
    }
  }
  expect(reached.size).toBe(network.nodes.length);
});

test('each edge is as long as the ground between its nodes', () => {
  for (const [a, b, metres] of network.edges) {
    expect(Math.abs(metres - distanceM(network.nodes[a]!, network.nodes[b]!))).toBeLessThan(0.1);
  }
});

test('the base map says that it is schematic and where each thing on it comes from', () => {
  expect(baseMap).toMatchObject({ schematic: true, attribution: expect.stringContaining('MSB') });
  for (const { properties } of features) {
    expect(properties).toMatchObject({
      kind: expect.stringMatching(
        /^(rail|street|path|crossing|water|green|square|building|place)$/,
      ),
      source: expect.any(String),
      approximate: expect.any(Boolean),
    });
  }
});

test.each([
  ['Sveavägen', 16.589102, 59.055543],
  ['Södra Kungsgatan', 16.595982, 59.055764],
  ['Drottninggatan', 16.585869, 59.058412],
  ['Sahlstagatan', 16.584, 59.054187],
  ['Götgatan', 16.589343, 59.058495],
  ['Norra Järnvägsgatan', 16.586481, 59.057704],
  ['Storgatan', 16.588118, 59.059912],
])('%s runs by its house numbers', (street, lon, lat) => {
  expect(metresFrom(named(street), [lon, lat])).toBeLessThan(60);
});
