import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { importMap } from '../../server/formats/osm/import-map.ts';
import { asJson, street, type Town } from '../formats/osm/extract-file.ts';

const script = resolve(import.meta.dirname, '../../scripts/map-fetch.ts');
const town: Town = { nodes: [10, 20, 30], ways: [street(1, 10, 20, 30)] };

let close: (() => void) | null = null;
afterEach(() => close?.());

/** A server of our own that answers as an Overpass server would. */
async function overpass(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close = () => server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/interpreter`;
}

interface Ended {
  readonly dataDir: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(url: string, args: string[] = [], dataDir = newDataDir()): Promise<Ended> {
  const env = { ...process.env, FOTSPAR_DATA_DIR: dataDir, FOTSPAR_OVERPASS_URL: url };
  const child = spawn(process.execPath, [script, ...args], { env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return new Promise((ended) =>
    child.on('close', (status) => ended({ dataDir, status, stdout, stderr })),
  );
}

const newDataDir = () => mkdtempSync(join(tmpdir(), 'fotspar-fetch-'));
const fileIn = (dataDir: string) => join(dataDir, 'osm-extract.json');
const answering = (body: string, status = 200) =>
  overpass((_, reply) => reply.writeHead(status).end(body));

async function closedServer(): Promise<string> {
  const url = await answering('');
  close?.();
  return url;
}

describe('npm run map:fetch', () => {
  test('keeps what the Overpass server gives, ready for the import', async () => {
    const { status, stdout, dataDir } = await run(await answering(asJson(town)));
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('4 objects'),
    });
    expect(stdout).toContain(`npm run map:import -- ${fileIn(dataDir)}`);
    const { network } = await importMap(fileIn(dataDir), () => undefined);
    expect(network.edges).toHaveLength(2);
  });

  test('asks for the box round the centre of the area', async () => {
    let asked = '';
    const url = await overpass((request, reply) => {
      request.on('data', (text) => {
        asked += text;
      });
      request.on('end', () => reply.end(asJson(town)));
    });
    await run(url, ['--reach-km', '1']);
    const query = new URLSearchParams(asked).get('data') ?? '';
    expect(query).toContain('[bbox:59.04851,16.57051,59.06649,16.60549]');
    expect(query).toContain('way["highway"]');
  });

  test('asks nobody where no server is named', async () => {
    const { status, stderr } = await run('');
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('FOTSPAR_OVERPASS_URL is not set');
  });

  test.each([
    ['is busy', () => answering('rate limited', 429), 'it answered 429'],
    ['gives a web page', () => answering('<html></html>'), 'begins with <html>'],
    ['breaks off', () => answering(asJson(town).slice(0, 200)), 'the JSON is broken'],
    ['is not there', closedServer, 'ECONNREFUSED'],
  ])('keeps the extract of last time when the server %s', async (_, server, why) => {
    const { dataDir } = await run(await answering(asJson(town)));
    close?.();
    const before = readFileSync(fileIn(dataDir), 'utf8');
    const { status, stderr } = await run(await server(), [], dataDir);
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(readFileSync(fileIn(dataDir), 'utf8')).toBe(before);
    expect(existsSync(`${fileIn(dataDir)}.part`)).toBe(false);
  });

  test('refuses a reach that no town has', async () => {
    const { status, stderr } = await run('http://127.0.0.1:9/', ['--reach-km', '400']);
    expect(status).toBe(2);
    expect(stderr).toContain('usage');
  });
});
