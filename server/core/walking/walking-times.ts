/** How long it takes to walk between places: through the network where there is one, else straight × 1.3. */
import { labelPoint } from '../geo/label-point.ts';
import { distanceM } from '../geo/measure.ts';
import type { LonLat, Metres, Minutes } from '../model.ts';
import { entrancesOf, type WalkPlace } from './entrances.ts';
import { layOut, type WalkNetwork } from './network.ts';
import { reachFrom, wayTo } from './shortest-paths.ts';

/** A patrol's pace in metres a second, unhurried (4.7 km/h; the figure). */
export const WALKING_SPEED = 1.3;
/** A car's pace in metres a second through a small town, along the ways that people walk (30 km/h). Ours. */
export const DRIVING_SPEED = 8.3;
/** What a walk in a town is longer than the straight line, where no network says. */
export const DETOUR = 1.3;

export interface Walk {
  readonly metres: Metres;
  readonly method: 'network' | 'straight';
}

/** Whole minutes, rounded up: what the planner reckons with. */
export function walkingMinutes({ metres }: Walk): Minutes {
  return Math.ceil(metres / WALKING_SPEED / 60);
}

/** Whole minutes behind the wheel, rounded up. */
export function drivingMinutes({ metres }: Walk): Minutes {
  return Math.ceil(metres / DRIVING_SPEED / 60);
}

const pointOf = (place: WalkPlace): LonLat =>
  'geometry' in place ? labelPoint(place.geometry) : place.lonLat;

/**
 * The walks between all pairs of places, in their order; the diagonal is 0. One search of the network a place, not one a pair.
 * @param network null: there is none
 */
export function walksBetween(network: WalkNetwork | null, places: readonly WalkPlace[]): Walk[][] {
  const points = places.map(pointOf);
  const straight = (from: number, to: number): Walk => {
    const [a, b] = [points[from], points[to]];
    return { metres: a && b ? distanceM(a, b) * DETOUR : 0, method: 'straight' };
  };
  if (!network || network.edges.length === 0) {
    return places.map((_, from) => places.map((__, to) => straight(from, to)));
  }
  const laid = layOut(network);
  const entrances = places.map((place) => entrancesOf(laid, place));
  return places.map((_, from) => {
    const reach = reachFrom(laid, entrances[from] ?? []);
    return places.map((__, to): Walk => {
      if (from === to) return { metres: 0, method: 'network' };
      const way = wayTo(network, reach, entrances[to] ?? []);
      return way ? { metres: way.metres, method: 'network' } : straight(from, to);
    });
  });
}
