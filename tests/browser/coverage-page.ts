/** The coverage page in Chromium on a server of its own, with six weeks of seeded work. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { findChromium } from '../../scripts/browser-binary.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { addDaysOfWork, addWindows, seeded } from '../usecases/coverage-store.ts';

type CoverageRole = 'chief' | 'municipal-police' | 'municipality';

export interface CoveragePages {
  readonly server: TestServer;
  readonly open: (role: CoverageRole, look?: BrowserContextOptions) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

const DAYS = 42;

export async function coveragePages(): Promise<CoveragePages> {
  const server = await startTestServer();
  const { db, calendar, coverage } = server.services;
  const places = (await hotSpots(db.reader)).slice(0, 3);
  const borderOf = (id: string) => places.find((place) => place.id === id)?.version.id ?? '';
  const hotSpotIds = places.map(({ id }) => id);
  const store = { db, hotSpotIds, borderOf, close: server.stop };
  const first = addDays(operationalDateOf(calendar, server.clock()), -DAYS);
  await addWindows(store, first, addDays(first, 10));
  await addDaysOfWork(store, first, DAYS, seeded(7));
  for (const id of hotSpotIds) coverage.touch(id);
  const browser: Browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  return {
    server,
    open: async (role, look = {}) => openPage(browser, server, await server.as(role), look),
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function openPage(
  browser: Browser,
  { url }: TestServer,
  { cookie }: Client,
  look: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...look });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/tackning`);
  await page.locator('.rates').waitFor();
  return page;
}
