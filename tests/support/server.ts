/** The real app for tests: a fresh SQLite file, a free port, one signed-in client a role. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_ROOT, paths, type RouteName } from '#contract/paths.ts';
import type { EpochMs, Role } from '#core/model.ts';
import { readConfig } from '../../server/config.ts';
import { trialSignInToken } from '../../server/set-up/accounts.ts';
import { setUp } from '../../server/set-up/set-up.ts';
import { listen, openServices, type Running } from '../../server/start.ts';

export interface TestServer extends Running {
  /** A client signed in as the trial account of a role; null: nobody. */
  readonly as: (role: Role | null) => Promise<Client>;
  readonly dataDir: string;
  /** Sets the server's clock. */
  readonly setClock: (now: EpochMs) => void;
  readonly clock: () => EpochMs;
  /** Ends the server in the middle of whatever it does, and starts it again on the same data and port. */
  readonly halt: () => Promise<void>;
  readonly resume: () => Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // The shape is what each test asserts.
  readonly body: never;
  readonly text: string;
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly ifMatch?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  readonly call: (name: RouteName, sent?: Sent) => Promise<Reply>;
  readonly cookie: string;
}

/** A Monday: hot spots and windows stand from here on, so that a test's night has them whatever day it is run. */
const LAID_OUT_AT = Date.parse('2026-11-23T11:00:00Z');

/** @param dist folder of another build of the web app than the usual */
export async function startTestServer(
  env: Readonly<Record<string, string>> = {},
  dist?: string,
): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fotspar-test-'));
  const config = readConfig({
    PORT: '0',
    FOTSPAR_DATA_DIR: dataDir,
    FOTSPAR_LOG_LEVEL: 'error',
    FOTSPAR_CHROMIUM: 'off',
    ...env,
  });
  let now: EpochMs | null = LAID_OUT_AT;
  const clock = () => now ?? Date.now();
  const services = await openServices(config, clock);
  await setUp(services);
  now = null;
  let running = await listen(services, dist);
  const stop = async () => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const resume = async () => {
    const same = { ...config, port: running.port };
    running = await listen(await openServices(same, clock), dist);
    Object.assign(server, { services: running.services });
  };
  const server: TestServer = {
    ...running,
    stop,
    dataDir,
    clock,
    setClock: (at) => {
      now = at;
    },
    as: (role) => signedInClient(running, role, clock),
    halt: () => running.stop(),
    resume,
  };
  return server;
}

async function signedInClient(
  { services, url }: Running,
  role: Role | null,
  clock: () => EpochMs,
): Promise<Client> {
  if (!role) return client(url, '');
  const token = await services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, role, clock()));
  const reply = await client(url, '').call('redeemSignInLink', { body: { token } });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  return client(url, cookie);
}

export function client(url: string, cookie: string): Client {
  return {
    cookie,
    call: async (name, { params = {}, query = {}, body, ifMatch, headers = {} } = {}) => {
      const { method, path } = paths[name];
      const filled = path.replaceAll(/:(\w+)/g, (_, key: string) => params[key] ?? '');
      const search = new URLSearchParams(
        Object.entries(query).map(([key, value]) => [key, String(value)]),
      );
      const response = await fetch(`${url}${API_ROOT}${filled}?${search}`, {
        method,
        headers: {
          cookie,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
      const parsed = (isJson ? JSON.parse(text) : text) as never;
      return { status: response.status, headers: response.headers, body: parsed, text };
    },
  };
}
