/** The server as a process of its own, which can be killed and started again on the same database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'server', 'main.ts');

export interface ServerProcess {
  readonly url: string;
  readonly isUp: () => boolean;
  /** SIGKILL, in the middle of whatever it does, and a new one on the same file. */
  readonly killAndRestart: () => Promise<void>;
  /** Does nothing to one that has stopped. */
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    FOTSPAR_DATA_DIR: dataDir,
    FOTSPAR_LOG_LEVEL: 'error',
  };
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const heard = once(child.stdout ?? child, 'data');
    const ended = once(child, 'exit').then(() => {
      throw new Error('the server did not start');
    });
    await Promise.race([heard, ended]);
    ended.catch(() => null);
    return child;
  };
  let isUp = true;
  let running = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill(signal);
    await gone;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    isUp: () => isUp,
    killAndRestart: async () => {
      isUp = false;
      await end('SIGKILL');
      running = await start();
      isUp = true;
    },
    stop: () => end('SIGTERM'),
  };
}
