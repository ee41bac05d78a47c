/** Reads one file of tracks in a process of its own. Started by `read-track-in-process.ts`; ends when it has answered. */
import type { BorderHistory } from '#core/tracks/border-history.ts';
import type { CyclingPatrol } from '#core/tracks/cycling-patrols.ts';
import { BadTrack } from '../formats/tracks/bad-track.ts';
import { readTrackVisits } from '../formats/tracks/read-track-visits.ts';
import type { TrackAnswer } from './read-track-in-process.ts';

export interface TrackWork {
  readonly bytes: Uint8Array;
  readonly history: readonly BorderHistory[];
  readonly cycling: readonly CyclingPatrol[];
}

process.once('message', (work: TrackWork) => {
  process.send?.(answer(work));
});

function answer({ bytes, history, cycling }: TrackWork): TrackAnswer {
  try {
    return { kind: 'read', tracks: readTrackVisits(bytes, history, cycling) };
  } catch (error) {
    if (error instanceof BadTrack) return { kind: 'refused', said: error.said };
    throw error;
  }
}
