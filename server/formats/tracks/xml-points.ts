import type { TrackPoint } from '#core/tracks/track-point.ts';
import type { XmlReader } from './read-xml.ts';

/** Takes the points out of one XML format as it is read. */
export interface XmlPoints extends XmlReader {
  /** @throws BadTrack where there is no point with a time */
  readonly finish: (lastLine: number) => TrackPoint[];
}
