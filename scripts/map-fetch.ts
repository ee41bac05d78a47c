/** `npm run map:fetch`: asks an Overpass server for the area's streets and keeps its answer as a file for `map:import`. */
import { createWriteStream, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { BadExtract } from '../server/formats/osm/osm-object.ts';
import { boxRound, overpassQuery } from '../server/formats/osm/overpass-query.ts';
import { readExtract } from '../server/formats/osm/read-extract.ts';
import { type Seed, seedSchema } from '../server/set-up/seed.ts';
import { configOrStop, step, stop } from './terminal.ts';

/** From the centre to each side: the town of Flen with both its lakes. */
const REACH_KM = 2.5;
const LARGEST_REACH_KM = 15;
const LONGEST_WAIT_MS = 300_000;
const USAGE = `usage: npm run map:fetch [-- --reach-km ${REACH_KM}]`;

async function main(): Promise<void> {
  const reachKm = readReach();
  const { overpassUrl, dataDir } = configOrStop();
  if (!overpassUrl) {
    stop(
      'FOTSPAR_OVERPASS_URL is not set: give the address of the Overpass server to ask, such as https://overpass.example/api/interpreter',
    );
  }
  const { name, center } = readArea();
  step(`Asking ${overpassUrl} for ${reachKm} km to each side of ${name}'s centre …`);
  const file = join(dataDir, 'osm-extract.json');
  const partial = `${file}.part`;
  try {
    mkdirSync(dataDir, { recursive: true });
    await download(overpassUrl, overpassQuery(boxRound(center, reachKm * 1000)), partial);
    const objects = await countObjects(partial);
    renameSync(partial, file);
    process.stdout.write(
      `${objects.toLocaleString('en')} objects written to ${file}.\nNext: npm run map:import -- ${file}\n`,
    );
  } catch (error) {
    rmSync(partial, { force: true });
    stop(`${overpassUrl}: ${explain(error)}`);
  }
}

function readReach(): number {
  const { values, positionals } = parseArgs({
    options: { 'reach-km': { type: 'string', default: String(REACH_KM) } },
    allowPositionals: true,
    strict: false,
  });
  const reachKm = Number(values['reach-km']);
  const known = Object.keys(values).length === 1 && positionals.length === 0;
  if (!known || !(reachKm > 0 && reachKm <= LARGEST_REACH_KM)) stop(USAGE, 2);
  return reachKm;
}

function readArea(): Seed['area'] {
  const file = join(import.meta.dirname, '..', 'data', 'flen', 'seed.json');
  return seedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).area;
}

async function download(url: string, query: string, file: string): Promise<void> {
  const reply = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ data: query }),
    headers: { 'user-agent': 'Fotspar', accept: 'application/json' },
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  if (!reply.ok || !reply.body) {
    await reply.body?.cancel();
    throw new BadExtract(`it answered ${reply.status} ${reply.statusText}`.trim());
  }
  await pipeline(Readable.from(reply.body), createWriteStream(file));
}

/** Reads it through once, so that a broken answer never takes the place of a good one. */
async function countObjects(file: string): Promise<number> {
  let objects = 0;
  for await (const batch of readExtract(file)) objects += batch.length;
  return objects;
}

function explain(error: unknown): string {
  if (error instanceof BadExtract) return `${error.message}. Nothing was changed`;
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

await main();
