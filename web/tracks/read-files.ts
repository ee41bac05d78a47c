/** Sends files to be read, one at a time, and can be called off. */
import { v7 as uuid } from 'uuid';
import { LIMITS } from '#contract/paths.ts';
import { call } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { tracksText } from '../text/tracks.ts';
import { likelyPatrol, type Preview, type ShownTrack } from './rows.ts';
import { files, setFile, type TrackFile, tracks } from './state.ts';

const MEGABYTE = 1_000_000;

interface Waiting {
  readonly entry: TrackFile;
  readonly file: File;
}

let queue: readonly Waiting[] = [];
let reading: AbortController | null = null;

/** Adds files to those that wait, and reads them unless that goes on already. */
export async function readFiles(given: readonly File[]): Promise<void> {
  const added = given.map((file) => ({ file, entry: entryOf(file.name) }));
  files.value = [...files.value, ...added.map(({ entry }) => entry)];
  queue = [...queue, ...added];
  if (reading) return;
  reading = new AbortController();
  for (let next = queue[0]; next; next = queue[0]) {
    queue = queue.slice(1);
    await readOne(next, reading.signal);
  }
  reading = null;
}

export function stopReading(): void {
  for (const { entry } of queue) setFile(entry.id, { state: 'cancelled' });
  queue = [];
  reading?.abort();
}

const entryOf = (name: string): TrackFile => ({ id: uuid(), name, state: 'waiting', why: null });

async function readOne({ entry: { id, name }, file }: Waiting, signal: AbortSignal): Promise<void> {
  const fault = faultOf(file);
  if (fault) {
    setFile(id, { state: 'failed', why: fault });
    return;
  }
  setFile(id, { state: 'reading' });
  try {
    const body = new Uint8Array(await file.arrayBuffer());
    const preview = await call('previewTrack', { body, signal });
    tracks.value = [...tracks.value, ...shownTracks(id, name, preview)];
    setFile(id, { state: 'read' });
  } catch (error) {
    if (signal.aborted) setFile(id, { state: 'cancelled' });
    else setFile(id, { state: 'failed', why: () => problemText(error) });
  }
}

/** What can be said without sending it. */
function faultOf({ size }: File): (() => string) | null {
  if (size === 0) return () => tracksText.value.empty;
  if (size <= LIMITS.trackBytes) return null;
  return () => tracksText.value.tooLarge(LIMITS.trackBytes / MEGABYTE);
}

function shownTracks(
  fileId: string,
  fileName: string,
  { tracks, logged, patrols }: Preview,
): ShownTrack[] {
  return tracks.map((track, index) => ({
    ...track,
    key: `${fileId}/${index}`,
    fileId,
    fileName,
    logged,
    patrols,
    patrolId: likelyPatrol(track.unit, patrols),
  }));
}
