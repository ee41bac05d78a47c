/** Runs a job again and again until it is told to stop. */
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Job {
  /** For the log, where it fails. */
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/** The first run comes at once; a run that fails is logged, and the next one comes all the same. Resolves when it has stopped. */
export async function runEvery(job: Job, signal: AbortSignal, log: Logger): Promise<void> {
  while (!signal.aborted) {
    try {
      await job.run();
    } catch (error) {
      log.error({ err: error, job: job.name }, 'a job failed');
    }
    await setTimeout(job.everyMs, undefined, { signal, ref: false }).catch(() => {});
  }
}
