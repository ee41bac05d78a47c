import { fork } from 'node:child_process';
import type { Said } from '#contract/problem.ts';
import type { FileFormat, Mapping } from '#core/incidents/columns.ts';
import type { IncidentReading, ReadingRules } from '#core/incidents/read-incidents.ts';
import { Turns } from './turns.ts';

export interface IncidentWork {
  readonly bytes: Uint8Array;
  /** Null: guess it. */
  readonly mapping: Mapping | null;
  readonly rules: ReadingRules;
}

export interface FileColumn {
  readonly name: string;
  readonly samples: readonly string[];
}

export interface FileRead {
  readonly kind: 'read';
  readonly format: FileFormat;
  readonly rows: number;
  readonly columns: readonly FileColumn[];
  /** Null, and no reading: neither times nor places were found. */
  readonly mapping: Mapping | null;
  readonly orderUnknown: boolean;
  readonly reading: IncidentReading | null;
}

export type IncidentAnswer = FileRead | { readonly kind: 'refused'; readonly said: Said };

/** A file of 200,000 rows takes half of these. */
const MOST_MEMORY_MB = 768;
const MOST_TIME_MS = 60_000;

/** A file that takes more is refused like any other that cannot be read: the server goes on. */
const TOO_MUCH: IncidentAnswer = {
  kind: 'refused',
  said: {
    sv: 'Filen tar för mycket minne eller tid att läsa. Dela upp den, till exempel per år.',
    en: 'The file takes too much memory or time to read. Split it up, by year for example.',
  },
};

/** One at a time: an import is rare, and two large ones would leave the server no memory. */
const turns = new Turns(1);

/**
 * Reads a file of incidents in a process of its own, so that nothing in it can take the server down.
 * @param signal ends the reading at once; the promise is rejected with its reason
 */
export function readIncidentsInChild(
  work: IncidentWork,
  signal: AbortSignal,
): Promise<IncidentAnswer> {
  return turns.do(async () => {
    signal.throwIfAborted();
    const child = fork(new URL('./incident-child.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    try {
      return await answerOf(child, work, signal);
    } finally {
      child.kill('SIGKILL');
    }
  });
}

const answerOf = (child: ReturnType<typeof fork>, work: IncidentWork, signal: AbortSignal) =>
  new Promise<IncidentAnswer>((resolve, reject) => {
    const giveUp = AbortSignal.timeout(MOST_TIME_MS);
    giveUp.addEventListener('abort', () => resolve(TOO_MUCH), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    child.once('message', (answer) => resolve(answer as IncidentAnswer));
    child.once('error', reject);
    // V8 ends a process that is out of memory by a signal; a defect of ours ends it with code 1.
    child.once('exit', (code) => {
      if (code === 1) reject(new Error('reading incidents ended with a defect'));
      else resolve(TOO_MUCH);
    });
    // A child that has gone cannot be told: its exit answers.
    child.send({ ...work, bytes: new Uint8Array(work.bytes) }, () => null);
  });
