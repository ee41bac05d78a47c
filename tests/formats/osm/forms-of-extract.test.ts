import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importMap } from '../../../server/formats/osm/import-map.ts';
import {
  asJson,
  asXml,
  fileOf,
  gzipped,
  latOf,
  lonOf,
  street,
  type Town,
  way,
} from './extract-file.ts';

const quiet = () => undefined;
const read = (file: string) => importMap(file, quiet);
const refusal = (file: string) =>
  read(file).then(
    () => 'was taken',
    (error: Error) => `${error.name}: ${error.message}`,
  );

const town: Town = {
  nodes: [10, 20, 30, 31, 32, 50, 60, 61, 51, 55],
  nodeTags: { 55: { place: 'suburb', name: 'Talja' } },
  ways: [
    street(1, 10, 20, 30),
    way(2, { highway: 'footway' }, 30, 31, 32),
    way(3, { railway: 'rail', name: 'Banan' }, 10, 60),
    way(4, { building: 'yes' }, 50, 60, 61, 51, 50),
  ],
};

describe('the same town in each form gives the same map', async () => {
  const json = await read(fileOf(asJson(town), 'json'));

  test.each([
    ['OSM XML', () => fileOf(asXml(town))],
    ['OSM XML, gzipped', () => gzipped(asXml(town))],
    ['JSON, gzipped', () => gzipped(asJson(town))],
    ['XML with a byte order mark', () => fileOf(`\uFEFF${asXml(town)}`)],
    ['a name that says nothing', () => fileOf(asXml(town), 'download')],
  ])('%s', async (_, file) => {
    expect(await read(file())).toEqual(json);
  });

  test('as Overpass gives it with «out geom», without nodes', async () => {
    const { ways } = town;
    const elements = ways.map(({ id, nodes, tags }) => {
      const geometry = nodes.map((node) => ({ lat: latOf(node), lon: lonOf(node) }));
      return { type: 'way', id, nodes, tags, geometry };
    });
    const located = await read(fileOf(JSON.stringify({ version: 0.6, elements }), 'json'));
    expect(located.network).toEqual(json.network);
  });
});

describe('objects that the file says are deleted are left out', () => {
  const xml = asXml(town);
  test.each([
    ['by visible="false"', xml.replace('<way id="1">', '<way id="1" visible="false">')],
    ['by JOSM', xml.replace('<way id="1">', '<way id="1" action="delete">')],
  ])('%s', async (_, content) => {
    expect((await read(fileOf(content))).report.walkableWays).toBe(1);
  });

  test('a deleted node needs no position; its way is cut there', async () => {
    const gone = xml.replace(/<node id="31"[^>]*>/, '<node id="31" visible="false">');
    expect((await read(fileOf(gone))).report).toMatchObject({ cutWays: 1, missingNodes: 1 });
  });
});

describe('the base map', async () => {
  const lake = (...ways: number[]) => ({
    id: 9,
    members: ways.map((ref) => ({ type: 'way', ref, role: ref === 13 ? 'inner' : 'outer' })),
    tags: { type: 'multipolygon', natural: 'water', name: 'Gårdsjön' },
  });
  const withLake: Town = {
    ...town,
    nodes: [...town.nodes, 100, 140, 144, 104, 111, 121, 122],
    ways: [
      ...town.ways,
      way(11, {}, 100, 140, 144),
      way(12, {}, 100, 104, 144),
      way(13, {}, 111, 121, 122, 111),
    ],
  };
  const drawn = async (given: Town) => (await read(fileOf(asJson(given), 'json'))).baseMap.features;

  test('draws streets, paths, railways, buildings and names, and says whose data it is', async () => {
    const { baseMap } = await read(fileOf(asJson(town), 'json'));
    expect(baseMap.attribution).toBe('© OpenStreetMap contributors, ODbL');
    expect(baseMap.features.map(({ properties }) => properties)).toEqual([
      { kind: 'building' },
      { kind: 'street', class: 'minor', name: 'Gata 1' },
      { kind: 'path' },
      { kind: 'rail', class: 'major', name: 'Banan' },
      { kind: 'place', name: 'Talja' },
    ]);
  });

  test('joins the ways round a lake, whichever way they run, and leaves its island out', async () => {
    const features = await drawn({ ...withLake, relations: [lake(11, 12, 13)] });
    const water = features.find(({ properties }) => properties?.kind === 'water');
    expect(water!.properties).toEqual({ kind: 'water', name: 'Gårdsjön' });
    expect(
      (water!.geometry as { coordinates: unknown[][] }).coordinates.map((ring) => ring.length),
    ).toEqual([5, 4]);
  });

  test('leaves out a lake whose shore leaves the extract, and says so', async () => {
    const cut = {
      ...withLake,
      relations: [lake(11, 12, 99)],
      ways: withLake.ways.filter(({ id }) => id !== 12),
    };
    const { baseMap, report } = await read(fileOf(asJson(cut), 'json'));
    expect(baseMap.features.some(({ properties }) => properties?.kind === 'water')).toBe(false);
    expect(report.brokenAreas).toBe(1);
  });
});

