/** Small extracts written as files, in the words of OpenStreetMap: what a test says stands in them and nothing else. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type Tags = Record<string, string>;

interface Way {
  readonly id: number;
  readonly nodes: readonly number[];
  readonly tags: Tags;
}

interface Relation {
  readonly id: number;
  readonly members: readonly { type: string; ref: number; role: string }[];
  readonly tags: Tags;
}

/** Nodes stand on a grid of about 100 m: node 23 is in column 2 of row 3. Tags by node where it has any. */
export interface Town {
  readonly nodes: readonly number[];
  readonly nodeTags?: Readonly<Record<number, Tags>>;
  readonly ways: readonly Way[];
  readonly relations?: readonly Relation[];
}

const folder = mkdtempSync(join(tmpdir(), 'fotspar-osm-'));
let files = 0;

export function fileOf(content: string | Uint8Array, ending = 'osm'): string {
  files += 1;
  const file = join(folder, `${files}.${ending}`);
  writeFileSync(file, content);
  return file;
}

export const gzipped = (content: string): string => fileOf(gzipSync(content), 'osm.gz');

export const lonOf = (id: number): number => 16.58 + Math.floor(Math.abs(id) / 10) * 0.0017;
export const latOf = (id: number): number => 59.05 + (Math.abs(id) % 10) * 0.0009;

export function asJson({ nodes, nodeTags = {}, ways, relations = [] }: Town): string {
  const elements = [
    ...nodes.map((id) => ({
      type: 'node',
      id,
      lat: latOf(id),
      lon: lonOf(id),
      ...(nodeTags[id] && { tags: nodeTags[id] }),
    })),
    ...ways.map((way) => ({ type: 'way', ...way })),
    ...relations.map((relation) => ({ type: 'relation', ...relation })),
  ];
  const osm3s = { timestamp_osm_base: '2026-11-23T10:00:00Z', copyright: 'ODbL' };
  return JSON.stringify({ version: 0.6, generator: 'Overpass API', osm3s, elements });
}

const xmlTags = (tags: Tags): string =>
  Object.entries(tags)
    .map(([key, value]) => `<tag k="${key}" v="${value}"/>`)
    .join('');

export function asXml({ nodes, nodeTags = {}, ways, relations = [] }: Town): string {
  const lines = [
    ...nodes.map(
      (id) =>
        `<node id="${id}" lat="${latOf(id)}" lon="${lonOf(id)}">${xmlTags(nodeTags[id] ?? {})}</node>`,
    ),
    ...ways.map(
      ({ id, nodes: refs, tags }) =>
        `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${xmlTags(tags)}</way>`,
    ),
    ...relations.map(
      ({ id, members, tags }) =>
        `<relation id="${id}">${members
          .map(({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${role}"/>`)
          .join('')}${xmlTags(tags)}</relation>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${lines.join('\n')}\n</osm>\n`;
}

export const street = (id: number, ...nodes: number[]): Way => ({
  id,
  nodes,
  tags: { highway: 'residential', name: `Gata ${id}` },
});

export const way = (id: number, tags: Tags, ...nodes: number[]): Way => ({ id, nodes, tags });
