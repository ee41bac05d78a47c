/** `npm run demo`: the same app on a database of its own with 17 weeks of sample data, made anew at each start. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startOfOperationalDate } from '#core/calendar/local-time.ts';
import { fillSample, sampleStart } from '../server/sample/fill-sample.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { openServices } from '../server/start.ts';
import { claimFolder } from '../server/store/sqlite.ts';
import { buildWebApp } from './build-web.ts';
import { serve } from './serve.ts';
import { configOrStop, orStop, step } from './terminal.ts';

const SEED = 2018;

async function refuseInUse(path: string): Promise<void> {
  if (existsSync(path)) claimFolder(path)();
}

const given = process.env.FOTSPAR_DATA_DIR;
const folder = given ? join(given, 'demo') : join(import.meta.dirname, '..', 'var', 'demo');
const config = configOrStop({ ...process.env, FOTSPAR_DATA_DIR: folder });

step('Building the web app …');
await buildWebApp();
// Another demo's database is not pulled away from under it.
await orStop(refuseInUse(folder));
rmSync(folder, { recursive: true, force: true });
step('Making 17 weeks of sample shifts, plans and visits …');
const services = await orStop(openServices(config));
const first = startOfOperationalDate(services.calendar, sampleStart(services));
await setUp({ ...services, clock: () => first });
let told = 0;
await fillSample(services, SEED, (share) => {
  if (share < told + 0.25) return;
  told = share;
  step(`  ${Math.round(share * 100)} %`);
});
await services.db.close();
await orStop(serve(config));
