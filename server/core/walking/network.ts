/** The network that people walk on: junctions and the ways between them. Ways that only cross on the map do not meet. */
import type { LonLat, Metres } from '../model.ts';

export interface WalkNetwork {
  readonly nodes: readonly LonLat[];
  /** Indexes of two nodes and the length between them; walked both ways. */
  readonly edges: readonly (readonly [a: number, b: number, metres: Metres])[];
}

/** A point of the network: on an edge, at a share of its length from its first node. */
export interface NetworkPoint {
  readonly edge: number;
  readonly share: number;
  /** Metres off the network to get there. */
  readonly offset: Metres;
}

/** Metres east and north of an origin: flat, and right to a centimetre within a town. */
export interface Plane {
  readonly toXY: (at: LonLat) => readonly [x: number, y: number];
  readonly toLonLat: (x: number, y: number) => LonLat;
}

/** A network made ready for many questions: flat, with each node's neighbours. */
export interface LaidNetwork extends WalkNetwork {
  readonly plane: Plane;
  /** Metres east and north of the plane's origin, by node. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly neighbours: readonly (readonly Neighbour[])[];
}

export interface Neighbour {
  readonly node: number;
  readonly metres: Metres;
}

const laid = new WeakMap<WalkNetwork, LaidNetwork>();

/** Done once for each network, however many plans ask. */
export function layOut(network: WalkNetwork): LaidNetwork {
  const known = laid.get(network);
  if (known) return known;
  const plane = planeAt(network.nodes[0] ?? [0, 0]);
  const points = network.nodes.map((at) => plane.toXY(at));
  const neighbours: Neighbour[][] = network.nodes.map(() => []);
  for (const [a, b, metres] of network.edges) {
    neighbours[a]?.push({ node: b, metres });
    neighbours[b]?.push({ node: a, metres });
  }
  const x = Float64Array.from(points, ([east]) => east);
  const y = Float64Array.from(points, ([, north]) => north);
  const made = { ...network, plane, x, y, neighbours };
  laid.set(network, made);
  return made;
}

/** WGS 84's semi-major axis in metres. */
const EARTH_RADIUS_M = 6_378_137;
const RADIANS = Math.PI / 180;

/** An equirectangular plane round an origin. */
export function planeAt([lon0, lat0]: LonLat): Plane {
  const perLat = EARTH_RADIUS_M * RADIANS;
  const perLon = perLat * Math.cos(lat0 * RADIANS);
  return {
    toXY: ([lon, lat]) => [(lon - lon0) * perLon, (lat - lat0) * perLat],
    toLonLat: (x, y) => [lon0 + x / perLon, lat0 + y / perLat],
  };
}
