import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browser-binary.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(role: 'planner' | 'patrol', look: BrowserContextOptions = {}): Promise<Page> {
  const { cookie } = await server.as(role);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...look });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/hot-spots`);
  await page.locator('.spot-row').first().waitFor();
  return page;
}

describe('the shift lead opens Hot spots', () => {
  it.each([
    ['desk', { colorScheme: 'light' }],
    ['desk-dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 390, height: 844 } }],
  ] as const)('and finds no serious accessibility fault on %s', async (kind, look) => {
    const page = await open('planner', look);
    await page.locator('.spot-row').first().click();
    const folder = process.env['FOTSPAR_SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/hot-spots-${kind}.png` });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  it('and is shown both sides when another has changed the same place meanwhile', async () => {
    const [mine, theirs] = [await open('planner'), await open('planner')];
    for (const [page, source] of [
      [mine, 'Vår källa'],
      [theirs, 'Deras källa'],
    ] as const) {
      await page.locator('.spot-row').first().click();
      await page.getByLabel('Källa').fill(source);
    }
    const saved = theirs.waitForResponse((reply) => reply.request().method() === 'PATCH');
    await theirs.locator('.place-card form').first().getByRole('button', { name: 'Spara' }).click();
    expect((await saved).status()).toBe(200);
    await mine.locator('.place-card form').first().getByRole('button', { name: 'Spara' }).click();
    const difference = mine.getByRole('alert').filter({ hasText: 'Deras källa' });
    await difference.filter({ hasText: 'Vår källa' }).waitFor();
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });
});

describe('an officer opens Hot spots', () => {
  it('and may read but not draw or save', async () => {
    const page = await open('patrol');
    await page.locator('.spot-row').first().click();
    await page.locator('.place-card').waitFor();
    expect(await page.getByRole('button', { name: 'Spara' }).count()).toBe(0);
    await page.context().close();
  });
});
