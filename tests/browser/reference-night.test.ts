/** The reference night of the domain brief (4.6) through the real interface: six places, a Friday 21–07, load at most half the time. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../support/server.ts';
import { openStage, picture, type Stage } from './support/browser.ts';
import { FRIDAY_EVENING, wantDoses } from './support/night.ts';

let stage: Stage;
let lead: Client;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(FRIDAY_EVENING);
  lead = await stage.server.as('planner');
  await wantDoses(lead, 2);
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
});
afterAll(() => stage.close());

async function propose(button: string): Promise<string> {
  const proposed = page.waitForResponse((reply) => reply.url().endsWith('/draft'));
  await page.getByRole('button', { name: button }).click();
  expect((await proposed).status()).toBe(200);
  await page.getByRole('button', { name: 'Publicera' }).waitFor();
  return page.locator('.plan-bar').innerText();
}

test('one patrol, six places at two doses: all twelve are planned', async () => {
  await page.getByRole('button', { name: 'Nytt pass' }).click();
  await page.getByRole('button', { name: 'Ta bort patrullen' }).last().click();
  await page.getByRole('button', { name: 'Spara passet' }).click();
  expect(await propose('Föreslå plan')).toContain('12/12');
  expect(await page.locator('.not-placed').count()).toBe(0);
});

test('three doses each: the planner says no, which were dropped, and why', async () => {
  await wantDoses(lead, 3);
  await page.reload();
  expect(await propose('Föreslå igen')).not.toContain('18/18');
  await page.getByRole('button', { name: /^Ej placerade: [A-Z]\d/ }).click();
  const card = page.locator('.why-card');
  await card.getByRole('heading', { name: 'varför inte?' }).waitFor();
  await card
    .getByText(/ej placerade?: 31-1410 skulle gå över taket 300 min/)
    .first()
    .waitFor();
  await picture(page, 'reference-night-refused');
});

test('two patrols: eighteen of eighteen', async () => {
  await page.getByRole('button', { name: 'Ändra passet' }).click();
  await page.getByRole('button', { name: 'Lägg till patrull' }).click();
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Spara passet' }).click();
  expect((await saved).status()).toBe(200);
  expect(await propose('Föreslå igen')).toContain('18/18');
  await picture(page, 'reference-night-two-patrols');
  expect(stage.complaints).toEqual([]);
});
