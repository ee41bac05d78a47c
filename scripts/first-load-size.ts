/** What an officer's phone loads before the first screen: page, scripts and styles of Mitt pass, gzipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { step } from './terminal.ts';
import { DIST, firstLoadFiles, offlineFiles, readChunks } from './web-chunks.ts';

/** Issue: the officer's first load, in all. */
const LIMIT_BYTES = 150_000;

const gzipBytes = (name: string): number => gzipSync(readFileSync(join(DIST, name))).length;
const sum = (sizes: Iterable<number>): number => [...sizes].reduce((all, size) => all + size, 0);
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Prints the sizes; false where the limit is broken. What the service worker fetches comes after the first screen. */
export function reportFirstLoad(): boolean {
  if (!existsSync(join(DIST, '.vite', 'manifest.json'))) return false;
  const chunks = readChunks();
  const first = new Map([...firstLoadFiles(chunks)].map((name) => [name, gzipBytes(name)]));
  const total = sum(first.values());
  const later = [...offlineFiles(chunks)].filter((name) => !first.has(name));
  for (const [name, size] of first) step(`  ${kB(size).padStart(6)} kB  ${name}`);
  step(`Officer's first load: ${kB(total)} kB gzip of at most ${LIMIT_BYTES / 1000} kB`);
  step(
    `Kept for no network besides: ${kB(sum(later.map(gzipBytes)))} kB, service worker ${kB(gzipBytes('sw.js'))} kB`,
  );
  return total <= LIMIT_BYTES;
}
