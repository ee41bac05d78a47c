/** What a phone says of where it was, and what is read out of it. */
import type { EpochMs, HotSpotGeometry, LonLat, Metres, TimeSpan } from '../model.ts';

export interface TrackPoint {
  /** By the clock of the phone. */
  readonly at: EpochMs;
  readonly lonLat: LonLat;
  /** Radius of the circle in which the phone believes itself to be; null: not told. */
  readonly accuracyM: Metres | null;
}

export interface TrackedHotSpot {
  readonly id: string;
  readonly geometry: HotSpotGeometry;
}

/** A patrol's continuous presence in one hot spot, as its track tells it. */
export interface DetectedVisit extends TimeSpan {
  readonly hotSpotId: string;
  /** The patrol was there when the track began: the visit may have begun before. */
  readonly openStart: boolean;
  /** The patrol was there when the track ended: the visit may go on. */
  readonly openEnd: boolean;
}
