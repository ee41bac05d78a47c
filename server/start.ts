/** Builds the services, and listens. What `npm start`, the demo, the benchmarks and the tests share. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { HOUR_MS, MINUTE_MS } from '#core/calendar/duration.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { answerUnread } from './http/unread-request.ts';
import { endForgottenVisits } from './jobs/end-forgotten-visits.ts';
import { forgetOldPositions } from './jobs/forget-old-positions.ts';
import { runEvery } from './jobs/run-every.ts';
import { writePublicPages } from './jobs/write-public-pages.ts';
import { readMap } from './map/map-files.ts';
import { printingChromium } from './public-pages/find-chromium.ts';
import { PublicPages } from './public-pages/public-pages.ts';
import type { Services } from './services.ts';
import { openDatabase } from './store/database.ts';
import { claimFolder } from './store/sqlite.ts';
import { CoverageMemory } from './usecases/coverage/coverage-memory.ts';
import { warmCoverage } from './usecases/coverage/warm-coverage.ts';

export interface Running {
  readonly services: Services;
  readonly url: string;
  /** Where it listens, whatever address users reach it by. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Opens the database (running what migrations it lacks) and reads the map. */
export async function openServices(config: Config, clock = () => Date.now()): Promise<Services> {
  const db = await openDatabase(config.databaseFile);
  const log = pino({
    level: config.logLevel,
    redact: ['req.headers.cookie', 'res.headers["set-cookie"]'],
  });
  const calendar = { zone: config.timeZone, dayStart: config.dayStart };
  return {
    config,
    db,
    calendar,
    clock,
    log,
    coverage: new CoverageMemory(),
    map: readMap(config.dataDir),
    pages: new PublicPages(config.publicDir, printingChromium(config.chromium)),
  };
}

/** Longer than proxies (60 s) and pages hold an idle connection: one that is closed just as it is used again loses a request. */
const KEEP_ALIVE_MS = 65_000;

/** The longest that a start waits for coverage to be counted: a town's ten years take two or three seconds, a region's go on beside. */
const COUNT_FIRST_MS = 5_000;

/**
 * @param dist folder of the built web app, where it is another than usual
 * @throws DatabaseFault: another server has the data folder; Error of the system: the port is taken or not allowed
 */
export async function listen(services: Services, dist?: string): Promise<Running> {
  const release = claimFolder(services.config.dataDir);
  const { host, port, publicUrl } = services.config;
  const stopping = new AbortController();
  const counting = warm(services, stopping.signal);
  await Promise.race([counting, setTimeout(COUNT_FIRST_MS, undefined, { ref: false })]);
  const app = createApp(services, dist);
  const listening = new Promise<Server>((resolve, reject) => {
    const starting = app.listen(port, host, (error?: Error) => {
      if (error) reject(error);
      else resolve(starting);
    });
  });
  listening.catch(() => {
    stopping.abort();
    release();
  });
  const server = await listening;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  answerUnread(server);
  const { port: bound } = server.address() as AddressInfo;
  const job = (name: string, everyMs: number, run: () => Promise<unknown>) =>
    runEvery({ name, everyMs, run }, stopping.signal, services.log);
  const working = [
    counting,
    job('end forgotten visits', MINUTE_MS, () => endForgottenVisits(services)),
    job('write public pages', 2 * MINUTE_MS, () => writePublicPages(services, stopping.signal)),
    job('delete old positions', HOUR_MS, () => forgetOldPositions(services)),
  ];
  const stop = async () => {
    stopping.abort();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await Promise.all(working);
    await services.db.close();
    release();
  };
  return {
    services,
    port: bound,
    url: publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`,
    stop,
  };
}

/** Without it the first reports are slower and no less right, so a failure is only logged. */
async function warm({ db, calendar, coverage, clock, log }: Services, signal: AbortSignal) {
  try {
    await warmCoverage({ db: db.reader, calendar, memory: coverage }, clock, signal);
  } catch (error) {
    log.error({ err: error }, 'coverage was not counted in advance');
  }
}
