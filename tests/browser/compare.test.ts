/** The shift lead puts tonight's plan beside that of the same shift last week. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, picture, type Stage, seriousFindings } from './support/browser.ts';
import {
  FRIDAY_EVENING,
  layOutNight,
  type Night,
  nightTime,
  publishPlan,
  putPlan,
} from './support/night.ts';

let stage: Stage;
let lastWeek: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  lastWeek = await layOutNight(stage.server, 2, 1);
  await putPlan(lastWeek, [
    ['R1', 0, '22:00'],
    ['C1', 0, '23:50'],
    ['R1', 0, '01:20'],
    ['S1', 1, '21:30'],
  ]);
  const night = await layOutNight(stage.server, 2);
  lastWeek = { ...lastWeek, lead: night.lead };
  await putPlan(night, [
    ['R1', 0, '21:50'],
    ['C1', 0, '00:05'],
    ['R1', 0, '03:00'],
    ['R2', 1, '22:00'],
  ]);
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
});
afterAll(() => stage.close());

const card = (on = page) => on.locator('.why-card');
const row = (code: string) => card().getByRole('row', { name: new RegExp(`^${code} `) });
const cells = async (code: string) =>
  (await row(code).getByRole('cell').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));

async function compare(on = page): Promise<void> {
  const button = on.getByRole('button', { name: 'Jämför med förra veckan' });
  await button.focus();
  await on.keyboard.press('Enter');
  await card(on).getByRole('heading', { name: 'Jämför med förra veckan' }).waitFor();
}

test('a draft of last week that no patrol saw is nothing to compare with, and it is said', async () => {
  await compare();
  await card().getByText('Passet förra fredagen (20 nov) hade ingen publicerad plan').waitFor();
  expect(await card().getByRole('table').count()).toBe(0);
});

test('where there was no shift a week before, it is said', async () => {
  await page.getByRole('button', { name: 'Föregående pass' }).click();
  await page.getByText('v. 47 · 2 patruller').waitFor();
  await compare();
  await card().getByText('Det fanns inget pass att jämföra med').waitFor();
  await page.getByRole('button', { name: 'Nästa pass' }).click();
  await page.getByText('v. 48 · 2 patruller').waitFor();
});

test('every hot spot has its starts then and now, what was made, and which are at the same time', async () => {
  await publishPlan(lastWeek);
  await logFirstVisit();
  await compare();
  await card().getByText('Förra fredagen (20 nov): 4 besök planerade, 1 gjort.').waitFor();
  await card().getByText('Nu: 4 besök, 2 vid samma tid som då.').waitFor();
  await card().getByText('1 hot spot är en patrulls första stopp båda gångerna: R1.').waitFor();
  expect(await cells('R1')).toEqual(['22:00 01:20', '1 av 2', '= 21:50 (samma tid som då) 03:00']);
  expect(await cells('C1')).toEqual(['23:50', '0 av 1', '= 00:05 (samma tid som då)']);
  expect(await cells('R2')).toEqual(['inget', '–', '22:00']);
  expect(await cells('S1')).toEqual(['21:30', '0 av 1', 'inget']);
  await picture(page, 'plan-compare');
  expect(await seriousFindings(page)).toEqual([]);
});

test('a visit moved by hand is compared anew at once, and Escape leads back to the button', async () => {
  await page.getByRole('button', { name: /^R1 .* 21:50/ }).focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
  await card().getByText('Nu: 4 besök, 1 vid samma tid som då.').waitFor();
  await card().getByRole('button', { name: 'Stäng' }).focus();
  await page.keyboard.press('Escape');
  expect(await page.locator('.compare-button:focus').count()).toBe(1);
});

test('on a phone the card is a sheet without faults', async () => {
  const phone = await stage.open('planner', { viewport: PHONE, colorScheme: 'dark' });
  await phone.clock.setSystemTime(FRIDAY_EVENING);
  await phone.goto(`${stage.server.url}/planera`);
  await compare(phone);
  await card(phone).getByRole('table').waitFor();
  await picture(phone, 'plan-compare-phone');
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.context().close();
  expect(stage.complaints).toEqual([]);
});

/** R1 22:00 was visited for a quarter of an hour, as planned. */
async function logFirstVisit(): Promise<void> {
  const { lead, shiftId } = lastWeek;
  const { body } = await lead.call('getPlanning', { params: { id: shiftId } });
  const { plan } = body as {
    plan: { visits: { startsAt: string; slotId: string; hotSpotId: string; patrolId: string }[] };
  };
  const at = new Date(nightTime('22:00', 1)).toISOString();
  const planned = plan.visits.find(({ startsAt }) => Date.parse(startsAt) === Date.parse(at));
  const { slotId, hotSpotId, patrolId } = planned ?? {};
  const endedAt = new Date(nightTime('22:15', 1)).toISOString();
  const visit = { id: uuid(), slotId, hotSpotId, patrolId, startedAt: at, endedAt, late: true };
  const reply = await lead.call('createVisit', { body: visit });
  expect(reply.status, reply.text).toBe(201);
}
