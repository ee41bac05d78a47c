/**
 * `npm run bench:api`: ten years of 20 visits a day behind the real server in a process of its own, under 50 clients
 * at once. Prints what it measured as Markdown and judges nothing.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import { v7 as uuid } from 'uuid';
import { API_ROOT } from '#contract/paths.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { periodContaining } from '#core/calendar/period.ts';
import { readConfig } from '../server/config.ts';
import { trialSignInToken } from '../server/set-up/accounts.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { openServices } from '../server/start.ts';
import { insertBenchHistory } from './bench-history.ts';

const CLIENTS = 50;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const YEARS = 10;

const port = 20_000 + Math.floor(Math.random() * 20_000);
const api = `http://127.0.0.1:${port}${API_ROOT}`;
const dataDir = mkdtempSync(join(tmpdir(), 'fotspar-bench-'));
const env = {
  ...process.env,
  PORT: String(port),
  FOTSPAR_DATA_DIR: dataDir,
  FOTSPAR_LOG_LEVEL: 'error',
};

async function prepare() {
  const services = await openServices(readConfig(env));
  await setUp(services);
  const { db, calendar } = services;
  const today = operationalDateOf(calendar, Date.now());
  const first = addDays(today, -Math.round(YEARS * 365.25));
  const made = await insertBenchHistory(db.writer, calendar, first, today);
  const tokenOf = (role: 'chief' | 'patrol') =>
    db.writer.transaction().execute((tx) => trialSignInToken(tx, role, Date.now()));
  const tokens = { chief: await tokenOf('chief'), patrol: await tokenOf('patrol') };
  await db.close();
  return { ...made, today, first, tokens };
}

async function startServer(): Promise<ChildProcess> {
  const main = join(import.meta.dirname, '..', 'server', 'main.ts');
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('The server did not start');
    }),
  ]);
  return child;
}

async function stopServer(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

async function signIn(token: string | null): Promise<string> {
  const response = await fetch(`${api}/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const coverage = (from: string, to: string) => `/coverage?from=${from}&to=${to}`;

async function timed(path: string, cookie: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(api + path, { headers: { cookie } });
  await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return performance.now() - start;
}

type Load = Pick<autocannon.Options, 'url' | 'headers' | 'requests'>;

async function measure(what: string, load: Load, connections = CLIENTS): Promise<string> {
  const result = await autocannon({ ...load, connections, duration: SECONDS });
  const { latency, requests, non2xx, errors } = result;
  const cells = [what, connections, latency.p50, latency.p99, requests.average.toFixed(0)];
  return `| ${[...cells, non2xx + errors].join(' | ')} |`;
}

/** Each visit under a key of its own, in the last hours. */
function writes(cookie: string, hotSpotIds: readonly string[]): Load {
  let count = 0;
  const body = () => {
    count += 1;
    const startedAt = Date.now() - 3_600_000 - (count % 5000) * 1000;
    return JSON.stringify({
      id: uuid(),
      hotSpotId: hotSpotIds[count % hotSpotIds.length],
      patrolId: null,
      slotId: null,
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(startedAt + 900_000).toISOString(),
      officers: 2,
      late: true,
    });
  };
  return {
    url: `${api}/visits`,
    headers: { cookie, 'content-type': 'application/json' },
    requests: [
      { method: 'POST', setupRequest: (request) => Object.assign(request, { body: body() }) },
    ],
  };
}

