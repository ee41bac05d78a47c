/** Whether a track has been silent for too long to say that the patrol stayed where it was. */
import { MINUTE_MS } from '../calendar/duration.ts';
import type { Metres } from '../model.ts';
import { degreeLengths, planeDistanceM } from './degree-lengths.ts';
import type { SmoothPoint } from './smooth-point.ts';

/** Gaps up to this are bridged, wherever both ends lie: a phone in a station's passage or a pocket. */
const BRIDGED_MS = 8 * MINUTE_MS;
/** A phone that stands still may fix no oftener than each ten minutes (EarthRanger's heartbeat, domain brief 3.2); twice that. */
const STILL_MS = 20 * MINUTE_MS;
/** Not moved: twice the 25 m at which such a phone would have fixed again. */
const STILL_M: Metres = 50;

export function breaksOff(one: SmoothPoint, next: SmoothPoint): boolean {
  const silence = next.at - one.at;
  if (silence <= BRIDGED_MS) return false;
  const lengths = degreeLengths(one.lonLat[1]);
  return silence > STILL_MS || planeDistanceM(one.lonLat, next.lonLat, lengths) > STILL_M;
}
