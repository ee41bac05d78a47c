/**
 * `npm run bench:kill`: kills the server (SIGKILL) 50 times while phones log visits, and looks for what was acknowledged.
 * A visit that got its 201 must be there afterwards, and the audit chain must hold.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { API_ROOT } from '#contract/paths.ts';
import { readConfig } from '../server/config.ts';
import { trialSignInToken } from '../server/set-up/accounts.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { openServices } from '../server/start.ts';
import { hotSpots } from '../server/store/hot-spots.ts';
import { visitById } from '../server/store/visits.ts';
import { verifyAudit } from '../server/usecases/verify-audit.ts';

const KILLS = Number(process.env.KILLS ?? 50);
const PHONES = 8;
const port = 20_000 + Math.floor(Math.random() * 20_000);
const url = `http://127.0.0.1:${port}`;
const dataDir = mkdtempSync(join(tmpdir(), 'fotspar-kill-'));
const env = { ...process.env, PORT: String(port), FOTSPAR_DATA_DIR: dataDir };

async function prepare(): Promise<{ token: string; hotSpotId: string }> {
  const services = await openServices(readConfig(env));
  await setUp(services);
  const { db } = services;
  const token = await db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, 'patrol', Date.now()));
  const [place] = await hotSpots(db.reader);
  await db.close();
  if (!token || !place) throw new Error('The set-up made no patrol account or no hot spot');
  return { token, hotSpotId: place.id };
}

async function startServer(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'server', 'main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('The server did not start')));
  });
  return child;
}

async function signIn(token: string): Promise<string> {
  const response = await fetch(`${url}${API_ROOT}/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Logs visits until the server is gone; adds each acknowledged id. */
async function phone(cookie: string, hotSpotId: string, acknowledged: string[]): Promise<void> {
  for (;;) {
    const startedAt = Date.now() - 20 * 60_000 - Math.floor(Math.random() * 3_600_000);
    const visit = {
      id: uuid(),
      hotSpotId,
      patrolId: null,
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(startedAt + 15 * 60_000).toISOString(),
    };
    try {
      const response = await fetch(`${url}${API_ROOT}/visits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(visit),
      });
      if (response.status !== 201) throw new Error(`answered ${response.status}`);
      acknowledged.push(visit.id);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('answered')) throw error;
      return;
    }
  }
}

const { token, hotSpotId } = await prepare();
let cookie = '';
const acknowledged: string[] = [];
for (let kill = 1; kill <= KILLS; kill += 1) {
  const server = await startServer();
  cookie ||= await signIn(token);
  const phones = Array.from({ length: PHONES }, () => phone(cookie, hotSpotId, acknowledged));
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500));
  server.kill('SIGKILL');
  await Promise.all(phones);
}

const { db } = await openServices(readConfig(env));
let lost = 0;
for (const id of acknowledged) if (!(await visitById(db.reader, id))) lost += 1;
const chain = await verifyAudit(db.reader);
await db.close();
rmSync(dataDir, { recursive: true, force: true });
console.log(`${KILLS} kills, ${acknowledged.length} visits acknowledged, ${lost} lost`);
console.log(
  chain.ok
    ? `audit chain holds: ${chain.rows} rows`
    : `audit chain broken at ${chain.seq}: ${chain.why}`,
);
if (lost > 0 || !chain.ok) process.exitCode = 1;
