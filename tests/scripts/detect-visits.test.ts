import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import { BadTrack } from '../../server/formats/tracks/bad-track.ts';
import { readTrack } from '../../server/formats/tracks/read-track.ts';
import { readTrackedHotSpots } from '../../server/formats/tracks/read-tracked-hot-spots.ts';
import { iso, utc } from '../core/instant.ts';
import { agreementOf, figuresOf } from '../core/tracks/agreement.ts';
import { at, SQUARE, STARTS_AT, walk } from '../core/tracks/straight-walk.ts';

/** Each case starts a process. */
vi.setConfig({ testTimeout: 60_000 });

const script = resolve(import.meta.dirname, '../../scripts/detect-visits.ts');
const folder = mkdtempSync(join(tmpdir(), 'fotspar-tracks-'));
const shared = resolve(import.meta.dirname, '../../../shared/tracks');
const isThere = existsSync(shared);
if (!isThere) console.log(`Skipped: the tracks with known visits are not at ${shared}.`);

const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });
const feature = { type: 'Feature', id: SQUARE.id, properties: {}, geometry: SQUARE.geometry };
const hotSpots = fileOf('hot-spots.geojson', collection(feature));

const csvOf = (unit: string) =>
  walk([at(0, 50, 50), at(12, 52, 50)])
    .map(({ at, lonLat: [lon, lat] }) => `${unit},${iso(at)},${lat},${lon}`)
    .join('\n');
const track = fileOf('one.csv', `unit,time,lat,lon\n${csvOf('A')}`);
const twoPatrols = fileOf('two.csv', `unit,time,lat,lon\n${csvOf('A')}\n${csvOf('B')}`);

function refusal(...args: string[]): string {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr;
}

describe('npm run detect-visits', () => {
  test('prints the visits in each track as JSON', () => {
    const { status, stdout, stderr } = run('--hotspots', hotSpots, track, twoPatrols);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const visit = { hotspot: 'square', start: iso(STARTS_AT), end: iso(STARTS_AT + 710_000) };
    const tracks = [track, `${twoPatrols}#A`, `${twoPatrols}#B`];
    expect(JSON.parse(stdout)).toEqual(tracks.map((track) => ({ track, ...visit })));
  });

  test('prints an empty list where there is no visit', () => {
    const away = fileOf('away.csv', 'time,lat,lon\n2026-11-27T21:00:00Z,59.1,16.5');
    expect(JSON.parse(run('--hotspots', hotSpots, away).stdout)).toEqual([]);
  });

  test('refuses a track that is broken, though others before it are not', () => {
    const broken = fileOf('broken.csv', 'time,lat,lon\nyesterday,59.1,16.5');
    const line = refusal('--hotspots', hotSpots, track, broken);
    expect(line).toContain('broken.csv: line 2: "yesterday" is no time');
  });

  test.each([
    ['no-id.geojson', collection({ ...feature, id: undefined }), '/features/0/id'],
    ['twice.geojson', collection(feature, feature), '/features/1/id: square stands twice'],
    [
      'point.geojson',
      collection({ ...feature, geometry: { type: 'Point' } }),
      '/features/0/geometry',
    ],
    ['feature.geojson', JSON.stringify(feature), '/type'],
  ])('refuses the hot spots of %s', (name, text, where) => {
    expect(refusal('--hotspots', fileOf(name, text), track)).toContain(`${name}: ${where}`);
  });

  test('refuses a file of 100 MB with the cure, before it is read', () => {
    const large = fileOf('large.gpx', '<gpx version="1.1">');
    truncateSync(large, 100_000_000);
    const line = refusal('--hotspots', hotSpots, large);
    expect(line).toContain('large.gpx: the file is 100 MB; at most 50 MB is read: split it up');
  });

  test('refuses an entity bomb on one line', () => {
    const doctype = '<!DOCTYPE gpx [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>';
    const bomb = fileOf('bomb.gpx', `${doctype}<gpx version="1.1">&b;</gpx>`);
    expect(refusal('--hotspots', hotSpots, bomb)).toContain('bomb.gpx: line 1: the file defines');
  });

  test('refuses a file that is not there', () => {
    expect(refusal('--hotspots', hotSpots, join(folder, 'nowhere.gpx'))).toContain('nowhere.gpx');
  });

  test('refuses a call without hot spots or tracks', () => {
    expect(refusal(track)).toContain('--hotspots');
    expect(refusal('--hotspots', hotSpots)).toContain('tracks');
  });
});

describe.runIf(isThere)('on the tracks with known visits', () => {
  const places = isThere
    ? readTrackedHotSpots(readFileSync(join(shared, 'hotspots.geojson'), 'utf8'))
    : [];
  const filesIn = (name: string) => (isThere ? readdirSync(join(shared, name)) : []);
  const read = (...path: string[]) => readTrack(readFileSync(join(shared, ...path)));

  interface Truth {
    readonly hotspot: string;
    readonly start: string;
    readonly end: string;
  }

  const truthOf = (name: string) =>
    (JSON.parse(readFileSync(join(shared, `${name}.truth.json`), 'utf8')) as Truth[]).map(
      ({ hotspot, start, end }) => ({ hotSpotId: hotspot, from: utc(start), to: utc(end) }),
    );

  test('all but one in a hundred visits are found, and their length to a quarter of a minute', () => {
    const names = filesIn('.').flatMap((file) => /^(patrol-\d+)\.gpx$/.exec(file)?.[1] ?? []);
    expect(names).toHaveLength(12);
    const agreements = names.map((name) => {
      const found = read(`${name}.gpx`).flatMap(({ points }) => detectVisits(places, points));
      return agreementOf(truthOf(name), found);
    });
    const { f1, dwellErrorS } = figuresOf(agreements);
    expect(f1).toBeGreaterThanOrEqual(0.99);
    expect(dwellErrorS).toBeLessThanOrEqual(15);
  });

  /** What other projects keep as odd; these have whole track points with times, and no fault in them. */
  const READABLE = /empty-segment|empty_ele|unique_trkpt/;

  test.each(filesIn('malformed'))('malformed/%s is refused, or read', (file) => {
    const tracks = () => read('malformed', file);
    if (READABLE.test(file)) expect(tracks()).toHaveLength(1);
    else expect(tracks).toThrow(BadTrack);
  });

  test('what is malformed is refused on one line', () => {
    const places = join(shared, 'hotspots.geojson');
    const line = refusal('--hotspots', places, join(shared, 'malformed', 'togeojson_bad.gpx'));
    expect(line).toContain('togeojson_bad.gpx: line 5: no longitude: "undefined"');
  });

  test.each(filesIn('recorded'))('recorded/%s has a track, or says that it has none', (file) => {
    const points = () => read('recorded', file).flatMap(({ points }) => points).length;
    if (/schema_locations|1_with_extensions/.test(file.replaceAll('.', '_')))
      expect(points).toThrow('without a track point');
    else expect(points()).toBeGreaterThan(0);
  });
});
