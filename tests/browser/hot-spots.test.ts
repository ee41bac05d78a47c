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

/** Two squares beside Flen's station: the second crosses itself; a point is no area. */
const FILE = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    feature('Norra ängen', 'N8', 'Polygon', [ring([0, 0], [1, 0], [1, 1], [0, 1])]),
    feature('Knuten', 'N9', 'Polygon', [ring([3, 0], [4, 1], [4, 0], [3, 1])]),
    feature('Brunnen', 'N7', 'Point', [16.59, 59.06]),
  ],
});

function feature(name: string, code: string, type: string, coordinates: unknown) {
  return { type: 'Feature', properties: { name, code }, geometry: { type, coordinates } };
}

/** Corners in steps of 0.0015° from a place north of the station, closed. */
function ring(...corners: readonly (readonly [number, number])[]): number[][] {
  const at = corners.map(([x, y]) => [16.59 + x * 0.0015, 59.062 + y * 0.0015]);
  return [...at, ...at.slice(0, 1)];
}

describe('the shift lead brings borders', () => {
  it('from a file: the good one becomes a hot spot, the crossed one and the point are told', async () => {
    const page = await open('planner');
    await page.getByRole('button', { name: 'Importera' }).click();
    await page.getByLabel('Eller klistra in här').fill(FILE);
    await page.getByRole('button', { name: 'Läs in' }).click();
    await page.getByText('2 ytor hittades').waitFor();
    await page.getByText(/Gränsen korsar eller rör sig själv/).waitFor();
    await page.getByText(/Brunnen: en punkt eller linje, ingen yta/).waitFor();
    expect(await page.getByRole('checkbox', { disabled: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'Skapa 1 hot spot' }).click();
    await page.getByRole('heading', { name: 'N8 Norra ängen' }).waitFor();
    await page.reload();
    const rows = page.locator('.spot-row');
    await rows.filter({ hasText: 'Norra ängen' }).waitFor();
    expect(await rows.filter({ hasText: 'Knuten' }).count()).toBe(0);
    await page.context().close();
  });

  it('and moves one by its coordinates, the old border staying in the history', async () => {
    const page = await open('planner');
    await page.locator('.spot-row').first().click();
    await page.getByRole('button', { name: 'Flytta gränsen' }).click();
    await page.getByText('Koordinater', { exact: true }).click();
    const north = page.getByLabel('Lat eller N 1', { exact: true });
    await north.fill(String(Number(await north.inputValue()) + 0.0001));
    await page.getByText(/ ha, omkrets /).waitFor();
    await page.getByRole('button', { name: 'Spara gränsen' }).click();
    await page.getByText(/^Version 2 från/).waitFor();
    await page.getByText(/^Version 1 från/).waitFor();
    expect(await page.locator('.dashed-border').count()).toBe(1);
    const folder = process.env['FOTSPAR_SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/hot-spots-borders.png` });
    await page.context().close();
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
