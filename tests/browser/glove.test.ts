/** Every phone screen of an officer's shift with gloves on, measured: sizes, gaps, contrast, where the thumb is, axe. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, pressAndHold, type Stage } from './support/browser.ts';
import { expectFitForGloves } from './support/glove.ts';
import { layOutNight, nightTime, publishPlan, putPlan } from './support/night.ts';
import { setTimeOf } from './support/time.ts';

const MINUTE = 60_000;
const NOW = nightTime('22:05');

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  const night = await layOutNight(stage.server, 2);
  await putPlan(night, [
    ['R1', 0, '22:10'],
    ['C1', 0, '23:00'],
    ['R2', 0, '03:00'],
    ['C3', 1, '22:00'],
  ]);
  await publishPlan(night);
  page = await stage.open('patrol', { viewport: PHONE, colorScheme: 'dark' });
  await setTime(NOW);
  await page.goto(`${stage.server.url}/mitt-pass`);
  await page.locator('.my-shift').waitFor();
});
afterAll(() => stage.close());

async function setTime(at: number): Promise<void> {
  await setTimeOf(page, stage.server, at);
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function endVisit(): Promise<void> {
  await pressAndHold(page.getByRole('button', { name: 'Håll för att avsluta' }));
  await page.getByText(/Besöket är sparat/).waitFor();
  await page.mouse.up();
}

test('which patrol are you', async () => {
  await expectFitForGloves(page, 'glove-patrols', '.big-row');
  await press(/31-1410/);
});

test('the next stop', async () => {
  await page.getByRole('button', { name: 'Påbörja' }).waitFor();
  await expectFitForGloves(page, 'glove-next', '.start-button');
});

test('a visit that goes on, with something counted', async () => {
  await press('Påbörja');
  await press(/Kontakter/);
  await expectFitForGloves(page, 'glove-running', '.end-button');
  await press(/Ta bort en/);
  expect(await page.getByRole('button', { name: /Kontakter 0/ }).count()).toBe(1);
});

test('a visit that has ended, with a note that is warned of', async () => {
  await setTime(NOW + 15 * MINUTE);
  await endVisit();
  await press(/Åtgärder/);
  await expectFitForGloves(page, 'glove-ended', '.big-button.accent');
  await page.getByLabel(/Anteckning om platsen/).fill('Bil ABC 123 vid gången');
  await page.getByText('Det ser ut som ett registreringsnummer.').waitFor();
  await expectFitForGloves(page, 'glove-ended-warned', '.big-button.accent');
  await page.getByLabel(/Anteckning om platsen/).fill('');
  await press('Vidare');
});

test('a visit after the fact: where, and when', async () => {
  await press('Vi var där …');
  await expectFitForGloves(page, 'glove-late-where', '.big-button');
  await press(/^C2/);
  await expectFitForGloves(page, 'glove-late-when', '.big-button');
  await press('Tillbaka');
});

test('the whole shift as a list, and why a stop is lost', async () => {
  await press('Stopp och karta');
  await expectFitForGloves(page, 'glove-list', '.actions button');
  await press('Blir inte av');
  await expectFitForGloves(page, 'glove-list-reasons', '.actions button');
  await press('Tillbaka');
});

test('a visit that was forgotten: asked about, ended at another time', async () => {
  await press('Påbörja');
  await page.getByRole('timer').waitFor();
  await page
    .getByText(/Allt skickat/)
    .first()
    .waitFor();
  await setTime(NOW + 45 * MINUTE);
  await page.getByText(/Var ni vid \w\w till ca 22:35\?/).waitFor();
  await expectFitForGloves(page, 'glove-forgotten', '.big-button.accent');
  await press('Nej, till …');
  await expectFitForGloves(page, 'glove-forgotten-when', '.big-button');
  await press('22:30');
  await page.getByText('Besöket är sparat: 10 min').waitFor();
  await press('Vidare');
  await page.getByRole('button', { name: 'Stopp och karta' }).waitFor();
});
