/** Whether a track has been silent for too long to say that the patrol stayed where it was. */
import { MINUTE_MS } from '../calendar/duration.ts';
import type { EpochMs, Metres } from '../model.ts';
import { degreeLengths } from './degree-lengths.ts';

/** Gaps up to this are bridged, wherever both ends lie: a phone in a station's passage or a pocket. Issue 4 asks for eight minutes. */
const BRIDGED_MS = 8 * MINUTE_MS;
/** A phone that stands still may fix no oftener than each ten minutes (EarthRanger's heartbeat, domain brief 3.2); twice that. */
const STILL_MS = 20 * MINUTE_MS;
/** Not moved: twice the 25 m at which such a phone would have fixed again. */
const STILL_M: Metres = 50;

/** Where a track was at an instant. */
export interface TrackPlace {
  readonly at: EpochMs;
  readonly lon: number;
  readonly lat: number;
}

/** From one place to the next, which comes later. */
export function breaksOff(one: TrackPlace, at: EpochMs, lon: number, lat: number): boolean {
  const silence = at - one.at;
  if (silence <= BRIDGED_MS) return false;
  if (silence > STILL_MS) return true;
  const { lonM, latM } = degreeLengths(one.lat);
  return Math.hypot((one.lon - lon) * lonM, (one.lat - lat) * latM) > STILL_M;
}
