/** Where the code of a hot spot is written on the map. */
import { centerOfMass } from '@turf/turf';
import type { HotSpotGeometry, LonLat } from '../model.ts';
import { contains } from './contains.ts';
import { interiorPoint } from './jts.ts';

/** The centre of mass where that lies in the area, else a point that surely does. Wants a valid geometry. */
export function labelPoint(geometry: HotSpotGeometry): LonLat {
  const [lon = 0, lat = 0] = centerOfMass(geometry).geometry.coordinates;
  return contains(geometry, [lon, lat]) ? [lon, lat] : interiorPoint(geometry);
}
