/** Reads OSM PBF as it streams in, with the parser of `osm-pbf-parser-node`. */
import { OSMTransform } from 'osm-pbf-parser-node';
import { z } from 'zod';
import {
  BadExtract,
  type OsmMember,
  type OsmObject,
  type OsmTags,
  positionOf,
} from './osm-object.ts';

/** What the parser gives: a batch that begins with the header, then batches of objects. */
type PbfItem =
  | { readonly type: 'node'; id: number; lon: number; lat: number; tags?: OsmTags }
  | { readonly type: 'way'; id: number; refs: number[]; tags?: OsmTags }
  | { readonly type: 'relation'; id: number; members: OsmMember[]; tags?: OsmTags }
  | { readonly type?: undefined; required_features?: unknown };

const UNDERSTOOD = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const features = z.array(z.string()).default([]);

/** Fields of the parser that its typings leave out: what it has not used yet, and 0 between two blocks. */
interface ParserState {
  readonly buffer: Buffer | null;
  readonly offset: number;
  readonly status: number;
}

/** @throws BadExtract where the file is broken, ends in the middle or needs what the parser does not know */
export async function* readOsmPbf(chunks: AsyncIterable<Buffer>): AsyncGenerator<OsmObject[]> {
  const parser = new OSMTransform({ withTags: true });
  for await (const chunk of chunks) {
    for (const batch of parsed(parser, chunk)) yield batch.flatMap(toObject);
  }
  const { buffer, offset, status } = parser as unknown as ParserState;
  if (status !== 0 || buffer?.length !== offset) throw new BadExtract('the PBF ends in the middle');
}

/** The parser throws where it stands, not as a stream's error: driven by hand, since a pipe could not catch that. */
function parsed(parser: OSMTransform, chunk: Buffer): PbfItem[][] {
  const batches: PbfItem[][] = [];
  try {
    parser.write(chunk);
    for (let batch = parser.read(); batch !== null; batch = parser.read()) batches.push(batch);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadExtract(`the PBF is broken: ${why}`);
  }
  return batches;
}

function toObject(item: PbfItem): OsmObject[] {
  if (!item.type) {
    const needed = features.parse(item.required_features);
    const unknown = needed.find((feature) => !UNDERSTOOD.has(feature));
    if (unknown) throw new BadExtract(`the PBF needs «${unknown}», which is not supported`);
    return [];
  }
  const tags = item.tags ?? {};
  if (item.type === 'way') return [{ type: 'way', id: item.id, refs: item.refs, tags }];
  if (item.type === 'relation')
    return [{ type: 'relation', id: item.id, members: item.members, tags }];
  const lonLat = positionOf(`node ${item.id}`, item.lon, item.lat);
  return [{ type: 'node', id: item.id, lonLat, tags }];
}
