/** What an OpenStreetMap extract is made of, in whatever form it came: nodes, ways through nodes, relations of members. */
import type { LonLat } from '#core/model.ts';

export type OsmTags = Readonly<Record<string, string>>;

export interface OsmNode {
  readonly type: 'node';
  readonly id: number;
  readonly lonLat: LonLat;
  readonly tags: OsmTags;
}

export interface OsmWay {
  readonly type: 'way';
  readonly id: number;
  /** The nodes that it runs through, in order; the first again at the end where it is closed. */
  readonly refs: readonly number[];
  readonly tags: OsmTags;
  /** Where its nodes lie, if the extract says that on the way itself (Overpass `out geom`). */
  readonly positions?: readonly (LonLat | null)[];
}

export interface OsmMember {
  readonly type: string;
  readonly ref: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly type: 'relation';
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags: OsmTags;
}

/** An object that the extract says is no more (`visible="false"`, JOSM's `action="delete"`): older versions of it go. */
export interface OsmDeleted {
  readonly type: 'deleted';
  readonly of: string;
  readonly id: number;
}

export type OsmObject = OsmNode | OsmWay | OsmRelation | OsmDeleted;

/** The file is no extract that can be used; the message is one line for whoever gave it. */
export class BadExtract extends Error {
  override readonly name = 'BadExtract';
}

/** @throws BadExtract for a position that is not on Earth */
export function positionOf(what: string, lon: unknown, lat: unknown): LonLat {
  const position = [Number(lon), Number(lat)] as const;
  const isGiven = [lon, lat].every((one) => one !== '' && one !== null && one !== undefined);
  if (isGiven && Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90) return position;
  throw new BadExtract(`${what} lies at longitude ${String(lon)}, latitude ${String(lat)}`);
}

/** @throws BadExtract for an id that is no whole number; JOSM's new objects have negative ones */
export function idOf(what: string, id: unknown): number {
  const number = typeof id === 'string' && id.trim() !== '' ? Number(id) : id;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new BadExtract(`a ${what} has the id ${JSON.stringify(id)}, which is no whole number`);
}
