/** Reads OSM JSON (Overpass `out:json`, API 0.6) as it streams in: its list `elements`, one element at a time. */
import { Readable } from 'node:stream';
import { parser } from 'stream-json';
import { Assembler } from 'stream-json/assembler.js';
import { z } from 'zod';
import type { LonLat } from '#core/model.ts';
import { BadExtract, idOf, type OsmObject, positionOf } from './osm-object.ts';
import { failure, isFailure } from './read-osm-xml.ts';

const tags = z.record(z.string(), z.coerce.string()).default({});
const id = z.unknown();
const point = z.object({ lat: z.unknown(), lon: z.unknown() });

const element = z.discriminatedUnion('type', [
  z.object({ type: z.literal('node'), id, tags, lat: z.unknown(), lon: z.unknown() }),
  z.object({
    type: z.literal('way'),
    id,
    tags,
    nodes: z.array(z.unknown()).default([]),
    geometry: z.array(point.nullable()).optional(),
  }),
  z.object({
    type: z.literal('relation'),
    id,
    tags,
    members: z
      .array(z.object({ type: z.string(), ref: z.unknown(), role: z.string().default('') }))
      .default([]),
  }),
]);
const deleted = z.object({ visible: z.literal(false), type: z.string(), id });
const BATCH = 1000;

/** @throws BadExtract where the JSON is broken or is no extract */
export async function* readOsmJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<OsmObject[]> {
  const tokens = Readable.from(chunks).compose(
    parser.asStream({ streamValues: false, packValues: true }),
  ) as AsyncIterable<parser.Token>;
  const reader = new ElementReader();
  try {
    for await (const token of tokens) {
      reader.take(token);
      if (reader.done.length >= BATCH) yield reader.done.splice(0);
    }
  } catch (error) {
    if (error instanceof BadExtract) throw error;
    throw new BadExtract(
      `the JSON is broken: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!reader.hasElements) throw new BadExtract('it is JSON, but has no list «elements»');
  yield reader.done;
}

/** Follows the tokens: depth 1 is the document, depth 2 its list of elements, deeper an element. */
class ElementReader {
  readonly done: OsmObject[] = [];
  hasElements = false;
  #depth = 0;
  #key = '';
  #element: Assembler | null = null;

  take(token: parser.Token): void {
    if (token.name === 'startObject' || token.name === 'startArray') this.#open(token);
    this.#element?.consume(token);
    if (token.name === 'endObject' || token.name === 'endArray') this.#close();
    if (this.#depth !== 1) return;
    if (token.name === 'keyValue') this.#key = token.value;
    if (token.name === 'stringValue' && this.#key === 'remark' && isFailure(token.value))
      throw new BadExtract(failure(token.value));
  }

  #open({ name }: parser.Token): void {
    this.#depth += 1;
    if (this.#depth === 2 && this.#key === 'elements') this.hasElements = name === 'startArray';
    if (this.#depth === 3 && this.#key === 'elements' && this.hasElements)
      this.#element = new Assembler();
  }

  #close(): void {
    this.#depth -= 1;
    if (this.#depth !== 2 || !this.#element) return;
    const object = toObject(this.#element.current);
    if (object) this.done.push(object);
    this.#element = null;
  }
}

/** Null for an element that is neither node, way nor relation (Overpass counts, areas). */
function toObject(value: unknown): OsmObject | null {
  const gone = deleted.safeParse(value);
  if (gone.success)
    return { type: 'deleted', of: gone.data.type, id: idOf(gone.data.type, gone.data.id) };
  const parsed = element.safeParse(value);
  if (!parsed.success) return refuseOrSkip(value, parsed.error);
  const it = parsed.data;
  const itsId = idOf(it.type, it.id);
  if (it.type === 'node') {
    const lonLat = positionOf(`node ${itsId}`, it.lon, it.lat);
    return { type: 'node', id: itsId, lonLat, tags: it.tags };
  }
  if (it.type === 'relation') {
    const members = it.members.map((one) => ({ ...one, ref: idOf('member', one.ref) }));
    return { type: 'relation', id: itsId, members, tags: it.tags };
  }
  const refs = it.nodes.map((ref) => idOf(`node of way ${itsId}`, ref));
  const positions = it.geometry?.map((at): LonLat | null =>
    at ? positionOf(`a node of way ${itsId}`, at.lon, at.lat) : null,
  );
  return { type: 'way', id: itsId, refs, tags: it.tags, ...(positions && { positions }) };
}

function refuseOrSkip(value: unknown, error: z.ZodError): null {
  const { type } = (value ?? {}) as { type?: unknown };
  if (type !== 'node' && type !== 'way' && type !== 'relation') return null;
  const issue = error.issues[0];
  throw new BadExtract(`a ${type} is malformed: /${issue?.path.join('/')}: ${issue?.message}`);
}
