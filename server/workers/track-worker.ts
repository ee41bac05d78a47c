/** Reads one file of tracks beside the server's own thread. Started by `read-track-in-worker.ts`; ends when it has answered. */
import { parentPort, workerData } from 'node:worker_threads';
import type { BorderHistory } from '#core/tracks/border-history.ts';
import { BadTrack } from '../formats/tracks/bad-track.ts';
import { readTrackVisits } from '../formats/tracks/read-track-visits.ts';
import type { TrackAnswer } from './read-track-in-worker.ts';

export interface TrackWork {
  readonly bytes: Uint8Array;
  readonly history: readonly BorderHistory[];
}

const { bytes, history } = workerData as TrackWork;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(answer());

function answer(): TrackAnswer {
  try {
    return { kind: 'read', tracks: readTrackVisits(bytes, history) };
  } catch (error) {
    if (error instanceof BadTrack) return { kind: 'refused', said: error.said };
    throw error;
  }
}
