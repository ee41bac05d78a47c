/** Metric planes: metres east and north, for what counts cells and measures short distances. */
import type { LonLat } from '../model.ts';
import { degreeLengths } from '../tracks/degree-lengths.ts';
import type { Plane } from '../walking/network.ts';
import { fromSweref, toSweref } from './sweref.ts';

/** SWEREF 99 TM: in Sweden within 0.1 % of the true length, everywhere the same grid. */
export const swerefPlane: Plane = {
  toXY: (lonLat) => {
    const { north, east } = toSweref(lonLat);
    return [east, north];
  },
  toLonLat: (x, y) => fromSweref({ east: x, north: y }),
};

/** A plane round a place anywhere on earth; over a city (50 km) lengths are right to half a per cent. */
export function localPlane([lon0, lat0]: LonLat): Plane {
  const { lonM, latM } = degreeLengths(lat0);
  return {
    toXY: ([lon, lat]) => [(lon - lon0) * lonM, (lat - lat0) * latM],
    toLonLat: (x, y) => [lon0 + x / lonM, lat0 + y / latM],
  };
}
