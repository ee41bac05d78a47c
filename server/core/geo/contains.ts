/** Whether a point lies in an area. Alone in its file: the phone asks it with each position fix. */
import { booleanPointInPolygon } from '@turf/turf';
import type { HotSpotGeometry, LonLat } from '../model.ts';

/** True inside and on the border, false in a hole. */
export function contains(geometry: HotSpotGeometry, lonLat: LonLat): boolean {
  return booleanPointInPolygon([...lonLat], geometry);
}
