/** The real app in the real browser: a server of its own, Chromium, a page signed in by a single-use link as its users sign in. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '#core/model.ts';
import { findChromium } from '../../../scripts/browser-binary.ts';
import { trialSignInToken } from '../../../server/set-up/accounts.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

export interface Stage {
  readonly server: TestServer;
  /** A page signed in as the trial account of a role. */
  readonly open: (role: Role, look?: BrowserContextOptions) => Promise<Page>;
  /** What the pages complained of, and what they asked of other hosts; both must stay empty. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium: run npm test, which installs one, or set FOTSPAR_CHROMIUM');
  const server = await startTestServer();
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  const complaints: string[] = [];
  return {
    server,
    complaints,
    open: (role, look = {}) => openPage(browser, server, role, look, complaints),
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function openPage(
  browser: Browser,
  { services, url, clock }: TestServer,
  role: Role,
  look: BrowserContextOptions,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, ...look });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const target = request.url();
    const isOurs =
      target.startsWith(url) || target.startsWith('data:') || target.startsWith('blob:');
    if (!isOurs) complaints.push(`asked ${target}`);
  });
  const token = await services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, role, clock()));
  await page.goto(`${url}/logga-in#${token}`);
  await page.locator('.frame-header').waitFor();
  return page;
}

/** Serious and critical findings of axe, each with the element. @param besides selector of what is not looked at */
export async function seriousFindings(page: Page, besides?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (besides ? axe.exclude(besides) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Presses the middle of a thing and does not let go; `page.mouse.up()` does. */
export async function pressAndHold(thing: Locator): Promise<void> {
  await thing.scrollIntoViewIfNeeded();
  const box = await thing.boundingBox();
  if (!box) throw new Error('nothing to press');
  await thing.page().mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await thing.page().mouse.down();
}

/** Nothing sticks out to the side: the page scrolls down, never across. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}

/** A picture into FOTSPAR_SCREENSHOTS, where that is set. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.FOTSPAR_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
