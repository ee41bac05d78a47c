/** Builds the services, and listens. What `npm start`, the demo, the benchmarks and the tests share. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { readMap } from './map/map-files.ts';
import type { Services } from './services.ts';
import { openDatabase } from './store/database.ts';

export interface Running {
  readonly services: Services;
  readonly url: string;
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
    map: readMap(config.dataDir),
  };
}

/** @param dist folder of the built web app, where it is another than usual */
export async function listen(services: Services, dist?: string): Promise<Running> {
  const { host, port, publicUrl } = services.config;
  const app = createApp(services, dist);
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = app.listen(port, host, (error?: Error) => {
      if (error) reject(error);
      else resolve(starting);
    });
  });
  const { port: bound } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await services.db.close();
  };
  return {
    services,
    url: publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`,
    stop,
  };
}
