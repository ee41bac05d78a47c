/** A tertial page from draft to the reader who is not signed in. */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import { findChromium } from '../../scripts/browser-binary.ts';
import {
  BROWSER_ARGS,
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(Date.parse('2027-01-20T10:00:00Z'));
  await newDraft();
});
afterAll(() => stage.close());

async function newDraft(): Promise<void> {
  const police = await stage.server.as('municipal-police');
  const body = { id: uuid(), municipality: '0482', tertial: '2026-T3' };
  expect((await police.call('createTertialPage', { body })).status).toBe(201);
}

/** As another account of kommunpolis does it. */
async function writeMeanwhile(intro: string): Promise<void> {
  const police = await stage.server.as('municipal-police');
  const { pages } = (await police.call('listTertialPages')).body as WireReply<'listTertialPages'>;
  const params = { id: pages[0]?.id ?? '' };
  const { revision } = (await police.call('getTertialPage', { params }))
    .body as WireReply<'getTertialPage'>;
  const body = { intro, correction: '', byPromise: {}, opened: [] };
  const reply = await police.call('writeTertialTexts', { params, ifMatch: revision, body });
  expect(reply.status, reply.text).toBe(200);
}

async function openTertial(role: 'municipal-police' | 'chief', look = {}): Promise<Page> {
  const page = await stage.open(role, look);
  await page.goto(`${stage.server.url}/loften/tertial`);
  await page.locator('.tertial-paper').waitFor();
  return page;
}

/** A frame in which no script runs, axe's neither: what is in it is looked at as the published page. */
const PAPER = '.tertial-paper';

const preview = (page: Page) => page.frameLocator('.tertial-paper');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the tertial page', () => {
  it('is written by kommunpolis, who sees it as it will be read', async () => {
    const page = await openTertial('municipal-police');
    await preview(page).getByText('Utkast – inte publicerat').waitFor();
    await page.getByLabel('Inledning').fill('Vi var vid resecentrum 22:10.');
    await press(page, 'Spara texterna');
    await page.getByRole('alert').getByText('Ta bort klockslaget').waitFor();
    await page.getByLabel('Inledning').fill('Vi var mest vid resecentrum.');
    await press(page, 'Spara texterna');
    await preview(page).getByText('Vi var mest vid resecentrum.').waitFor();
    await page.getByText('Texterna är sparade.').waitFor();
    await page.getByLabel('Inledning').fill('Inte sparat än.');
    const sign = page.getByRole('button', { name: 'Signera', exact: true });
    expect(await sign.isDisabled()).toBe(true);
    await page.getByText('Spara texterna först').waitFor();
    await page.getByLabel('Inledning').fill('Vi var mest vid resecentrum.');
    await press(page, 'Spara texterna');
    await press(page, 'Signera');
    await page.getByText('Kommunpolis signerar').waitFor();
    await page.getByText('signerad 2027-01-20').waitFor();
    expect(await seriousFindings(page, PAPER)).toEqual([]);
    await picture(page, 'tertial-police');
    await page.context().close();
  });

  it('keeps what is typed when somebody else has saved meanwhile, and shows what they wrote', async () => {
    const page = await openTertial('municipal-police');
    await page.getByLabel('Inledning').fill('Min text.');
    await writeMeanwhile('Deras text.');
    await press(page, 'Spara texterna');
    await page.getByText('Någon annan har ändrat under tiden').waitFor();
    await preview(page).getByText('Deras text.').waitFor();
    expect(await page.getByLabel('Inledning').inputValue()).toBe('Min text.');
    await page.getByLabel('Inledning').fill('Vi var mest vid resecentrum.');
    await press(page, 'Spara texterna');
    await preview(page).getByText('Vi var mest vid resecentrum.').waitFor();
    await press(page, 'Signera');
    await page.getByText('signerad 2027-01-20').waitFor();
    await page.context().close();
  });

  it('is signed by the chief, who publishes it after being asked once', async () => {
    const page = await openTertial('chief');
    await press(page, 'Signera');
    await press(page, 'Publicera');
    await page.getByText('Det går inte att ångra.').waitFor();
    expect(await seriousFindings(page, PAPER)).toEqual([]);
    await press(page, 'Ja, publicera');
    const link = page.getByRole('link', { name: 'Öppna den publicerade sidan' });
    expect(await link.getAttribute('href')).toBe('/publicerat/flen/2026-t3-version-1/');
    await page.context().close();
  });

  it.each([
    ['on a desk', { width: 1280, height: 900 }, 'light'],
    ['on a phone in the dark', PHONE, 'dark'],
  ] as const)(
    'is read by somebody who is not signed in and runs no script, %s',
    async (_at, viewport, colorScheme) => {
      const browser = await chromium.launch({
        executablePath: findChromium() ?? '',
        args: BROWSER_ARGS,
      });
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const scripts: string[] = [];
      page.on('console', (message) => scripts.push(message.text()));
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const address = `${stage.server.url}/publicerat/flen/2026-t3/`;
      const reply = await page.goto(address);
      expect(reply?.status()).toBe(200);
      expect(await page.locator('h1').textContent()).toBe('Så gick det september–december 2026');
      await page.getByText('Vi var mest vid resecentrum.').waitFor();
      await expectNoSidewaysScroll(page);
      expect(asked).toEqual([address]);
      expect(scripts).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await picture(page, `published-${colorScheme}`);
      await browser.close();
    },
  );

  it('that is thrown away leaves the page that is published', async () => {
    await newDraft();
    const page = await openTertial('municipal-police');
    await press(page, 'Kasta utkastet');
    await press(page, 'Kasta utkastet för gott');
    await page.getByRole('link', { name: 'Öppna den publicerade sidan' }).waitFor();
    await newDraft();
    await page.context().close();
  });

  it('fits a phone while it is a draft', async () => {
    const page = await openTertial('municipal-police', { viewport: PHONE, colorScheme: 'dark' });
    await expectNoSidewaysScroll(page);
    expect(await seriousFindings(page, PAPER)).toEqual([]);
    await picture(page, 'tertial-phone');
    await page.context().close();
  });

  it('asks nothing of anybody else', () => {
    expect(stage.complaints).toEqual([]);
  });
});
