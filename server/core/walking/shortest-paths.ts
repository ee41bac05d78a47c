/** Shortest ways through the network from one place to all nodes at once (Dijkstra 1959), with the queue of `flatqueue`. */
import FlatQueue from 'flatqueue';
import type { Metres } from '../model.ts';
import type { LaidNetwork, NetworkPoint, WalkNetwork } from './network.ts';

export interface Reach {
  readonly sources: readonly NetworkPoint[];
  /** Metres to each node; Infinity where there is no way. */
  readonly metres: Float64Array;
  /** The node before each on its shortest way; −1 at the start. */
  readonly before: Int32Array;
}

export function reachFrom(network: LaidNetwork, sources: readonly NetworkPoint[]): Reach {
  const metres = new Float64Array(network.nodes.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(network.nodes.length).fill(-1);
  const queue = new FlatQueue();
  const offer = (node: number, length: Metres, from: number) => {
    if (length >= (metres[node] ?? 0)) return;
    metres[node] = length;
    before[node] = from;
    queue.push(node, length);
  };
  for (const source of sources) {
    for (const [node, length] of endsOf(network, source)) offer(node, length, -1);
  }
  while (queue.length > 0) {
    const length = queue.peekValue() ?? 0;
    const node = queue.pop() ?? 0;
    if (length > (metres[node] ?? 0)) continue;
    for (const next of network.neighbours[node] ?? []) offer(next.node, length + next.metres, node);
  }
  return { sources, metres, before };
}

/** The two nodes of a point's edge with the metres to each. */
export function endsOf(network: WalkNetwork, { edge, share, offset }: NetworkPoint) {
  const [a, b, length] = network.edges[edge] ?? [0, 0, 0];
  return [
    [a, offset + share * length],
    [b, offset + (1 - share) * length],
  ] as const;
}

export interface Way {
  readonly metres: Metres;
  readonly from: NetworkPoint | null;
  readonly to: NetworkPoint;
  /** The last node before `to`; −1 where both stand on one edge. */
  readonly lastNode: number;
}

/** The shortest way from where the search began to any of the given points; null where there is none. */
export function wayTo(
  network: WalkNetwork,
  reach: Reach,
  targets: readonly NetworkPoint[],
): Way | null {
  let best: Way | null = null;
  const consider = (way: Way) => {
    if (Number.isFinite(way.metres) && (!best || way.metres < best.metres)) best = way;
  };
  for (const to of targets) {
    for (const [node, length] of endsOf(network, to)) {
      consider({
        metres: (reach.metres[node] ?? Infinity) + length,
        from: null,
        to,
        lastNode: node,
      });
    }
    for (const from of reach.sources) {
      if (from.edge !== to.edge) continue;
      const length = network.edges[to.edge]?.[2] ?? 0;
      const metres = from.offset + to.offset + Math.abs(from.share - to.share) * length;
      consider({ metres, from, to, lastNode: -1 });
    }
  }
  return best;
}
