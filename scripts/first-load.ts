/**
 * `npm run first-load`: how much an officer's phone loads before Mitt pass can be used, and how soon it paints and can be used, on
 * a processor four times slower and slow 4G, by Chromium's own throttling: the first time, and started by the service worker.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { readConfig } from '../server/config.ts';
import { trialSignInToken } from '../server/set-up/accounts.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { listen, openServices, type Running } from '../server/start.ts';
import { ensureChromium } from './browser-binary.ts';
import { buildWebApp } from './build-web.ts';
import { reportFirstLoad } from './first-load-size.ts';
import { stop } from './terminal.ts';

/** Lighthouse's slow 4G. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER_CPU = { rate: 4 };
const RUNS = 5;

interface Times {
  /** Milliseconds from the start of the navigation. */
  readonly painted: number;
  readonly usable: number;
}

async function signIn(page: Page, { services, url }: Running): Promise<void> {
  const token = await services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, 'patrol', services.clock()));
  await page.context().request.post(`${url}/api/v1/session/link`, { data: { token } });
}

async function load(context: BrowserContext, url: string): Promise<Times> {
  const page = await context.newPage();
  const browser = await context.newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.emulateNetworkConditions', SLOW_4G);
  await browser.send('Emulation.setCPUThrottlingRate', SLOWER_CPU);
  await page.goto(`${url}/mitt-pass`, { waitUntil: 'commit' });
  await page.locator('.my-shift').waitFor();
  const times = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usable: performance.now(),
  }));
  await page.evaluate('navigator.serviceWorker.ready');
  await page.close();
  return times;
}

/** Cold: nothing on the phone. Then the same phone again, with the service worker. */
async function oneRun(browser: Browser, running: Running): Promise<{ cold: Times; warm: Times }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page, running);
  const cold = await load(context, running.url);
  const warm = await load(context, running.url);
  await context.close();
  return { cold, warm };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function report(what: string, times: readonly Times[]): void {
  const [painted, usable] = (['painted', 'usable'] as const).map((key) =>
    times.map((one) => Math.round(one[key])),
  ) as [number[], number[]];
  console.log(
    `${what}: first contentful paint ${median(painted)} ms (${painted.join(', ')}), Mitt pass ${median(usable)} ms (${usable.join(', ')})`,
  );
}

const executablePath =
  ensureChromium() ?? stop('There is no Chromium: install one or name it in FOTSPAR_CHROMIUM.');
await buildWebApp();
reportFirstLoad();
const folder = mkdtempSync(join(tmpdir(), 'fotspar-first-load-'));
const config = readConfig({ PORT: '0', FOTSPAR_DATA_DIR: folder, FOTSPAR_LOG_LEVEL: 'error' });
const services = await openServices(config);
await setUp(services);
const running = await listen(services);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const runs = [];
for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(browser, running));
await browser.close();
await running.stop();
rmSync(folder, { recursive: true, force: true });
console.log(`${RUNS} runs, processor 4× slower, 1.6 Mbit/s down and 150 ms:`);
report(
  'First time',
  runs.map(({ cold }) => cold),
);
report(
  'By the service worker',
  runs.map(({ warm }) => warm),
);