describe('a file that cannot be used is refused with one line', () => {
  const xml = asXml(town);
  const json = asJson(town);
  test.each([
    ['an empty file', '', 'it is empty'],
    ['some text', 'hej', 'it is no OpenStreetMap extract'],
    ['a web page', '<html><body>503</body></html>', 'begins with <html>'],
    ['broken XML', xml.replace('</way>', '</wax>'), 'the XML is broken'],
    ['XML that ends in the middle', xml.slice(0, 900), 'ends in the middle (line'],
    ['JSON that ends in the middle', json.slice(0, 900), 'the JSON is broken'],
    ['broken JSON', json.replace('"type"', 'type'), 'the JSON is broken'],
    ['GeoJSON', '{"type":"FeatureCollection","features":[]}', 'has no list «elements»'],
    ['a list of changes', '<osmChange version="0.6"><modify/></osmChange>', 'osmChange'],
    ['no objects', '{"version":0.6,"elements":[]}', 'holds no node, way or relation'],
    ['no streets', asJson({ ...town, ways: [] }), 'no street or path that one can walk'],
    ['streets without nodes', asJson({ ...town, nodes: [99] }), 'none of its 2 walkable ways'],
    ['a latitude of 159', xml.replace('lat="59.05"', 'lat="159.05"'), 'latitude 159.05'],
    ['a node without an id', xml.replace('id="10"', 'id="tio"'), 'which is no whole number'],
    [
      'what Overpass gave before it broke off',
      json.replace('"elements"', '"remark":"runtime error: Query timed out","elements"'),
      'the Overpass server broke off: runtime error: Query timed out',
    ],
  ])('%s', async (_, content, why) => {
    const said = await refusal(fileOf(content));
    expect(said).toContain('BadExtract');
    expect(said).toContain(why);
    expect(said).not.toContain('\n');
  });

  test('a gzip that ends in the middle', async () => {
    const whole = readFileSync(gzipped(xml));
    expect(await refusal(fileOf(whole.subarray(0, 200)))).toContain('cannot be unpacked');
  });

  test('a folder, and a file that is not there', async () => {
    expect(await refusal('/tmp')).toContain('it is no file');
    expect(await refusal('/nowhere.osm')).toContain('there is no such file');
  });
});

const shared = resolve(import.meta.dirname, '../../../../shared/osm');
const absent = !existsSync(shared);
if (absent) console.log('skipped: the real extracts of ../shared/osm are not here');

describe.skipIf(absent)('real extracts', () => {
  test.each([
    ['gh_krems.osm.gz', { ways: 733, km: 186, names: 150, connected: 98.1 }],
    ['otp_herrenberg-minimal.osm.pbf', { ways: 1692, km: 140, names: 205, connected: 98.7 }],
  ])('%s gives a town’s streets, nearly all of them connected', async (name, known) => {
    const { report, network } = await read(resolve(shared, name));
    expect(report.walkableWays / known.ways).toBeCloseTo(1, 1);
    expect(report.totalM / 1000 / known.km).toBeCloseTo(1, 1);
    expect(report.namedStreets).toBe(known.names);
    expect(Math.abs((100 * report.keptM) / report.totalM - known.connected)).toBeLessThan(1.5);
    expect(network.edges.length).toBeGreaterThan(network.nodes.length - 1);
  });

  test('a way that refers to a node that is not there is cut, not refused', async () => {
    const { report } = await read(resolve(shared, 'r5_missing-nodes.osm.pbf'));
    expect(report).toMatchObject({ cutWays: 1, missingNodes: 1 });
  });

  test('a PBF that ends in the middle, or is broken there, is refused', async () => {
    const whole = readFileSync(resolve(shared, 'otp_herrenberg-minimal.osm.pbf'));
    expect(await refusal(fileOf(whole.subarray(0, 90_000)))).toContain('ends in the middle');
    const broken = Buffer.from(whole);
    broken.fill(0, 70_000, 80_000);
    expect(await refusal(fileOf(broken))).toContain('the PBF is broken');
  });
});
