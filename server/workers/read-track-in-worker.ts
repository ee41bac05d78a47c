import { Worker } from 'node:worker_threads';
import type { Said } from '#contract/problem.ts';
import type { TrackReading } from '../formats/tracks/read-track-visits.ts';
import type { TrackWork } from './track-worker.ts';
import { Turns } from './turns.ts';

export type TrackAnswer =
  | { readonly kind: 'read'; readonly tracks: readonly TrackReading[] }
  | { readonly kind: 'refused'; readonly said: Said };

/** The largest file of the honest kind takes a tenth of these. */
const MOST_MEMORY_MB = 512;
const MOST_TIME_MS = 60_000;

/** A file that takes more is refused like any other that cannot be read: the process goes on. */
const TOO_MUCH: TrackAnswer = {
  kind: 'refused',
  said: {
    sv: 'filen tar för mycket minne eller tid att läsa: dela upp den, till exempel per pass',
    en: 'the file takes too much memory or time to read: split it up, by shift for example',
  },
};

/** Two cores are what a small server has; more at once would only be slower together. */
const turns = new Turns(2);

/**
 * Reads a file of tracks in a thread of its own, so that the server answers others meanwhile.
 * @param signal ends the reading at once; the promise is rejected with its reason
 */
export function readTrackInWorker(work: TrackWork, signal: AbortSignal): Promise<TrackAnswer> {
  return turns.do(async () => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./track-worker.ts', import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    try {
      return await answerOf(worker, signal);
    } finally {
      await worker.terminate();
    }
  });
}

const answerOf = (worker: Worker, signal: AbortSignal) =>
  new Promise<TrackAnswer>((resolve, reject) => {
    const giveUp = AbortSignal.timeout(MOST_TIME_MS);
    giveUp.addEventListener('abort', () => resolve(TOO_MUCH), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.once('message', resolve);
    worker.once('error', (error) => (isOutOfMemory(error) ? resolve(TOO_MUCH) : reject(error)));
    worker.once('exit', (code) => reject(new Error(`the track's worker ended with ${code}`)));
  });

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
