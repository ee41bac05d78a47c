/** Builds `dist/sw.js` last of all, since it carries the list of what was built: each file by its hash. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { offlineFiles, readChunks } from './web-chunks.ts';

const root = join(import.meta.dirname, '..');

interface PrecacheEntry {
  readonly url: string;
  /** Null where the name has a hash in it. */
  readonly revision: string | null;
}

/** Files of `web/public` that a page shows. */
const SHOWN = ['mark.svg'];

export function precacheList(dist: string): PrecacheEntry[] {
  return [...offlineFiles(readChunks(dist)), ...SHOWN].map((file) => ({
    url: `/${file}`,
    revision: file.startsWith('assets/') ? null : hashOf(join(dist, file)),
  }));
}

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);

/** A name that stays: browsers look for a new version of the same address. */
export async function buildServiceWorker(dist: string): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'web', 'service-worker'),
    logLevel: 'warn',
    publicDir: false,
    define: { PRECACHE: JSON.stringify(precacheList(dist)) },
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: join(root, 'web', 'service-worker', 'service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}