/** Every page and export of ten years (of a year where no more is given), one at a time, after a first round. */
async function eachOnce(years: string, tertial: string, hotSpotId: string, cookie: string) {
  const year = `from=${addDays(years.slice(-10), -364)}&to=${years.slice(-10)}`;
  const half = `from=${addDays(years.slice(-10), -183)}&to=${years.slice(-10)}`;
  const asked = [
    ['coverage of a year, Fridays and Saturdays 18–02', `/coverage?${year}&${FILTER}`],
    ['coverage of a year on today’s borders', `/coverage/todays-borders?${year}`],
    ['time axes', `/coverage/strips?${years}`],
    ['rows', `/coverage/rows?${years}&kind=delivered`],
    ['coverage as CSV', `/coverage.csv?${years}`],
    ['coverage as XLSX', `/coverage.xlsx?${years}`],
    ['coverage as GeoJSON', `/coverage.geojson?${years}`],
    ['visits of a tertial as CSV', `/visits.csv?${tertial}`],
    ['visits of half a year as XLSX', `/visits.xlsx?${half}`],
    ['visits of a year as CSV', `/visits.csv?${year}`],
    ['windows as iCalendar', `/hot-spots/${hotSpotId}/windows.ics`],
  ] as const;
  const lines: string[] = ['| one at a time | first ms | then ms |', '|---|--:|--:|'];
  for (const [what, path] of asked) {
    const first = await timed(path, cookie);
    const then = await timed(path, cookie);
    lines.push(`| ${what} | ${first.toFixed(0)} | ${then.toFixed(0)} |`);
  }
  return lines.join('\n');
}

const FILTER = 'weekdays=5,6&fromHour=18&toHour=2';

/** What whoever asks first waits: just after a start, and when months are counted but this answer is not. */
async function firstAnswers(
  tertial: string,
  years: string,
  others: readonly string[],
  cookie: string,
) {
  const row = (what: string, short: number, long: number) =>
    `| ${what} | ${short.toFixed(1)} | ${long.toFixed(1)} | ${(long / short).toFixed(1)} |`;
  const cold = [];
  for (const path of [tertial, years]) {
    const server = await startServer();
    cold.push(await timed(path, cookie));
    await stopServer(server);
  }
  const server = await startServer();
  await timed(years, cookie);
  await setTimeout(6_000);
  await timed(tertial, cookie);
  const shortMs = await timed(others[0] ?? '', cookie);
  const longMs = await timed(others[1] ?? '', cookie);
  const [coldShort = 0, coldLong = 0] = cold;
  const rows = [
    row('the first after a start', coldShort, coldLong),
    row('months counted, answer not', shortMs, longMs),
  ];
  return { server, rows };
}

async function main(): Promise<void> {
  const { first, today, visits, hotSpotIds, tokens } = await prepare();
  console.log(`${visits} visits since ${first} at ${hotSpotIds.length} hot spots.\n`);
  const signingIn = await startServer();
  const chief = await signIn(tokens.chief);
  const patrol = await signIn(tokens.patrol);
  await stopServer(signingIn);

  const tertial = periodContaining('tertial', today);
  const paths = [coverage(tertial.from, tertial.to), coverage(first, today)] as const;
  const municipal = paths.map((path) => `${path}&municipality=0482`);
  const { server, rows } = await firstAnswers(...paths, municipal, chief);
  const query = (path: string) => path.split('?')[1] ?? '';
  const spot = hotSpotIds[0] ?? '';
  const once = await eachOnce(query(paths[1]), query(paths[0]), spot, chief);
  const read = (path: string): Load => ({ url: api + path, headers: { cookie: chief } });

  const lines = [
    await measure('coverage of a tertial', read(paths[0])),
    await measure('coverage of ten years', read(paths[1])),
    await measure('list of hot spots', read('/hot-spots')),
    ...(await Promise.all([
      measure('together: ten years', read(paths[1]), 25),
      measure('together: tertial', read(paths[0]), 20),
      measure('together: write of a visit', writes(patrol, hotSpotIds), 5),
    ])),
    // Last: it leaves thousands of visits in one day, which no report of a real place has to count.
    await measure('write of a visit', writes(patrol, hotSpotIds)),
  ];
  const heads = [
    '| load | clients | median ms | p99 ms | a second | failed |',
    '|---|--:|--:|--:|--:|--:|',
  ];
  console.log([...heads, ...lines].join('\n'));
  const firsts = ['| one at a time | tertial ms | ten years ms | ratio |', '|---|--:|--:|--:|'];
  console.log(`\n${[...firsts, ...rows].join('\n')}`);
  console.log(`\n${once}`);
  await stopServer(server);
  rmSync(dataDir, { recursive: true, force: true });
}

await main();
