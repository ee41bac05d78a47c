/** The briefing on paper: what is read aloud before the patrols go out. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, picture, type Stage } from './support/browser.ts';
import {
  FRIDAY_EVENING,
  layOutNight,
  type Night,
  type Put,
  publishPlan,
  putPlan,
} from './support/night.ts';

const NINE: readonly Put[] = [
  ['R1', 0, '21:10'],
  ['C1', 0, '21:50'],
  ['R2', 0, '22:30'],
  ['C3', 0, '23:10'],
  ['R1', 0, '23:50'],
  ['S1', 0, '03:00'],
  ['C1', 0, '04:00'],
  ['R2', 0, '05:00'],
  ['C3', 0, '05:40'],
];

let stage: Stage;
let page: Page;
let night: Night;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 2);
  await putPlan(night, [
    ['R1', 0, '22:00'],
    ['C1', 0, '03:00'],
    ['R2', 1, '22:00'],
  ]);
  await publishPlan(night);
  page = await stage.open('planner', { colorScheme: 'dark' });
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
  await page.getByRole('button', { name: 'Skriv ut utsättning' }).waitFor();
});
afterAll(() => stage.close());

test('the briefing alone is printed, each patrol in the order of its night with its break', async () => {
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'plan-brief');
  expect(await page.locator('.plan-side').isVisible()).toBe(false);
  expect(await page.locator('.plan-timeline').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: 'Fredag 27 nov, 21:00–07:00' }).isVisible()).toBe(
    true,
  );
  const first = page.locator('.brief section').filter({ hasText: '31-1410' });
  const lines = (await first.getByRole('listitem').allInnerTexts()).map((line) => line.trim());
  expect(lines).toEqual(['22:00 R1 Resecentrum', '00:30 rast', '03:00 C1 Drottninggatan']);
  await page.emulateMedia({ media: null });
});

test('each patrol’s night stands in one line to be read aloud', async () => {
  const first = page.locator('.brief section').filter({ hasText: '31-1410' });
  expect(await first.locator('.brief-aloud').textContent()).toBe('R1 22:00. C1 03:00.');
});

test('it is one page of A5, black on white whatever the screen', async () => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const folder = process.env.FOTSPAR_SCREENSHOTS;
  if (folder) await writeFile(`${folder}/plan-brief.pdf`, pdf);
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const sizes = boxes.map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
  expect(sizes).toEqual([[420, 595]]);
  await page.emulateMedia({ media: 'print' });
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(ink).toBe('rgb(0, 0, 0)');
});

test('nine stops of one patrol are one page of A5 still, and read aloud in under twenty seconds', async () => {
  await putPlan(night, NINE);
  await publishPlan(night);
  await page.reload();
  const first = page.locator('.brief-aloud').first();
  const stops = async () => (await first.textContent())?.split('. ').length;
  await expect.poll(stops, { timeout: 10_000 }).toBe(9);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect([...pdf.toString('latin1').matchAll(/\/MediaBox/g)]).toHaveLength(1);
  // A code and a time are two words each; radio speech is about two and a half words a second.
  const words = ((await first.textContent()) ?? '').split('. ').length * 4;
  expect(words).toBeLessThan(20 * 2.5);
});
