/** How much of their ground two hot spots share. */
import { feature, featureCollection, intersect } from '@turf/turf';
import type { HotSpotGeometry } from '../model.ts';
import { areaHa, boundsMeet, boundsOf } from './measure.ts';

/**
 * The shared ground as a share (0–1) of the smaller of the two, so that a small hot spot inside a large one is seen
 * from both sides. Wants valid geometries.
 */
export function overlapShare(one: HotSpotGeometry, other: HotSpotGeometry): number {
  if (!boundsMeet(boundsOf(one), boundsOf(other))) return 0;
  const shared = intersect(featureCollection([feature(one), feature(other)]));
  return shared ? areaHa(shared.geometry) / Math.min(areaHa(one), areaHa(other)) : 0;
}
