/** What hot spots are a part of: the town as far as its walking network reaches, or, without one, as the incidents do. */
import { convex, featureCollection, intersect, point, union } from '@turf/turf';
import { areaHa, M2_PER_HA } from '../geo/measure.ts';
import type { HotSpotGeometry, LonLat } from '../model.ts';
import type { Plane, WalkNetwork } from '../walking/network.ts';
import { layArea } from './plane-area.ts';
import type { StudyArea } from './score-card.ts';
import { streetPieces } from './streets.ts';

/** `network`: the convex hull of the walking network; `incidents`: that of the incidents. */
export type ExtentBasis = 'network' | 'incidents';

/** Null where the points have no area between them. */
export function hullOf(points: readonly LonLat[]): HotSpotGeometry | null {
  return convex(featureCollection(points.map((at) => point([...at]))))?.geometry ?? null;
}

export interface Located {
  readonly study: StudyArea;
  readonly hull: HotSpotGeometry;
  readonly basis: ExtentBasis;
}

/**
 * Null where there is neither network nor incidents enough to lie round anything.
 * @param incidents and what else must lie within, where there is no network
 */
export function studyArea(
  network: WalkNetwork | null,
  incidents: readonly LonLat[],
  plane: Plane,
): Located | null {
  const basis = network && network.nodes.length > 2 ? 'network' : 'incidents';
  const hull = hullOf(basis === 'network' && network ? network.nodes : incidents);
  if (!hull) return null;
  const streets = network && basis === 'network' ? streetPieces(network, plane) : null;
  const study = { plane, extent: layArea(hull, plane), areaM2: areaHa(hull) * M2_PER_HA, streets };
  return { study, hull, basis };
}

const feature = (geometry: HotSpotGeometry) =>
  ({ type: 'Feature', properties: {}, geometry }) as const;

/** What of a hot spot lies in the town; null: nothing does. Only there are incidents counted, so only there is area. */
export function partWithin(
  hull: HotSpotGeometry,
  geometry: HotSpotGeometry,
): HotSpotGeometry | null {
  return intersect(featureCollection([feature(hull), feature(geometry)]))?.geometry ?? null;
}

/** Square metres of several areas together, what they share counted once. */
export function unionM2(geometries: readonly HotSpotGeometry[]): number {
  const [first, ...others] = geometries.map(feature);
  if (!first) return 0;
  const joined = others.length === 0 ? first : union(featureCollection([first, ...others]));
  return joined ? areaHa(joined.geometry) * M2_PER_HA : 0;
}
