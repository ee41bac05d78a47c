/** The briefing on paper: what is read aloud before the patrols go out. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, picture, type Stage } from './support/browser.ts';
import { FRIDAY_EVENING, layOutNight, publishPlan, putPlan } from './support/night.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  const night = await layOutNight(stage.server, 2);
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
