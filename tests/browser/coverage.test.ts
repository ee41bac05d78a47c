import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CoveragePages, coveragePages } from './coverage-page.ts';

let pages: CoveragePages;
beforeAll(async () => {
  pages = await coveragePages();
});
afterAll(() => pages.stop());

/** What stands inside a picture that is one image is not read out: axe need not measure its thousand strokes. */
async function findings(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(() => {
    for (const picture of document.querySelectorAll('.plot svg[role="img"]')) {
      picture.replaceChildren();
    }
  });
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const figure = (page: Page, name: RegExp) => page.getByRole('button', { name }).first();

describe('the chief opens Täckning', () => {
  it('and sees the tertial with what was promised, planned and delivered', async () => {
    const page = await pages.open('chief');
    await expect(page.locator('h1').textContent()).resolves.toMatch(/^Tertial [123], \d{4}$/);
    const big = await page.locator('.rate .big').allTextContents();
    expect(big).toHaveLength(3);
    expect(big.every((text) => Number(text.replace(/\D/g, '')) > 0)).toBe(true);
    await page.context().close();
  });

  it('and opens the rows behind a number, as many as it says, with their definition', async () => {
    const page = await pages.open('chief');
    const short = figure(page, /^Korta besök/);
    const said = Number(/^(\d+)/.exec((await short.textContent()) ?? '')?.[1]);
    await short.click();
    const panel = page.getByRole('dialog');
    await panel.locator('tbody tr').first().waitFor();
    expect(await panel.locator('tbody tr').count()).toBe(said);
    expect(await panel.textContent()).toContain('under 10 minuter');
    await page.keyboard.press('Escape');
    expect(await panel.count()).toBe(0);
    expect(await short.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('and changes period, which the address and the back button know', async () => {
    const page = await pages.open('chief');
    const tertial = await page.locator('h1').textContent();
    await page.getByRole('button', { name: 'Månad', exact: true }).click();
    await page.waitForURL(/from=\d{4}-\d{2}-01&to=/);
    expect(await page.locator('h1').textContent()).toMatch(/^[A-Z][a-z]+ \d{4}$/);
    await page.getByRole('button', { name: /^Föregående period/ }).click();
    const address = page.url();
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: tertial ?? '' }).waitFor();
    await page.goto(address);
    await page.locator('.rates').waitFor();
    expect(await page.locator('h1').textContent()).not.toBe(tertial);
    await page.context().close();
  });

  it('and takes the figures away as a file named after the period', async () => {
    const page = await pages.open('chief');
    await page.getByText('Exportera').click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Täckning per hot spot (CSV)' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^tackning-\d{4}-\d\d-01--\d{4}-\d\d-3[01]\.csv$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await page.context().close();
  });

  it('and points out a hot spot on the map by its twin in the table', async () => {
    const page = await pages.open('chief');
    await page.locator('.hot-spot-pill').first().waitFor();
    await page.locator('.place').first().click();
    await page.locator('.hot-spot-pill.selected').waitFor();
    expect(await page.locator('tr.selected').count()).toBe(1);
    await page.context().close();
  });

  it('and moves about in the hours with the arrow keys', async () => {
    const page = await pages.open('chief');
    const cells = page.locator('.day-hour .cell');
    await cells.nth(30).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await cells.nth(55).evaluate((cell) => cell === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('the page', () => {
  it.each([
    ['light at the desk', { colorScheme: 'light' as const }],
    ['dark at the desk', { colorScheme: 'dark' as const }],
    ['dark on a phone', { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } }],
  ])('has nothing for axe to find: %s', async (_look, look) => {
    const page = await pages.open('chief', look);
    expect(await findings(page)).toEqual([]);
    await figure(page, /^Genomfört/).click();
    await page.getByRole('dialog').locator('tbody tr').first().waitFor();
    expect(await findings(page, '.rows-panel')).toEqual([]);
    await page.context().close();
  });

  it('fits a phone without scrolling sideways', async () => {
    const page = await pages.open('chief', { viewport: { width: 390, height: 844 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  it('shows the municipality sums, without places, hours, rows or files', async () => {
    const page = await pages.open('municipality');
    const hidden =
      '.hot-spot-table, .day-hour, button.coverage-figure, .export-menu, .filter-menu, .pictures';
    expect(await page.locator(hidden).count()).toBe(0);
    await page.context().close();
  });
});
