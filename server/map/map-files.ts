/**
 * The base map and the walking network as files: what an import has written to the data folder, else Flen's schematic that ships.
 * Both are replaced together by renaming, so that a reader sees the old pair or the new one.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lonLat } from '#contract/schemas/common.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import type { MapDocuments } from '../services.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'data', 'flen');
const BASE_MAP = 'base-map.geojson';
const NETWORK = 'walk-network.json';

const baseMapSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ type: z.literal('Feature') })),
});

/** What is asked of a base map: that it is GeoJSON; what stands in it is the drawing's business. */
export interface BaseMapFile {
  readonly type: 'FeatureCollection';
  readonly features: readonly object[];
}

const node = z.number().int().min(0);
const networkSchema = z
  .object({
    nodes: z.array(lonLat),
    edges: z.array(z.tuple([node, node, z.number().min(0)])),
  })
  .refine(({ nodes, edges }) => edges.every(([a, b]) => a < nodes.length && b < nodes.length), {
    error: 'an edge leads to a node that is not there',
    path: ['edges'],
  }) satisfies z.ZodType<WalkNetwork>;

const folderOf = (dataDir: string): string => join(dataDir, 'map');

/** @throws Error naming the file where an imported map cannot be read */
export function readMap(dataDir: string): MapDocuments {
  // The old folder: an import was killed between its two renames.
  const candidates = [folderOf(dataDir), `${folderOf(dataDir)}.old`];
  const folder = candidates.find((one) => existsSync(join(one, BASE_MAP))) ?? SHIPPED;
  return {
    baseMap: parseFile(join(folder, BASE_MAP), baseMapSchema),
    network: parseFile(join(folder, NETWORK), networkSchema),
  };
}

function parseFile<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('/')} ${issue?.message}. Import the map again.`);
}

/**
 * Puts a new map in place of the old; until the last rename the old one is what is read.
 * @returns the folder that holds it
 */
export function replaceMap(dataDir: string, baseMap: BaseMapFile, network: WalkNetwork): string {
  const folder = folderOf(dataDir);
  const fresh = `${folder}.new`;
  const old = `${folder}.old`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, BASE_MAP), JSON.stringify(baseMap), { flush: true });
  writeFileSync(join(fresh, NETWORK), JSON.stringify(network), { flush: true });
  if (existsSync(folder)) {
    rmSync(old, { recursive: true, force: true });
    renameSync(folder, old);
  }
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
  return folder;
}
