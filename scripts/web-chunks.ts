/** The files that the build wrote, and which of them hang together: read from Vite's own manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DIST = join(import.meta.dirname, '..', 'dist');

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

export type ChunkManifest = Readonly<Record<string, Chunk>>;

/** Folders of the screens that an officer carries, and libraries that the page itself loads later. */
const ON_THE_PHONE = ['my-shift/', 'handover/', 'gps/', 'outbox/', 'pwa/', 'node_modules/'];
const PAGE = 'index.html';

const isOnThePhone = (key: string): boolean =>
  ON_THE_PHONE.some((folder) => key.replaceAll(/^.*(?=node_modules)/g, '').startsWith(folder));

export function readChunks(dist = DIST): ChunkManifest {
  return JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as ChunkManifest;
}

/** What is loaded before Mitt pass can be used: scripts and styles that are imported outright, and the page itself. */
export function firstLoadFiles(chunks: ChunkManifest): Set<string> {
  const keys = reach(chunks, [PAGE, 'my-shift/my-shift.tsx'], ({ imports }) => imports);
  return new Set([PAGE, ...keys.flatMap((key) => shownFiles(chunks, key))]);
}

/** What the phone can do without a network needs these: the first load and all that its screens load later, workers too. */
export function offlineFiles(chunks: ChunkManifest): Set<string> {
  const keys = reach(chunks, [PAGE], ({ imports = [], dynamicImports = [], isEntry }) => [
    ...imports,
    ...(isEntry ? dynamicImports.filter(isOnThePhone) : dynamicImports),
  ]);
  const workers = keys.flatMap((key) => chunks[key]?.assets ?? []);
  return new Set([PAGE, ...keys.flatMap((key) => shownFiles(chunks, key)), ...workers]);
}

function shownFiles(chunks: ChunkManifest, key: string): string[] {
  const chunk = chunks[key];
  return chunk ? [chunk.file, ...(chunk.css ?? [])] : [];
}

/** All chunks that some bring with them, each once. */
function reach(
  chunks: ChunkManifest,
  from: readonly string[],
  next: (chunk: Chunk) => readonly string[] | undefined,
): string[] {
  const seen = new Set(from);
  for (const key of seen) {
    const chunk = chunks[key];
    for (const one of (chunk && next(chunk)) ?? []) seen.add(one);
  }
  return [...seen];
}
