/**
 * WGS 84 ↔ SWEREF 99 TM, the grid of Swedish maps, in metres. SWEREF 99 and WGS 84 differ by half a metre at most, less
 * than a phone can tell. Alone in its file, because proj4 weighs 44 kB and the phone does without.
 */
import proj4 from 'proj4';
import type { LonLat, Metres } from '../model.ts';

/** Northing is said first in Swedish usage. */
export interface SwerefPoint {
  readonly north: Metres;
  readonly east: Metres;
}

/** EPSG:3006: transverse Mercator, central meridian 15° E, scale 0.9996, false easting 500 km, ellipsoid GRS 80. */
const EPSG_3006 = '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

const projection = proj4('EPSG:4326', EPSG_3006);

export function toSweref([lon, lat]: LonLat): SwerefPoint {
  const [east, north] = projection.forward([lon, lat]);
  return { north, east };
}

export function fromSweref({ north, east }: SwerefPoint): LonLat {
  const [lon, lat] = projection.inverse([east, north]);
  return [lon, lat];
}
