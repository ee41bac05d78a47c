import type { Said } from '#contract/problem.ts';
import type { TrackReading } from '../formats/tracks/read-track-visits.ts';
import { type Reader, readInProcess } from './read-in-process.ts';
import type { TrackWork } from './track-process.ts';
import { Turns } from './turns.ts';

export type TrackAnswer =
  | { readonly kind: 'read'; readonly tracks: readonly TrackReading[] }
  | { readonly kind: 'refused'; readonly said: Said };

const READER: Reader<TrackAnswer> = {
  script: new URL('./track-process.ts', import.meta.url),
  // The largest file of the honest kind takes a tenth of these.
  mostMemoryMb: 512,
  mostTimeMs: 60_000,
  tooMuch: {
    kind: 'refused',
    said: {
      sv: 'filen tar för mycket minne eller tid att läsa: dela upp den, till exempel per pass',
      en: 'the file takes too much memory or time to read: split it up, by shift for example',
    },
  },
};

/** Two cores are what a small server has; more at once would only be slower together. */
const turns = new Turns(2);

/**
 * Reads a file of tracks in a process of its own.
 * @param signal ends the reading at once; the promise is rejected with its reason
 */
export const readTrackInProcess = (work: TrackWork, signal: AbortSignal): Promise<TrackAnswer> =>
  turns.do(() => readInProcess(READER, work, signal));
