/** The largest connected part of a network, by the length of its ways. */
import type { WalkNetwork } from '#core/walking/network.ts';

export interface LargestPart {
  readonly network: WalkNetwork;
  readonly otherParts: number;
  /** Which edges of the whole are in it. */
  readonly keptEdges: ReadonlySet<number>;
}

export function largestPart({ nodes, edges }: WalkNetwork): LargestPart {
  const partOf = partsOf({ nodes, edges });
  const lengths = new Map<number, number>();
  for (const [a, , metres] of edges) {
    const part = partOf(a);
    lengths.set(part, (lengths.get(part) ?? 0) + metres);
  }
  const [largest] = [...lengths].sort(([, one], [, other]) => other - one)[0] ?? [-1];
  const indexes = new Map<number, number>();
  for (const node of nodes.keys()) {
    if (partOf(node) === largest) indexes.set(node, indexes.size);
  }
  const kept = [...edges.entries()].filter(([, [a]]) => indexes.has(a));
  return {
    network: {
      nodes: nodes.filter((_, node) => indexes.has(node)),
      edges: kept.map(([, [a, b, metres]]) => [indexes.get(a) ?? 0, indexes.get(b) ?? 0, metres]),
    },
    otherParts: Math.max(0, lengths.size - 1),
    keptEdges: new Set(kept.map(([edge]) => edge)),
  };
}

/** Union–find with path halving (Tarjan 1975): gives each node one node that stands for its part. */
function partsOf({ nodes, edges }: WalkNetwork): (node: number) => number {
  const parent = Int32Array.from(nodes.keys());
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const [a, b] of edges) parent[find(a)] = find(b);
  return find;
}
