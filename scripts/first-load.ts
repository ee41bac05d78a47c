/** What an officer's phone loads before the first screen: page, scripts and styles of Mitt pass, gzipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { step } from './terminal.ts';

/** Issue: the officer's first load, in all. */
const LIMIT_BYTES = 150_000;
const dist = join(import.meta.dirname, '..', 'dist');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

/** The chunks that a page's entry and one lazily loaded screen bring with them. */
function filesOf(manifest: Manifest, keys: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return files;
}

/** Bytes after gzip of everything the officer's first screen needs. */
export function firstLoadBytes(): { readonly total: number; readonly files: Map<string, number> } {
  const manifest = JSON.parse(
    readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'),
  ) as Manifest;
  const screen = Object.keys(manifest).filter((key) => key.startsWith('my-shift/'));
  const names = ['index.html', ...filesOf(manifest, ['index.html', ...screen])];
  const files = new Map(
    names.map((name) => [name, gzipSync(readFileSync(join(dist, name))).length]),
  );
  return { total: [...files.values()].reduce((sum, size) => sum + size, 0), files };
}

/** Prints the sizes; false where the limit is broken. */
export function reportFirstLoad(): boolean {
  if (!existsSync(join(dist, '.vite', 'manifest.json'))) return false;
  const { total, files } = firstLoadBytes();
  for (const [name, size] of files) step(`  ${(size / 1000).toFixed(1).padStart(6)} kB  ${name}`);
  step(
    `Officer's first load: ${(total / 1000).toFixed(1)} kB gzip of at most ${LIMIT_BYTES / 1000} kB`,
  );
  return total <= LIMIT_BYTES;
}
