import type { Said } from '#contract/problem.ts';
import type { FileFormat, Mapping } from '#core/incidents/columns.ts';
import type { IncidentReading, ReadingRules } from '#core/incidents/read-incidents.ts';
import { type Reader, readInProcess } from './read-in-process.ts';
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

const READER: Reader<IncidentAnswer> = {
  script: new URL('./incident-process.ts', import.meta.url),
  // A file of 200,000 rows takes half of these.
  mostMemoryMb: 768,
  mostTimeMs: 60_000,
  tooMuch: {
    kind: 'refused',
    said: {
      sv: 'Filen tar för mycket minne eller tid att läsa. Dela upp den, till exempel per år.',
      en: 'The file takes too much memory or time to read. Split it up, by year for example.',
    },
  },
};

/** One at a time: an import is rare, and two large ones would leave the server no memory. */
const turns = new Turns(1);

/**
 * Reads a file of incidents in a process of its own.
 * @param signal ends the reading at once; the promise is rejected with its reason
 */
export const readIncidentsInProcess = (
  work: IncidentWork,
  signal: AbortSignal,
): Promise<IncidentAnswer> =>
  turns.do(() => readInProcess(READER, { ...work, bytes: new Uint8Array(work.bytes) }, signal));
