/** The whole story through the real interface: drawn, planned, walked, counted. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DESK,
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  pressAndHold,
  type Stage,
  seriousFindings,
} from './support/browser.ts';
import { setTimeOf } from './support/time.ts';

/** A Friday in Flen, 19:00 local time: the evening before the shift. */
const FRIDAY_EVENING = Date.parse('2026-11-27T18:00:00Z');
const MINUTE = 60_000;

let stage: Stage;
let lead: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(FRIDAY_EVENING);
  lead = await stage.open('planner');
  await lead.clock.setSystemTime(FRIDAY_EVENING);
  await lead.reload();
});
afterAll(() => stage.close());

describe('a Friday in Flen', () => {
  test('the shift lead draws a hot spot and gives it a Friday window with the keyboard', async () => {
    await lead.goto(`${stage.server.url}/hot-spots`);
    await lead.getByRole('button', { name: 'Rita ny' }).click();
    const map = await lead.locator('.map-canvas').boundingBox();
    if (!map) throw new Error('no map');
    const [x, y] = [map.x + map.width * 0.2, map.y + map.height * 0.75];
    for (const [dx, dy] of [
      [0, 0],
      [90, 0],
      [90, 70],
      [0, 70],
      [0, 0],
    ]) {
      await lead.mouse.click(x + (dx ?? 0), y + (dy ?? 0));
      await lead.waitForTimeout(60);
    }
    await lead.getByText(/ ha, omkrets /).waitFor();
    await lead.getByLabel('Kod', { exact: true }).fill('N1');
    await lead.getByLabel('Namn', { exact: true }).fill('Norra parkeringen');
    await lead.getByRole('button', { name: 'Skapa hot spot' }).click();
    await lead.getByRole('heading', { name: /N1 Norra parkeringen/ }).waitFor();
    const first = lead.getByRole('gridcell', { name: 'fre 20–21, utanför' });
    await first.focus();
    await lead.keyboard.press('Space');
    for (let hour = 0; hour < 5; hour += 1) await lead.keyboard.press('Shift+ArrowRight');
    await lead.getByRole('button', { name: 'Spara tidsfönstren' }).click();
    await lead.getByText('Tidsfönstren gäller från och med i dag').waitFor();
    await lead.reload();
    await lead.getByRole('button', { name: /N1 Norra parkeringen.*fre 20:00–02:00/ }).waitFor();
    await picture(lead, 'hot-spots-desk');
  });

  test('makes the shift, proposes a plan and publishes it', async () => {
    await lead.goto(`${stage.server.url}/planera`);
    await lead.getByRole('button', { name: 'Nytt pass' }).click();
    await lead.getByRole('button', { name: 'Spara passet' }).click();
    await lead.getByRole('button', { name: 'Föreslå plan' }).click();
    await lead.locator('.visit-block').first().waitFor();
    await picture(lead, 'plan-desk');
    expect(await seriousFindings(lead)).toEqual([]);
    await lead.getByRole('button', { name: 'Publicera' }).click();
    await lead.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
    await lead.getByText('publicerad', { exact: false }).first().waitFor();
  });

  test('the officer logs a visit in two touches, a second, and one after the fact', async () => {
    const start = Date.parse('2026-11-27T20:05:00Z');
    stage.server.setClock(start);
    const officer = await stage.open('patrol', { viewport: PHONE });
    await setTimeOf(officer, stage.server, start);
    await officer.reload();
    await officer.getByRole('button', { name: /31-1410/ }).click();
    await officer.getByRole('button', { name: 'Påbörja' }).waitFor();
    await expectNoSidewaysScroll(officer);
    await picture(officer, 'my-shift-phone');
    expect(await seriousFindings(officer)).toEqual([]);
    for (const at of [start, start + 60 * MINUTE]) {
      await setTimeOf(officer, stage.server, at);
      await officer.getByRole('button', { name: 'Påbörja' }).click();
      await officer.getByRole('timer').waitFor();
      await officer.getByRole('button', { name: /Kontakter/ }).click();
      await setTimeOf(officer, stage.server, at + 15 * MINUTE);
      await officer.waitForTimeout(1200);
      const end = officer.getByRole('button', { name: 'Håll för att avsluta' });
      await end.click();
      expect(await officer.getByRole('timer').count()).toBe(1);
      await pressAndHold(end);
      await officer.getByText(/Besöket är sparat: 15 min/).waitFor();
      await officer.mouse.up();
      await officer.getByRole('button', { name: 'Vidare' }).click();
    }
    await officer.getByRole('button', { name: 'Vi var där …' }).click();
    await officer.getByRole('button', { name: /C3/ }).click();
    await officer.getByRole('button', { name: /30 min sedan/ }).click();
    await officer.getByText(/Besöket är sparat: 15 min/).waitFor();
    await officer.getByText('Allt skickat').first().waitFor();
    await officer.context().close();
  });

  test('the chief sees the figures change, and the export opens', async () => {
    const morning = Date.parse('2026-11-28T08:00:00Z');
    stage.server.setClock(morning);
    const chief = await stage.open('chief', { viewport: DESK, acceptDownloads: true });
    await setTimeOf(chief, stage.server, morning);
    await chief.reload();
    await chief.locator('.rates').waitFor();
    const big = await chief.locator('.rate .big').allTextContents();
    expect(big[2]?.replace(/\D/g, '')).toBe('3');
    await picture(chief, 'coverage-desk');
    await chief.getByText('Exportera').first().click();
    const [download] = await Promise.all([
      chief.waitForEvent('download'),
      chief.getByRole('link', { name: /CSV/ }).first().click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain('N1');
    await chief.context().close();
  });

  test('no page complained, and none asked anything of another host', () => {
    expect(stage.complaints).toEqual([]);
  });
});
