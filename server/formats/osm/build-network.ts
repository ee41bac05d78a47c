/**
 * The walking network of an extract. Ways meet only in nodes that they share: a bridge over a street, and corridors above each other,
 * cross on the map and nowhere else. Only the largest connected part is kept.
 */
import { distanceM } from '#core/geo/measure.ts';
import type { LonLat, Metres } from '#core/model.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import type { Extract } from './collect.ts';
import { largestPart } from './largest-part.ts';
import type { OsmWay } from './osm-object.ts';
import { isWalkable, isWalkedAcross } from './walkable.ts';
import { walksAcrossSquares } from './walks-across-squares.ts';

export interface NetworkReport {
  readonly walkableWays: number;
  /** Different names among them. */
  readonly namedStreets: number;
  /** Metres of all walkable ways, each stretch once, and of those in the part that is kept. */
  readonly totalM: Metres;
  readonly keptM: Metres;
  readonly keptNodes: number;
  /** Parts left out, for want of a connection to the largest. */
  readonly otherParts: number;
  /** Ways that refer to nodes that the extract lacks, and how many times they do. */
  readonly cutWays: number;
  readonly missingNodes: number;
}

export interface BuiltNetwork {
  readonly network: WalkNetwork;
  readonly report: NetworkReport;
}

export function buildNetwork(extract: Extract): BuiltNetwork {
  const ways = [...extract.ways.values()].filter(({ tags }) => isWalkable(tags));
  const walked = [...new Set([...ways, ...bordersOfSquares(extract)])];
  const drawn = new NetworkBuilder(extract);
  for (const { refs } of walked) drawn.addLine(refs);
  const alongWays = drawn.edges.length;
  for (const [from, to] of walksAcrossSquares(extract, walked)) drawn.addEdge(from, to);
  const { network, otherParts, keptEdges } = largestPart(drawn);
  const missing = walked.map(
    ({ refs }) => refs.filter((ref) => !extract.positions.has(ref)).length,
  );
  return {
    network,
    report: {
      walkableWays: ways.length,
      namedStreets: new Set(ways.flatMap(({ tags }) => (tags.highway && tags.name) || [])).size,
      totalM: lengthOf(drawn.edges.slice(0, alongWays)),
      keptM: lengthOf(drawn.edges.filter((_, edge) => edge < alongWays && keptEdges.has(edge))),
      keptNodes: network.nodes.length,
      otherParts,
      cutWays: missing.filter((count) => count > 0).length,
      missingNodes: missing.reduce((sum, count) => sum + count, 0),
    },
  };
}

const lengthOf = (edges: WalkNetwork['edges']): Metres =>
  edges.reduce((sum, [, , metres]) => sum + metres, 0);

/** Nodes by their OSM id, edges once each. */
class NetworkBuilder implements WalkNetwork {
  readonly nodes: LonLat[] = [];
  readonly edges: (readonly [a: number, b: number, metres: Metres])[] = [];
  readonly #extract: Extract;
  readonly #indexes = new Map<number, number>();
  readonly #seen = new Set<string>();

  constructor(extract: Extract) {
    this.#extract = extract;
  }

  /** A missing node cuts the line: what follows it is not joined to what came before. */
  addLine(refs: readonly number[]): void {
    for (const [index, ref] of refs.entries()) {
      const before = refs[index - 1];
      if (before !== undefined) this.addEdge(before, ref);
    }
  }

  addEdge(fromRef: number, toRef: number): void {
    const key = fromRef < toRef ? `${fromRef} ${toRef}` : `${toRef} ${fromRef}`;
    const { positions } = this.#extract;
    const [from, to] = [positions.get(fromRef), positions.get(toRef)];
    if (fromRef === toRef || !from || !to || this.#seen.has(key)) return;
    this.#seen.add(key);
    const metres = Math.round(distanceM(from, to) * 100) / 100;
    this.edges.push([this.#indexOf(fromRef, from), this.#indexOf(toRef, to), metres]);
  }

  /** A node that stops walkers is a new one, a dead end, for each edge that reaches it. */
  #indexOf(ref: number, at: LonLat): number {
    const known = this.#indexes.get(ref);
    if (known !== undefined && !this.#extract.stops.has(ref)) return known;
    this.nodes.push(at);
    this.#indexes.set(ref, this.nodes.length - 1);
    return this.nodes.length - 1;
  }
}

/** The ways round squares that are multipolygons; they often have no tag of their own. */
function bordersOfSquares({ areas, ways }: Extract): OsmWay[] {
  return areas
    .filter(({ tags }) => isWalkedAcross(tags))
    .flatMap(({ members }) => members)
    .flatMap(({ type, ref }) => (type === 'way' ? (ways.get(ref) ?? []) : []));
}
