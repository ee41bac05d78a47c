/** Builds the web app into dist/. */
import { join } from 'node:path';
import { build } from 'vite';
import { buildServiceWorker } from './build-service-worker.ts';
import { DIST } from './web-chunks.ts';

const root = join(import.meta.dirname, '..');

export async function buildWebApp(): Promise<void> {
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  await buildServiceWorker(DIST);
}
