/** How long a degree is on the ground. Good to a decimetre over a kilometre, and cheap enough for every point of a track. */
import type { Metres } from '../model.ts';

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

/** A belt of 0.01° (1.1 km): within it a degree of longitude changes by 0.03 % at the latitude of Sweden. */
const BELTS_A_DEGREE = 100;

/** The lengths in the middle of a latitude's belt, reckoned anew only where a track leaves its belt. */
export class BeltLengths {
  #belt = Number.NaN;
  #lengths: DegreeLengths = { lonM: 0, latM: 0 };

  at(lat: number): DegreeLengths {
    const belt = Math.floor(lat * BELTS_A_DEGREE);
    if (belt !== this.#belt) {
      this.#belt = belt;
      this.#lengths = degreeLengths((belt + 0.5) / BELTS_A_DEGREE);
    }
    return this.#lengths;
  }
}
