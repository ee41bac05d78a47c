/** Measures, filters, pictures and definitions of the coverage page, as the three roles see them. */
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
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const picture of document.querySelectorAll('.plot svg[role="img"]')) {
      picture.replaceChildren();
    }
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const numberIn = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
const delivered = async (page: Page) =>
  numberIn(await page.locator('.rate .big').nth(2).textContent());

describe('the chief', () => {
  it('opens a hot spot and reads how often, how long, how close, and what a watcher learns', async () => {
    const page = await pages.open('chief');
    await page.locator('.place').first().click();
    const detail = page.locator('.place-detail');
    const text = await detail.textContent();
    for (const measure of ['Doser per dygn', 'Besökens längd', 'Luckor mellan doser']) {
      expect(text).toContain(measure);
    }
    expect(text).toMatch(/besök började \d\d:\d\d–\d\d:\d\d – |för få besök/);
    expect(await detail.getByRole('link', { name: /kalender/ }).count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('opens the rows behind a new figure, as many as it says', async () => {
    const page = await pages.open('chief');
    const never = page.getByRole('button', { name: /Aldrig erbjudet/ });
    const said = numberIn(await never.textContent());
    await never.click();
    const panel = page.getByRole('dialog');
    await panel.locator('tbody tr').first().waitFor();
    expect(await panel.locator('tbody tr').count()).toBe(said);
    await page.context().close();
  });

  it('opens the gaps of one length, as many as it says, and the longest gap first', async () => {
    const page = await pages.open('chief');
    const bins = page.locator('.all-measures .gap-bins button');
    const said = await bins.evaluateAll((all) => all.map((one) => Number(one.textContent)));
    const bin = said.findIndex((count) => count > 0 && count < 100);
    await bins.nth(bin).click();
    const rows = page.getByRole('dialog').locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(said[bin]);
    const longest = page.getByRole('button', { name: /^Längsta lucka, Alla/ });
    await longest.click();
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toContain((await longest.textContent()) ?? '-');
    await page.context().close();
  });

  it('has the focus back where the latest figure was asked', async () => {
    const page = await pages.open('chief');
    const [first, second] = [page.locator('.rate .big').first(), page.locator('.rate .big').nth(1)];
    await first.click();
    await page.getByRole('dialog', { name: 'Lovat hittills' }).waitFor();
    await second.click();
    await page.getByRole('dialog', { name: 'Planerat' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('sees the three rates, what was lost and the sources of one hot spot too', async () => {
    const page = await pages.open('chief');
    const place = page.locator('.place').first();
    await place.click();
    const detail = page.locator('.place-detail');
    const dosesOf = async (of: string) => numberIn(await page.locator(of).first().textContent());
    expect(await dosesOf('.place-detail .rate .big >> nth=2')).toBe(
      await dosesOf('tr.selected .doses button'),
    );
    const text = await detail.textContent();
    for (const part of ['Planerat som inte blev av', 'Hur vi vet', 'Tid över taket']) {
      expect(text).toContain(part);
    }
    await page.context().close();
  });

  it('goes from a figure to its definition, with its version', async () => {
    const page = await pages.open('chief');
    await page.getByRole('button', { name: /^Doser per dygn/ }).click();
    await page.getByRole('link', { name: 'Alla definitioner' }).click();
    await page.getByRole('heading', { name: 'Definitioner' }).waitFor();
    expect(page.url()).toContain('/tackning/definitioner#frequency');
    expect(await page.locator('.definitions').textContent()).toMatch(/version \d+/);
    expect(await page.locator('.sought dt').textContent()).toBe('Doser per dygn');
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('filters by weekday, which the address keeps, and clears it again', async () => {
    const page = await pages.open('chief');
    const all = await delivered(page);
    await page.locator('.filter-menu summary').click();
    await page.getByRole('button', { name: 'måndag', exact: true }).click();
    await page.waitForURL(/dagar=1/);
    await page.waitForFunction((before) => {
      const shown = document.querySelectorAll('.rate .big')[2]?.textContent ?? '';
      return Number(shown.replace(/\D/g, '')) < before;
    }, all);
    expect(await page.locator('.filters-said').textContent()).toContain('mån');
    await page.getByRole('button', { name: 'Rensa filter' }).click();
    await page.waitForURL((url) => !url.search.includes('dagar'));
    await page.context().close();
  });

  it('sees pictures that say what they show, each with the same figures as a table', async () => {
    const page = await pages.open('chief');
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.reload();
    await page.locator('.picture svg[role="img"]').nth(2).waitFor();
    const names = await page
      .locator('.picture svg')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    expect(names.every((name) => name.includes('tabellen'))).toBe(true);
    const timeline = page.locator('.picture').first();
    await timeline.getByText('Visa som tabell').click();
    const cells = await timeline.locator('tbody td:last-child').allTextContents();
    const sum = cells.reduce((total, cell) => total + numberIn(cell), 0);
    expect(sum).toBe(await delivered(page));
    const numbers = timeline.locator('tbody td:last-child button');
    const busy = cells.findIndex((cell) => numberIn(cell) > 0);
    await numbers.nth(busy).click();
    const rows = page.getByRole('dialog').locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(numberIn(cells[busy] ?? ''));
    const strips = page.locator('.picture').nth(2);
    await strips.getByText('Visa som tabell').click();
    await strips.locator('tbody button').first().click();
    await page.getByRole('dialog').getByText('Längre än önskad').waitFor();
    await rows.first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the municipal police', () => {
  it('see the same page, with all its exports', async () => {
    const page = await pages.open('municipal-police');
    await page.locator('.hot-spot-table').waitFor();
    await page.getByText('Exportera').click();
    const exports = await page.locator('.export-menu a').allTextContents();
    expect(exports.filter((name) => name.includes('Excel'))).toHaveLength(2);
    await page.context().close();
  });
});

describe('the municipality', () => {
  it('sees the sums, and from each the way to its definition', async () => {
    const page = await pages.open('municipality');
    expect(await page.locator('.all-measures').textContent()).toContain('Doser per dygn');
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.rate a.coverage-figure').first().click();
    await page.getByRole('heading', { name: 'Definitioner' }).waitFor();
    expect(await page.locator('.sought dt').textContent()).toBe('Lovat');
    await page.context().close();
  });
});

it('an opened hot spot fits a phone', async () => {
  const page = await pages.open('chief', { viewport: { width: 390, height: 844 } });
  await page.locator('.place').first().click();
  const { width = 0 } = (await page.locator('.place-detail').boundingBox()) ?? {};
  expect(width).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.context().close();
});
