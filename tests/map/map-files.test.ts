import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WalkNetwork } from '#core/walking/network.ts';
import { readMap, replaceMap } from '../../server/map/map-files.ts';

const baseMap = { type: 'FeatureCollection', schematic: false, features: [] } as const;
const network: WalkNetwork = {
  nodes: [
    [16.58, 59.05],
    [16.59, 59.05],
  ],
  edges: [[0, 1, 572.9]],
};
const newDataDir = () => mkdtempSync(join(tmpdir(), 'fotspar-map-'));

test('without an import the schematic of Flen is read', () => {
  const map = readMap(newDataDir());
  expect(map.baseMap.schematic).toBe(true);
  expect(map.network?.edges.length).toBeGreaterThan(100);
});

test('what replaced it is read back as it was', () => {
  const dataDir = newDataDir();
  replaceMap(dataDir, baseMap, network);
  expect(readMap(dataDir)).toEqual({ baseMap, network });
});

test('an import that was killed between its two renames leaves the old map in use', () => {
  const dataDir = newDataDir();
  const folder = replaceMap(dataDir, baseMap, network);
  renameSync(folder, `${folder}.old`);
  expect(readMap(dataDir)).toEqual({ baseMap, network });
  replaceMap(dataDir, { ...baseMap, features: [] }, network);
  expect(readMap(dataDir).network).toEqual(network);
});

test('a damaged network is refused, naming the file', () => {
  const dataDir = newDataDir();
  const folder = replaceMap(dataDir, baseMap, network);
  writeFileSync(
    join(folder, 'walk-network.json'),
    JSON.stringify({ ...network, edges: [[0, 7, 1]] }),
  );
  expect(() => readMap(dataDir)).toThrow(/walk-network\.json: edges an edge leads to a node/);
});
