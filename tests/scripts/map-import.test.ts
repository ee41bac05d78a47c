import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readMap } from '../../server/map/map-files.ts';
import { asXml, fileOf, gzipped, street, type Town } from '../formats/osm/extract-file.ts';

const script = resolve(import.meta.dirname, '../../scripts/map-import.ts');
const town: Town = {
  nodes: [10, 20, 30, 14, 24],
  ways: [street(1, 10, 20, 30), street(2, 14, 24)],
};
const newDataDir = () => mkdtempSync(join(tmpdir(), 'fotspar-map-'));

const run = (dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, FOTSPAR_DATA_DIR: dataDir },
  });

const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

test('an imported extract becomes the map that the server reads', () => {
  const dataDir = newDataDir();
  expect(readMap(dataDir).baseMap.schematic).toBe(true);
  const { status, stderr } = run(dataDir, gzipped(asXml(town)));
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('1 of 3'),
  });
  const { baseMap, network } = readMap(dataDir);
  expect(baseMap).toMatchObject({
    schematic: false,
    attribution: '© OpenStreetMap contributors, ODbL',
  });
  expect(network?.nodes).toHaveLength(3);
});

test('it says what was kept, and what was left out', () => {
  const { stdout } = run(newDataDir(), fileOf(asXml(town)));
  expect(stdout).toMatch(/streets +2/);
  expect(stdout).toContain(
    '2 walkable ways with 2 street names, 0.3 km; 66.7 % of it is connected',
  );
  expect(stdout).toContain('Left out: 0.1 km without a connection to it (1 part).');
});

test('a file that cannot be used ends in one line, exit 1, and the map that was there', () => {
  const dataDir = newDataDir();
  run(dataDir, fileOf(asXml(town)));
  const before = filesIn(join(dataDir, 'map'));
  const { status, stdout, stderr } = run(dataDir, fileOf(asXml(town).slice(0, 300)));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines.filter((line) => !line.startsWith('Reading'))).toHaveLength(1);
  expect(lines.at(-1)).toContain('The map stays as it was.');
  expect(filesIn(join(dataDir, 'map'))).toEqual(before);
  expect(readdirSync(dataDir)).toEqual(['map']);
});

test('a second import takes the place of the first', () => {
  const dataDir = newDataDir();
  run(dataDir, fileOf(asXml(town)));
  run(dataDir, fileOf(asXml({ ...town, ways: [street(1, 10, 20)] })));
  expect(readMap(dataDir).network?.nodes).toHaveLength(2);
  expect(readdirSync(dataDir)).toEqual(['map']);
});

test('without a file it says how it is used', () => {
  const dataDir = newDataDir();
  const { status, stderr } = run(dataDir);
  expect(status).toBe(2);
  expect(stderr).toContain('usage: npm run map:import -- FILE');
  expect(existsSync(join(dataDir, 'map'))).toBe(false);
});

test('a data folder that cannot be written ends in one line', () => {
  const { status, stderr } = run('/dev/null/data', fileOf(asXml(town)));
  expect(status).toBe(1);
  expect(stderr.trimEnd().split('\n').at(-1)).toContain('/dev/null/data');
});
