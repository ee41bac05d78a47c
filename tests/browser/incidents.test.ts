/** The chief takes a file of incidents in, sees what the hot spots caught, and what cannot be known of their effect. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOfIncidents, randomIncidents } from '../support/sample-incidents.ts';
import {
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  type Stage,
  seriousFindings,
} from './support/browser.ts';

const DAY = 86_400_000;
const PAGES = ['/tackning/handelser', '/tackning/traffsakerhet', '/tackning/effekt'];

let stage: Stage;
let page: Page;
let folder: string;
beforeAll(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'fotspar-incidents-'));
  const now = Date.now();
  const made = randomIncidents(12, 500, { from: now - 900 * DAY, to: now - 5 * DAY });
  const bad = 'x;Stöld;2026-13-40;;59,05;16,58;1;\r\n';
  writeFileSync(join(folder, 'uttag.csv'), csvOfIncidents(made) + bad);
  page = await stage.open('chief');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

const go = (path: string) => page.goto(`${stage.server.url}${path}`);

describe('the chief', () => {
  it('is told where to begin while there are no incidents', async () => {
    await go('/tackning/traffsakerhet');
    await page.getByRole('heading', { name: 'Inga händelser än' }).waitFor();
    await page.getByRole('link', { name: 'Till Händelser' }).click();
    await page.getByRole('heading', { level: 1, name: 'Händelser' }).waitFor();
  });

  it('drops a file, sees its columns guessed and the row that cannot be read', async () => {
    await page.setInputFiles('input[type=file]', join(folder, 'uttag.csv'));
    await page.locator('.incident-counts').waitFor();
    expect(await page.locator('.incident-counts').textContent()).toMatch(
      /500 nya.*1 går inte att läsa/,
    );
    expect(await page.getByLabel('När, eller från').inputValue()).toBe('2');
    expect(await page.locator('.incident-preview tbody').first().textContent()).toContain(
      '2026-13-40',
    );
  });

  it('takes the rest in once it is said where the figures come from', async () => {
    const submit = page.getByRole('button', { name: /^Läs in 500/ });
    expect(await submit.isDisabled()).toBe(true);
    await page.getByLabel('Varifrån är uppgifterna?').fill('Eget uttag');
    await page.getByLabel(/^Läs in resten/).check();
    await submit.click();
    await page.getByText(/^500 händelser inlästa/).waitFor();
    expect(await page.locator('.incidents-side table').first().textContent()).toContain(
      'uttag.csv',
    );
  });

  it('sees the drawn hot spots beside the densest cells, and a word for each', async () => {
    await go('/tackning/traffsakerhet');
    await page.getByRole('rowheader', { name: /^Tätaste rutorna/ }).waitFor();
    const suggestions = await page.locator('.advice').allTextContents();
    expect(suggestions.length).toBeGreaterThan(3);
    await page.locator('.evaluation-place').nth(1).click();
    await page.locator('.hot-hours-table').waitFor();
    expect(await page.locator('.hot-hours-table td').count()).toBe(168);
    expect(await page.getByText('Viktlista version 1').count()).toBe(1);
  });

  it('is told that the effect cannot be known, and what sample would be enough', async () => {
    await go('/tackning/effekt');
    await page.getByRole('heading', { name: 'Vi kan inte veta' }).waitFor();
    expect(await page.locator('.effect-columns').textContent()).toContain('222 händelser');
    await page.getByRole('button', { name: '150 m' }).click();
    await page.getByRole('rowheader', { name: 'I ringen 150 m' }).waitFor();
  });

  it('finds the density to draw from under Hot spots', async () => {
    await go('/hot-spots');
    await page.getByRole('button', { name: 'Visa händelsernas täthet' }).click();
    await page.locator('.density-step').first().waitFor({ state: 'attached' });
    expect(await page.locator('.density-toggle').textContent()).toContain(
      'minst 80 % av det tätaste',
    );
    await page.getByRole('button', { name: 'Visa händelsernas täthet' }).click();
    expect(await page.locator('.density-legend').count()).toBe(0);
  });

  it('meets nothing that axe finds serious, on desk and phone, and no page scrolls across', async () => {
    for (const path of PAGES) {
      await go(path);
      await page.locator('.incidents table').first().waitFor();
      expect(await seriousFindings(page), path).toEqual([]);
    }
    const phone = await stage.open('chief', { viewport: PHONE, colorScheme: 'dark' });
    for (const path of PAGES) {
      await phone.goto(`${stage.server.url}${path}`);
      await phone.locator('.incidents table').first().waitFor();
      await expectNoSidewaysScroll(phone);
      expect(await seriousFindings(phone), path).toEqual([]);
    }
    expect(stage.complaints).toEqual([]);
  });
});
