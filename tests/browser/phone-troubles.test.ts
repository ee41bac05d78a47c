/** What a phone does in a pocket: it vibrates, shows the app in two tabs, and has no room left. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, pressAndHold, type Stage } from './support/browser.ts';
import { setTimeOf } from './support/time.ts';

/** 22:05 on a Friday in Flen, an hour into the shift. */
const NOW = Date.parse('2026-11-27T21:05:00Z');
const MINUTE = 60_000;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(NOW);
  const lead = await stage.server.as('planner');
  const span = { startsAt: '2026-11-27T20:00:00Z', endsAt: '2026-11-28T06:00:00Z' };
  const base = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };
  const patrols = [{ id: uuid(), callSign: '31-1410', officers: 2, ...span, base }];
  await lead.call('createShift', {
    body: { id: uuid(), municipality: '0482', ...span, patrols },
  });
  page = await stage.open('patrol', { viewport: PHONE });
  await page.context().addInitScript(() => {
    const felt: unknown[] = [];
    Object.assign(globalThis, { felt });
    navigator.vibrate = (pattern) => felt.push(pattern) > 0;
  });
  await setTime(NOW);
  await page.reload();
  await page.getByRole('button', { name: /31-1410/ }).click();
  await page.getByRole('button', { name: 'Någon annanstans' }).waitFor();
});
afterAll(() => stage.close());

async function setTime(at: number): Promise<void> {
  await setTimeOf(page, stage.server, at);
}

const felt = () => page.evaluate(() => (globalThis as unknown as { felt: unknown[] }).felt.length);

async function start(place: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Någon annanstans' }).click();
  await page.locator('.big-row').filter({ hasText: place }).click();
  await page.getByRole('timer').waitFor();
}

test('in a glove, the phone is felt at ten minutes and again at fifteen', async () => {
  await start(/^R1/);
  expect(await felt()).toBe(0);
  await setTime(NOW + 10 * MINUTE + 1000);
  await page.waitForFunction(
    () => (globalThis as unknown as { felt: unknown[] }).felt.length === 1,
  );
  await setTime(NOW + 15 * MINUTE + 1000);
  await page.waitForFunction(
    () => (globalThis as unknown as { felt: unknown[] }).felt.length === 2,
  );
});

test('a second tab shows the visit that the first one began, and that it has ended', async () => {
  const second = await page.context().newPage();
  await second.clock.setSystemTime(NOW + 16 * MINUTE);
  await second.goto(`${stage.server.url}/mitt-pass`);
  await second.getByRole('button', { name: 'Håll för att avsluta' }).waitFor();
  await pressAndHold(page.getByRole('button', { name: 'Håll för att avsluta' }));
  await page.getByText(/Besöket är sparat/).waitFor();
  await page.mouse.up();
  await second.getByRole('button', { name: 'Håll för att avsluta' }).waitFor({ state: 'detached' });
  await second.close();
});

test('a phone without room says so, and the visit reaches the server all the same', async () => {
  await page.getByRole('button', { name: 'Vidare' }).click();
  await page.locator('.actions button', { hasText: 'Tillbaka' }).click();
  await page.evaluate(() => {
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: full, add: full });
  });
  await start(/^R2/);
  await page.getByText('Telefonens minne är fullt.').waitFor();
  await expect
    .poll(async () => {
      const { body } = await (await stage.server.as('planner')).call('listVisits', {
        query: { from: '2026-11-27', to: '2026-11-27' },
      });
      return (body as { visits: unknown[] }).visits.length;
    })
    .toBe(2);
});
