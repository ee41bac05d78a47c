import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A module that takes its work as a message and answers with one. */
export interface Reader<Answer> {
  readonly script: URL;
  readonly mostMemoryMb: number;
  readonly mostTimeMs: number;
  /** What is answered for a file that takes more of either. */
  readonly tooMuch: Answer;
}

/**
 * Reads a file from outside in a process of its own, so that the server answers others meanwhile. No thread will do: what makes
 * one run out of memory, or ends it in the middle, may take the whole process with it (nodejs/node #47224, pull #65019).
 * @param signal ends the reading at once; the promise is rejected with its reason
 * @throws Error where the reader has a defect
 */
export async function readInProcess<Answer>(
  reader: Reader<Answer>,
  work: object,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const child = fork(reader.script, {
    execArgv: [`--max-old-space-size=${reader.mostMemoryMb}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    return await answerOf(child, reader, work, signal);
  } finally {
    await end(child);
  }
}

const answerOf = <Answer>(
  child: ChildProcess,
  { mostTimeMs, tooMuch }: Reader<Answer>,
  work: object,
  signal: AbortSignal,
) =>
  new Promise<Answer>((resolve, reject) => {
    const giveUp = AbortSignal.timeout(mostTimeMs);
    giveUp.addEventListener('abort', () => resolve(tooMuch), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    // V8 ends a process that is out of memory by a signal, or with a code of its own; a defect of ours ends it with code 1.
    child.once('exit', (code) =>
      code === 1 ? reject(new Error(`${child.spawnfile} has a defect`)) : resolve(tooMuch),
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
