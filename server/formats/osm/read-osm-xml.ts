/** Reads OSM XML (API 0.6, Overpass `out:xml`, JOSM) as it streams in. */
import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import type { LonLat } from '#core/model.ts';
import {
  BadExtract,
  idOf,
  type OsmMember,
  type OsmObject,
  type OsmTags,
  positionOf,
} from './osm-object.ts';

interface OpenObject {
  readonly kind: 'node' | 'way' | 'relation';
  readonly attributes: OsmTags;
  readonly tags: Record<string, string>;
  readonly refs: number[];
  readonly positions: (LonLat | null)[];
  readonly members: OsmMember[];
}

/** @throws BadExtract with the line at which the XML is broken */
export async function* readOsmXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<OsmObject[]> {
  const decoder = new StringDecoder('utf8');
  const reader = new OsmXmlReader();
  for await (const chunk of chunks) yield reader.take(decoder.write(chunk));
  yield reader.end(decoder.end());
}

class OsmXmlReader {
  readonly #parser = sax.parser(true, { position: true });
  #depth = 0;
  #open: OpenObject | null = null;
  #done: OsmObject[] = [];
  #inRemark = false;

  constructor() {
    Object.assign(this.#parser, {
      onopentag: ({ name, attributes }: sax.Tag) => this.#begin(name, attributes),
      onclosetag: (name: string) => this.#finish(name),
      ontext: (text: string) => {
        if (this.#inRemark && isFailure(text)) throw new BadExtract(failure(text));
      },
      onerror: ({ message }: Error) => {
        throw new BadExtract(`the XML is broken: ${message.split('\n')[0] ?? ''} ${this.#at()}`);
      },
    });
  }

  take(text: string): OsmObject[] {
    this.#parser.write(text);
    const done = this.#done;
    this.#done = [];
    return done;
  }

  end(rest: string): OsmObject[] {
    const last = this.take(rest);
    if (this.#depth > 0) throw new BadExtract(`the XML ends in the middle ${this.#at()}`);
    this.#parser.close();
    return last;
  }

  #at(): string {
    return `(line ${this.#parser.line + 1})`;
  }

  #begin(name: string, attributes: OsmTags): void {
    this.#depth += 1;
    if (this.#depth === 1) return checkRoot(name);
    if (this.#depth === 2) {
      this.#inRemark = name === 'remark';
      const isObject = name === 'node' || name === 'way' || name === 'relation';
      this.#open = isObject
        ? { kind: name, attributes, tags: {}, refs: [], positions: [], members: [] }
        : null;
      return;
    }
    if (this.#open && this.#depth === 3) addPart(this.#open, name, attributes);
  }

  #finish(name: string): void {
    this.#depth -= 1;
    if (name === 'remark') this.#inRemark = false;
    if (this.#depth !== 1 || !this.#open) return;
    this.#done.push(toObject(this.#open));
    this.#open = null;
  }
}

/** Overpass says in a remark that it broke off; what came before is then only a part. */
export const isFailure = (remark: string): boolean => /error|timed out|out of memory/i.test(remark);
export const failure = (remark: string): string =>
  `the Overpass server broke off: ${remark.replaceAll(/\s+/g, ' ').trim()}`;

function checkRoot(name: string): void {
  if (name === 'osm') return;
  if (name === 'osmChange')
    throw new BadExtract('it is a list of changes (osmChange), not an extract');
  throw new BadExtract(`it is XML, but begins with <${name}>, not with <osm>`);
}

function addPart(open: OpenObject, name: string, attributes: OsmTags): void {
  const { k, v, ref, type, role, lon, lat } = attributes;
  if (name === 'tag' && k !== undefined) open.tags[k] = v ?? '';
  if (name === 'nd') {
    open.refs.push(idOf(`node of way ${open.attributes.id}`, ref));
    open.positions.push(lat === undefined ? null : positionOf(`node ${ref}`, lon, lat));
  }
  if (name === 'member') {
    const member = { type: type ?? '', ref: idOf('member of a relation', ref), role: role ?? '' };
    open.members.push(member);
  }
}

function toObject({ kind, attributes, tags, refs, positions, members }: OpenObject): OsmObject {
  const id = idOf(kind, attributes.id);
  if (attributes.visible === 'false' || attributes.action === 'delete')
    return { type: 'deleted', of: kind, id };
  if (kind === 'relation') return { type: 'relation', id, members, tags };
  if (kind === 'node') {
    const lonLat = positionOf(`node ${id}`, attributes.lon, attributes.lat);
    return { type: 'node', id, lonLat, tags };
  }
  const located = positions.some(Boolean) ? { positions } : {};
  return { type: 'way', id, refs, tags, ...located };
}
