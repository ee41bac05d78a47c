/** How long a degree is on the ground. Good to a decimetre over a kilometre, and cheap enough for every point of a track. */
import type { LonLat, Metres } from '../model.ts';

export interface DegreeLengths {
  readonly lonM: Metres;
  readonly latM: Metres;
}

const RADIANS = Math.PI / 180;

/** The series of the WGS 84 ellipsoid (NIMA TR8350.2; as in NGA's "Length of a Degree" calculator). */
export function degreeLengths(lat: number): DegreeLengths {
  const phi = lat * RADIANS;
  return {
    lonM: 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    latM: 111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  };
}

/** Distance on the plane that the lengths span. */
export function planeDistanceM(one: LonLat, other: LonLat, { lonM, latM }: DegreeLengths): Metres {
  return Math.hypot((one[0] - other[0]) * lonM, (one[1] - other[1]) * latM);
}
