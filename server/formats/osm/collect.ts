/**
 * Picks from an extract what the map needs. The file is read three times (relations, ways, nodes), so that of a whole county only
 * the wanted objects and the positions of their nodes are held, not the county.
 */
import type { LonLat } from '#core/model.ts';
import { areaKind, isNamedPlace, lineKind } from './map-kind.ts';
import type { OsmNode, OsmObject, OsmRelation, OsmTags, OsmWay } from './osm-object.ts';
import { BadExtract } from './osm-object.ts';
import { type ReadProgress, readExtract } from './read-extract.ts';
import { isWalkable, isWalkedAcross, stopsWalkers } from './walkable.ts';

export interface Extract {
  /** By id: the ways to draw or walk, and those that border a wanted area. */
  readonly ways: ReadonlyMap<number, OsmWay>;
  /** The multipolygons to draw or to walk across. */
  readonly areas: readonly OsmRelation[];
  readonly positions: ReadonlyMap<number, LonLat>;
  /** Nodes at which no one can walk on. */
  readonly stops: ReadonlySet<number>;
  readonly places: readonly OsmNode[];
}

/** About 1 GB of memory; a town has some ten thousand nodes, a Swedish county some millions. */
const MOST_NODES = 6_000_000;

export type PassProgress = (pass: 1 | 2 | 3, progress: ReadProgress) => void;

/** @throws BadExtract where the file is no extract, or a larger one than a town's map can be */
export async function collectExtract(path: string, onProgress: PassProgress): Promise<Extract> {
  const areas = await collectAreas(path, onProgress);
  const ways = await collectWays(path, areas, onProgress);
  const nodes = await collectNodes(path, ways, onProgress);
  return { ways, areas: [...areas.values()], ...nodes };
}

async function collectAreas(path: string, onProgress: PassProgress) {
  const areas = new Map<number, OsmRelation>();
  for await (const batch of readExtract(path, (at) => onProgress(1, at))) {
    for (const object of batch) {
      if (object.type === 'relation' && isWantedArea(object.tags)) areas.set(object.id, object);
      else forget(areas, 'relation', object);
    }
  }
  return areas;
}

const isWantedArea = (tags: OsmTags): boolean =>
  tags.type === 'multipolygon' && (areaKind(tags) !== null || isWalkedAcross(tags));

async function collectWays(
  path: string,
  areas: ReadonlyMap<number, OsmRelation>,
  onProgress: PassProgress,
) {
  const borders = new Set(
    [...areas.values()].flatMap(({ members }) =>
      members.filter((member) => member.type === 'way').map((member) => member.ref),
    ),
  );
  const ways = new Map<number, OsmWay>();
  for await (const batch of readExtract(path, (at) => onProgress(2, at))) {
    for (const object of batch) {
      const isWanted =
        object.type === 'way' && (borders.has(object.id) || isWantedWay(object.tags));
      if (isWanted) ways.set(object.id, object);
      else forget(ways, 'way', object);
    }
  }
  return ways;
}

const isWantedWay = (tags: OsmTags): boolean =>
  isWalkable(tags) || lineKind(tags) !== null || areaKind(tags) !== null;

async function collectNodes(
  path: string,
  ways: ReadonlyMap<number, OsmWay>,
  onProgress: PassProgress,
) {
  const positions = new Map<number, LonLat>();
  const wanted = wantedNodes(ways, positions);
  const stops = new Set<number>();
  const places = new Map<number, OsmNode>();
  for await (const batch of readExtract(path, (at) => onProgress(3, at))) {
    for (const object of batch) {
      forget(places, 'node', object);
      if (object.type === 'deleted' && object.of === 'node') positions.delete(object.id);
      if (object.type !== 'node') continue;
      if (isNamedPlace(object.tags)) places.set(object.id, object);
      if (!wanted.has(object.id)) continue;
      positions.set(object.id, object.lonLat);
      if (stopsWalkers(object.tags)) stops.add(object.id);
    }
  }
  return { positions, stops, places: [...places.values()] };
}

/** The ids of the ways' nodes; what a way itself says of their positions is noted at once. */
function wantedNodes(ways: ReadonlyMap<number, OsmWay>, positions: Map<number, LonLat>) {
  const wanted = new Set<number>();
  for (const way of ways.values()) {
    for (const [index, ref] of way.refs.entries()) {
      wanted.add(ref);
      const position = way.positions?.[index];
      if (position) positions.set(ref, position);
    }
    if (wanted.size > MOST_NODES) {
      throw new BadExtract(
        `it is too large for a town's map (over ${MOST_NODES.toLocaleString('en')} nodes): cut out the town first`,
      );
    }
  }
  return wanted;
}

function forget(kept: Map<number, unknown>, type: string, object: OsmObject): void {
  const isGone = object.type === 'deleted' && object.of === type;
  if (isGone || object.type === type) kept.delete(object.id);
}
