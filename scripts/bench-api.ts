/**
 * `npm run bench:api`: ten years behind the real server in a process of its own: 20 visits a day, 20,000 incidents, a ledger, walks.
 * Each page and export is asked as the first thing after a start, and again; then 50 clients ask at once. Prints what
 * it measured as Markdown and judges nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { v7 as uuid } from 'uuid';
import { API_ROOT } from '#contract/paths.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { periodContaining } from '#core/calendar/period.ts';
import { readConfig } from '../server/config.ts';
import { trialSignInToken } from '../server/set-up/accounts.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { openServices } from '../server/start.ts';
import type { Executor } from '../server/store/database.ts';
import { publications } from '../server/store/publications.ts';
import { insertIncidentHistory } from './api/incident-history.ts';
import { insertPatrolHistory } from './api/patrol-history.ts';
import { insertPromiseHistory } from './api/promise-history.ts';
import { BASELINE, type Question, questions } from './api/questions.ts';
import { startServer, stopServer, timed } from './api/server-process.ts';

const CLIENTS = 50;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const YEARS = 10;
const INCIDENTS = 20_000;
const FLEN = '0482';
const ASKERS = ['chief', 'planner', 'auditor', 'patrol'] as const;
type Asker = (typeof ASKERS)[number];
type Cookies = ReadonlyMap<Asker, string>;

const port = 20_000 + Math.floor(Math.random() * 20_000);
const api = `http://127.0.0.1:${port}${API_ROOT}`;
const dataDir = mkdtempSync(join(tmpdir(), 'fotspar-bench-'));
const env = {
  ...process.env,
  PORT: String(port),
  FOTSPAR_DATA_DIR: dataDir,
  FOTSPAR_LOG_LEVEL: 'error',
  // Printing PDFs of the published page would take the machine from what is measured.
  FOTSPAR_CHROMIUM: 'off',
};

async function prepare() {
  const services = await openServices(readConfig(env));
  await setUp(services);
  const { db, calendar } = services;
  const today = operationalDateOf(calendar, Date.now());
  const first = addDays(today, -Math.round(YEARS * 365.25));
  const { visits, shiftId, base, hotSpotIds } = await insertPatrolHistory(
    db.writer,
    calendar,
    first,
    today,
  );
  const span = { from: startOfOperationalDate(calendar, first), to: Date.now() };
  await db.writer.transaction().execute((tx) => insertIncidentHistory(tx, FLEN, span, INCIDENTS));
  const frame = { municipality: FLEN, base, calendar, makeId: () => uuid() };
  const ledger = await insertPromiseHistory(services, frame, first, today);
  const pages = await publications(db.reader, FLEN);
  const draftId = pages.find(({ published }) => published === null)?.id ?? '';
  const tokens = new Map<Asker, string | null>();
  for (const role of ASKERS) {
    const tokenOf = (tx: Executor) => trialSignInToken(tx, role, Date.now());
    tokens.set(role, await db.writer.transaction().execute(tokenOf));
  }
  await db.close();
  const hotSpotId = hotSpotIds[0] ?? '';
  return { first, today, visits, shiftId, hotSpotIds, hotSpotId, draftId, ...ledger, tokens };
}

async function signIn(token: string | null): Promise<string> {
  const response = await fetch(`${api}/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
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

/** Whoever asks first after a start, and whoever asks next: a server of its own for each. */
async function askEach(all: readonly Question[], cookies: Cookies): Promise<void> {
  let baseline = Number.NaN;
  for (const [what, path, by = 'chief'] of all) {
    const cookie = cookies.get(by) ?? '';
    const server = await startServer(env);
    const first = await timed(api + path, cookie);
    const then = await timed(api + path, cookie);
    await stopServer(server);
    if (path === BASELINE[1]) baseline = then;
    const ratio = (then / baseline).toFixed(1);
    console.log(`| ${what} | ${first.toFixed(0)} | ${then.toFixed(0)} | ${ratio} |`);
  }
}

async function askAtOnce(
  tertial: string,
  years: string,
  cookies: Cookies,
  hotSpotIds: readonly string[],
): Promise<string[]> {
  const patrol = cookies.get('patrol') ?? '';
  const headers = { cookie: cookies.get('chief') ?? '' };
  const read = (path: string): Load => ({ url: api + path, headers });
  return [
    await measure('coverage of a tertial', read(tertial)),
    await measure('coverage of ten years', read(years)),
    await measure(BASELINE[0], read(BASELINE[1])),
    ...(await Promise.all([
      measure('together: ten years', read(years), 25),
      measure('together: tertial', read(tertial), 20),
      measure('together: write of a visit', writes(patrol, hotSpotIds), 5),
    ])),
    // Last: it leaves thousands of visits in one day, which no report of a real place has to count.
    await measure('write of a visit', writes(patrol, hotSpotIds)),
  ];
}

async function main(): Promise<void> {
  const history = await prepare();
  const { first, today, visits, hotSpotIds, tokens } = history;
  console.log(
    `${visits} visits since ${first} at ${hotSpotIds.length} hot spots; ${INCIDENTS} incidents.\n`,
  );
  const start = performance.now();
  const signingIn = await startServer(env);
  console.log(`It listens ${(performance.now() - start).toFixed(0)} ms after its start.\n`);
  const cookies = new Map<Asker, string>();
  for (const [role, token] of tokens) cookies.set(role, await signIn(token));
  await stopServer(signingIn);

  console.log(
    `| one at a time | first after a start, ms | then, ms | then ÷ ${BASELINE[0]} |\n|---|--:|--:|--:|`,
  );
  await askEach(questions(history), cookies);

  const server = await startServer(env);
  const tertial = periodContaining('tertial', today);
  const coverage = (from: string, to: string) => `/coverage?from=${from}&to=${to}`;
  const [ofTertial, ofYears] = [coverage(tertial.from, tertial.to), coverage(first, today)];
  const lines = await askAtOnce(ofTertial, ofYears, cookies, hotSpotIds);
  console.log('\n| load | clients | median ms | p99 ms | a second | failed |');
  console.log(`|---|--:|--:|--:|--:|--:|\n${lines.join('\n')}`);
  await stopServer(server);
  rmSync(dataDir, { recursive: true, force: true });
}

await main();
