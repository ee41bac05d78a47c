/** Opens an extract of any of the three forms, gzipped or not, told apart by its first bytes and not by its name. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { BadExtract, type OsmObject } from './osm-object.ts';
import { readOsmJson } from './read-osm-json.ts';
import { readOsmPbf } from './read-osm-pbf.ts';
import { readOsmXml } from './read-osm-xml.ts';

/** How much of the file has been read, and how many objects that were. */
export interface ReadProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly objects: number;
}

/**
 * The extract's objects in the order of the file, a batch at a time: no more of it is held than that.
 * @throws BadExtract with one line that says what is wrong with the file
 */
export async function* readExtract(
  path: string,
  onProgress: (progress: ReadProgress) => void = () => undefined,
): AsyncGenerator<OsmObject[]> {
  const totalBytes = await sizeOf(path);
  const file = createReadStream(path);
  let objects = 0;
  try {
    const { first, rest } = await unpacked(file);
    for await (const batch of readerFor(first)(rest)) {
      objects += batch.length;
      onProgress({ bytes: file.bytesRead, totalBytes, objects });
      yield batch;
    }
  } catch (error) {
    throw explained(error);
  } finally {
    file.destroy();
  }
  if (objects === 0) throw new BadExtract('it holds no node, way or relation');
}

async function sizeOf(path: string): Promise<number> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadExtract(error.code === 'ENOENT' ? 'there is no such file' : error.message);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new BadExtract('it is no file');
    if (stat.size === 0) throw new BadExtract('it is empty');
    return stat.size;
  } finally {
    await handle.close();
  }
}

interface Unpacked {
  readonly first: Buffer;
  readonly rest: AsyncIterable<Buffer>;
}

async function unpacked(chunks: AsyncIterable<Buffer>): Promise<Unpacked> {
  const plain = await peek(chunks);
  const isGzip = plain.first[0] === 0x1f && plain.first[1] === 0x8b;
  if (!isGzip) return plain;
  const gunzip = createGunzip();
  void feed(gunzip, plain.rest);
  return peek(gunzip);
}

async function feed(gunzip: ReturnType<typeof createGunzip>, chunks: AsyncIterable<Buffer>) {
  try {
    for await (const chunk of chunks) {
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve));
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The first chunk to look at, and all chunks, that one too, to read. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<Unpacked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { value: first = Buffer.alloc(0) } = await iterator.next();
  async function* rest() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, rest: rest() };
}

function readerFor(first: Buffer): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<OsmObject[]> {
  const start = first
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('<')) return readOsmXml;
  if (start.startsWith('{')) return readOsmJson;
  if (first.subarray(4, 32).includes('OSMHeader')) return readOsmPbf;
  throw new BadExtract(
    'it is no OpenStreetMap extract: give Overpass JSON, .osm XML (.gz too) or .osm.pbf',
  );
}

function explained(error: unknown): unknown {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
  if (code?.startsWith('Z_')) return new BadExtract(`it cannot be unpacked: ${message}`);
  return error;
}
