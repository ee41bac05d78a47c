import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#core/model.ts';
import { openStage, PHONE, picture, type Stage, seriousFindings } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(role: Role, look: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.open(role, look);
  await page.goto(`${stage.server.url}/hot-spots`);
  await page.locator('.spot-row').first().waitFor();
  return page;
}

describe('the shift lead opens Hot spots', () => {
  it.each([
    ['desk', { colorScheme: 'light' }],
    ['desk-dark', { colorScheme: 'dark' }],
    ['phone', { viewport: PHONE }],
  ] as const)('and finds no serious accessibility fault on %s', async (kind, look) => {
    const page = await open('planner', look);
    await page.locator('.spot-row').first().click();
    await picture(page, `hot-spots-${kind}`);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('and takes back what was saved, within ten seconds', async () => {
    const page = await open('planner');
    await page.locator('.spot-row').nth(2).click();
    const form = page.locator('.place-card form').first();
    const name = form.getByLabel('Namn');
    const before = await name.inputValue();
    await name.fill('Fel ruta');
    await form.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { name: 'Fel ruta' }).waitFor();
    await form.getByRole('button', { name: 'Ångra' }).click();
    await form.getByText('Ångrat').waitFor();
    expect(await name.inputValue()).toBe(before);
    const windows = page.locator('.windows');
    const shown = await windows.getByRole('listitem').allTextContents();
    await windows.getByRole('button', { name: 'Lägg till med exakta tider' }).click();
    await windows.getByRole('button', { name: 'Spara tidsfönstren' }).click();
    await windows.getByRole('button', { name: 'Ångra' }).click();
    await windows.getByText('Ångrat').waitFor();
    await page.reload();
    await page.locator('.spot-row').nth(2).click();
    expect(await windows.getByRole('listitem').allTextContents()).toEqual(shown);
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

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Kolonilotterna</name><Polygon><outerBoundaryIs>
<LinearRing><coordinates>16.59,59.06,0 16.592,59.06,0 16.592,59.061,0 16.59,59.061,0 16.59,59.06,0</coordinates>
</LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;

/** Fifty metres square, at Flen's station. */
const SWEREF = '6546900 591000\n6546900 591050\n6546950 591050\n6546950 591000';

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

  it.each([
    ['KML', 'Kolonilotterna', KML],
    ['SWEREF 99 TM', '0,25 ha', SWEREF],
  ])('from %s', async (_form, expected, text) => {
    const page = await open('planner');
    await page.getByRole('button', { name: 'Importera' }).click();
    await page.getByLabel('Eller klistra in här').fill(text);
    await page.getByRole('button', { name: 'Läs in' }).click();
    await page.getByText('1 yta hittades').waitFor();
    const row = page.locator('.found-row');
    const said = `${await row.textContent()} ${await row.getByLabel('Namn').inputValue()}`;
    expect(said).toContain(expected);
    await page.context().close();
  });

  it('and cuts one in two with a line, the second part to be named', async () => {
    const page = await open('planner');
    await page.locator('.spot-row').filter({ hasText: 'Violentorget' }).click();
    await page.getByRole('button', { name: 'Flytta gränsen' }).click();
    await page.getByRole('button', { name: 'Dela med en linje' }).click();
    const box = await page.locator('path.draft-border').first().boundingBox();
    if (!box) throw new Error('the border is not on the map');
    const y = box.y + box.height / 2;
    await page.mouse.click(box.x - 30, y);
    await page.mouse.click(box.x + box.width + 30, y);
    await page.mouse.click(box.x + box.width + 30, y);
    await page.getByRole('heading', { name: 'Rita ny' }).waitFor();
    await page.getByLabel('Kod', { exact: true }).fill('V2');
    await page.getByLabel('Namn', { exact: true }).fill('Violentorget norra');
    await page.getByRole('button', { name: 'Skapa hot spot' }).click();
    await page.getByRole('heading', { name: 'V2 Violentorget norra' }).waitFor();
    await page.locator('.spot-row').filter({ hasText: 'C2' }).click();
    await page.getByText(/^Version 2 från/).waitFor();
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
    await picture(page, 'hot-spots-borders');
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
