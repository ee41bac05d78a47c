/** Going from one shift to another: what was changed in the one stays there. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from './support/browser.ts';
import { FRIDAY_EVENING, layOutNight, type Night, putPlan } from './support/night.ts';

let stage: Stage;
let tonight: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  const lastWeek = await layOutNight(stage.server, 1, 1);
  await putPlan(lastWeek, [['S1', 0, '21:30']]);
  tonight = await layOutNight(stage.server, 1);
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
});
afterAll(() => stage.close());

beforeEach(async () => {
  await putPlan(tonight, [['R1', 0, '22:00']]);
  await page.goto(`${stage.server.url}/planera`);
  await page.getByRole('button', { name: /^R1 .* 22:00/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: /^R1 .* 22:05/ }).waitFor();
});

const toast = () => page.locator('.plan-messages [role=status]');

test('what was changed a moment before is saved to its own shift, and the other is shown as it is', async () => {
  await page.getByRole('button', { name: 'Föregående pass' }).click();
  await page.getByRole('button', { name: /^S1 .* 21:30/ }).waitFor();
  expect(await page.locator('.visit-block').count()).toBe(1);
  await page.getByRole('button', { name: 'Nästa pass' }).click();
  await page.getByRole('button', { name: /^R1 .* 22:05/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^R1 .* 22:05/ }).waitFor();
});

test('a change in one shift is not offered to be undone in another', async () => {
  await toast().getByRole('button', { name: 'Ångra' }).waitFor();
  await page.getByRole('button', { name: 'Föregående pass' }).click();
  await page.getByText('v. 47 · 1 patrull').waitFor();
  expect(await toast().getByRole('button', { name: 'Ångra' }).count()).toBe(0);
});

test('nor beside the news that a patrol is away, which it would not undo', async () => {
  await page.getByRole('button', { name: 'Borta … 31-1410' }).click();
  await page.getByRole('button', { name: 'Spara' }).click();
  await toast().filter({ hasText: '31-1410 är borta.' }).waitFor();
  expect(await toast().getByRole('button', { name: 'Ångra' }).count()).toBe(0);
  expect(stage.complaints).toEqual([]);
});
