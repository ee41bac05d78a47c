/** Prints a page to PDF by a headless Chromium: no network, a time limit. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A page takes two seconds on an idle machine. */
const TIME_LIMIT_MS = 60_000;

const ARGUMENTS = [
  '--headless',
  '--no-pdf-header-footer',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * @param page path of an HTML file
 * @param pdf path of the file to be made
 * @throws Error: Chromium failed, took too long, or was told to stop by the signal
 */
export async function printToPdf(
  chromium: string,
  page: string,
  pdf: string,
  signal: AbortSignal,
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'fotspar-print-'));
  try {
    await run(
      chromium,
      [
        ...ARGUMENTS,
        // Chromium refuses to run as root within its sandbox; the page is ours and has no script.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
    );
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** In a process group of its own, so that Chromium's helpers end with it. */
function run(command: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', end);
      if (code === 0) resolve();
      else reject(new Error(`Chromium made no PDF: it ended with ${code ?? 'a signal'}`));
    });
    if (signal.aborted) end();
  });
}
