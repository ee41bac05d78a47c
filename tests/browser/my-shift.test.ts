import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  pressAndHold,
  type Stage,
  seriousFindings,
} from './support/browser.ts';
import { setTimeOf } from './support/time.ts';

/** 22:05 on a Friday in Flen, an hour into the shift. */
const NOW = Date.parse('2026-11-27T21:05:00Z');
const FROM = '2026-11-27T20:00:00Z';
const TO = '2026-11-28T06:00:00Z';
const MINUTE = 60_000;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(Date.parse(FROM) - 60 * MINUTE);
  await publishShift();
  stage.server.setClock(NOW);
  page = await stage.open('patrol', { viewport: PHONE });
  await setTime(NOW);
  await page.reload();
  await page.getByRole('button', { name: /31-1410/ }).click();
  await page.getByRole('button', { name: 'Stopp och karta' }).waitFor();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await page.reload();
});

async function publishShift(): Promise<void> {
  const lead = await stage.server.as('planner');
  const id = uuid();
  const base = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };
  const patrols = ['31-1410', '31-1420'].map((callSign) => ({
    id: uuid(),
    callSign,
    officers: 2,
    startsAt: FROM,
    endsAt: TO,
    base,
  }));
  await lead.call('createShift', {
    body: { id, municipality: '0482', startsAt: FROM, endsAt: TO, patrols },
  });
  const { body } = await lead.call('proposePlan', {
    params: { id },
    body: { planId: uuid(), seed: 3, timeMs: 200 },
  });
  const plan = body as { id: string; revision: number };
  await lead.call('publishPlan', { params: { id: plan.id }, ifMatch: plan.revision });
}

let time = NOW;
async function setTime(at: number): Promise<void> {
  time = at;
  await setTimeOf(page, stage.server, at);
}

async function hold(): Promise<void> {
  await pressAndHold(page.getByRole('button', { name: 'Håll för att avsluta' }));
  await page.getByText(/Besöket är sparat/).waitFor();
  await page.mouse.up();
}

describe('an officer with gloves on', () => {
  test('finds every primary control at least 64 pixels high, 12 apart, in the lower part of the screen', async () => {
    await page.getByRole('button', { name: 'Påbörja' }).waitFor();
    const boxes = await page
      .locator('.actions button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect),
      );
    expect(boxes.length).toBe(3);
    for (const box of boxes) {
      expect(box.height).toBeGreaterThanOrEqual(64);
      expect(box.width).toBeGreaterThanOrEqual(64);
      expect(box.top).toBeGreaterThan(PHONE.height / 2);
    }
    const [start, left, right] = boxes;
    expect((left?.top ?? 0) - (start?.bottom ?? 0)).toBeGreaterThanOrEqual(12);
    expect((right?.left ?? 0) - (left?.right ?? 0)).toBeGreaterThanOrEqual(12);
  });

  test('sees nothing cut off at 390 and 320 pixels, nor with text at twice the size', async () => {
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(PHONE);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await expectNoSidewaysScroll(page);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  });

  test('has no serious finding of axe, dark or light', async () => {
    expect(await seriousFindings(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('a visit', () => {
  test('goes on after a reload, becomes a dose at ten minutes, and says when to move on', async () => {
    await page.getByRole('button', { name: 'Påbörja' }).click();
    await page.getByText(/räknas som dos från 22:15/).waitFor();
    await page.getByRole('button', { name: /Kontakter/ }).click();
    await setTime(time + 12 * MINUTE);
    await page.reload();
    await page.getByText('räknas som dos', { exact: true }).waitFor();
    await page.getByRole('button', { name: /Kontakter 1/ }).waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^(11:5\d|12:0\d)$/);
    await picture(page, 'running-visit-phone');
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('does not end by a brush of the button', async () => {
    const end = page.getByRole('button', { name: 'Håll för att avsluta' });
    await pressAndHold(end);
    await page.waitForTimeout(300);
    await end.page().mouse.up();
    await page.waitForTimeout(900);
    expect(await page.getByRole('timer').count()).toBe(1);
  });

  test('ends by holding 0.8 seconds, and undo brings it back', async () => {
    await hold();
    await page.getByRole('button', { name: /Ångra \(\d+ s\)/ }).click();
    await page.getByRole('timer').waitFor();
  });

  test('ends by keyboard, and a note that looks like a person is warned of before it is saved', async () => {
    await setTime(time + 3 * MINUTE);
    const end = page.getByRole('button', { name: 'Håll för att avsluta' });
    await end.focus();
    await page.keyboard.down('Enter');
    await page.getByText(/Besöket är sparat: 15 min/).waitFor();
    await page.keyboard.up('Enter');
    await page.getByLabel(/Anteckning om platsen/).fill('Bil ABC 123 vid gången');
    await page.getByText('Det ser ut som ett registreringsnummer.').waitFor();
    expect(await page.getByRole('button', { name: 'Vidare' }).isDisabled()).toBe(true);
    await picture(page, 'ended-visit-phone');
    await page.getByLabel(/Anteckning om platsen/).fill('Trasig lampa i norra mynningen');
    await page.getByRole('button', { name: 'Vidare' }).click();
    await page.getByRole('button', { name: 'Stopp och karta' }).waitFor();
  });

  test('that does not come about is said so with a reason, in the list', async () => {
    await page.getByRole('button', { name: 'Stopp och karta' }).click();
    await page.getByRole('button', { name: 'Blir inte av' }).first().click();
    await page.getByRole('button', { name: 'Utryckning' }).click();
    await page
      .getByText(/utebliven: Utryckning/)
      .first()
      .waitFor();
    await picture(page, 'stop-list-phone');
    await expectNoSidewaysScroll(page);
  });

  test('after the fact takes at most four taps', async () => {
    let taps = 0;
    const tap = async (name: RegExp | string) => {
      await page.getByRole('button', { name }).first().click();
      taps += 1;
    };
    await tap('Vi var där …');
    await tap(/^C2/);
    await tap(/30 min sedan/);
    await page.getByText(/Besöket är sparat: 15 min/).waitFor();
    await tap('Vidare');
    expect(taps).toBeLessThanOrEqual(4);
  });
});

test('no page complained, and none asked anything of another host', () => {
  expect(stage.complaints).toEqual([]);
});
