/** The line that a patrol walks between two places, to be drawn. */
import { labelPoint } from '../geo/label-point.ts';
import type { LonLat } from '../model.ts';
import { entrancesOf, type WalkPlace } from './entrances.ts';
import { layOut, type NetworkPoint, type WalkNetwork } from './network.ts';
import { endsOf, type Reach, reachFrom, type Way, wayTo } from './shortest-paths.ts';

const pointOf = (place: WalkPlace): LonLat =>
  'geometry' in place ? labelPoint(place.geometry) : place.lonLat;

/** From the middle of one place to the middle of the other, along the network where it leads there. */
export function walkingRoute(
  network: WalkNetwork | null,
  from: WalkPlace,
  to: WalkPlace,
): LonLat[] {
  const [start, end] = [pointOf(from), pointOf(to)];
  if (!network || network.edges.length === 0) return [start, end];
  const laid = layOut(network);
  const reach = reachFrom(laid, entrancesOf(laid, from));
  const way = wayTo(network, reach, entrancesOf(laid, to));
  return way ? [start, ...along(network, reach, way), end] : [start, end];
}

function along(network: WalkNetwork, reach: Reach, way: Way): LonLat[] {
  if (way.from) return [positionOf(network, way.from), positionOf(network, way.to)];
  const nodes: number[] = [];
  for (let node = way.lastNode; node >= 0; node = reach.before[node] ?? -1) nodes.unshift(node);
  const first = nodes[0] ?? 0;
  const source = reach.sources.find((point) =>
    endsOf(network, point).some(
      ([node, metres]) => node === first && metres === reach.metres[first],
    ),
  );
  const between = nodes.flatMap((node) => (network.nodes[node] ? [network.nodes[node]] : []));
  return [
    ...(source ? [positionOf(network, source)] : []),
    ...between,
    positionOf(network, way.to),
  ];
}

function positionOf(network: WalkNetwork, { edge, share }: NetworkPoint): LonLat {
  const [a, b] = network.edges[edge] ?? [0, 0];
  const [lonA, latA] = network.nodes[a] ?? [0, 0];
  const [lonB, latB] = network.nodes[b] ?? [0, 0];
  return [lonA + share * (lonB - lonA), latA + share * (latB - latA)];
}
