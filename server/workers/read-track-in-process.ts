import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Said } from '#contract/problem.ts';
import type { TrackReading } from '../formats/tracks/read-track-visits.ts';
import type { TrackWork } from './track-process.ts';
import { Turns } from './turns.ts';

export type TrackAnswer =
  | { readonly kind: 'read'; readonly tracks: readonly TrackReading[] }
  | { readonly kind: 'refused'; readonly said: Said };

/** The largest file of the honest kind takes a tenth of these. */
const MOST_MEMORY_MB = 512;
const MOST_TIME_MS = 60_000;

/** A file that takes more is refused like any other that cannot be read. */
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
 * Reads a file of tracks in a process of its own, so that the server answers others meanwhile. No thread will do: what makes
 * one run out of memory, or ends it in the middle, may take the whole process with it (nodejs/node #47224, pull #65019).
 * @param signal ends the reading at once; the promise is rejected with its reason
 */
export function readTrackInProcess(work: TrackWork, signal: AbortSignal): Promise<TrackAnswer> {
  return turns.do(async () => {
    signal.throwIfAborted();
    const child = fork(new URL('./track-process.ts', import.meta.url), {
      execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    try {
      return await answerOf(child, work, signal);
    } finally {
      await end(child);
    }
  });
}

const answerOf = (child: ChildProcess, work: TrackWork, signal: AbortSignal) =>
  new Promise<TrackAnswer>((resolve, reject) => {
    const giveUp = AbortSignal.timeout(MOST_TIME_MS);
    giveUp.addEventListener('abort', () => resolve(TOO_MUCH), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    child.once('message', (answer: TrackAnswer) => resolve(answer));
    child.once('error', reject);
    child.once('exit', (code, killedBy) =>
      killedBy ? resolve(TOO_MUCH) : reject(new Error(`the reader of tracks ended with ${code}`)),
    );
    // A process that ends before it has taken the work says so by its exit.
    child.send(work, () => undefined);
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
