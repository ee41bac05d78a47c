import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIST } from '../../scripts/web-chunks.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { picture, pressAndHold } from './support/browser.ts';
import { layOutNight, nightTime, publishPlan, putPlan } from './support/night.ts';
import { openPhone, type Phone } from './support/phone.ts';

const dist = mkdtempSync(join(tmpdir(), 'fotspar-dist-'));
let server: TestServer;
let phone: Phone;
beforeAll(async () => {
  cpSync(DIST, dist, { recursive: true });
  server = await startTestServer({}, dist);
  const night = await layOutNight(server, 1);
  await putPlan(night, [['R1', 0, '22:15']]);
  await publishPlan(night);
  phone = await openPhone(server);
  await phone.setTime(nightTime('22:10'));
  await phone.signIn('patrol');
  await phone.openMyShift();
  await button('31-1410').click();
  await button('Påbörja').click();
  await phone.page().getByRole('timer').waitFor();
});
afterAll(async () => {
  await phone.close();
  await server.stop();
  rmSync(dist, { recursive: true });
});

const button = (name: string, page = phone.page()) => page.getByRole('button', { name }).first();
const offer = (page = phone.page()) => page.getByText('Ny version finns');
const version = (name: string, page = phone.page()) =>
  page.locator(`html[data-version="${name}"]`).waitFor({ state: 'attached' });
const versionOf = (page: Page) => page.locator('html').getAttribute('data-version');
const isFetched = (page: Page) =>
  page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);

/** Another page with another hash, as a release puts it in place of the old one. */
function release(version: string): void {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  writeFileSync(join(dist, 'index.html'), page.replace('<html', `<html data-version="${version}"`));
  const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
  const revision = /url:`\/index\.html`,revision:`(\w+)`/.exec(worker)?.[1] ?? '';
  writeFileSync(join(dist, 'sw.js'), worker.replace(revision, `${version}-of-the-page`));
}

async function look(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await isFetched(page);
}

describe('a new version', () => {
  test('waits in silence while a visit is open, also over a reload', async () => {
    release('second');
    await look(phone.page());
    await phone.page().reload();
    await phone.page().getByRole('timer').waitFor();
    await isFetched(phone.page());
    await phone.page().waitForTimeout(500);
    expect(await offer().count()).toBe(0);
    expect(await versionOf(phone.page())).toBeNull();
  });

  test('is offered when the visit has ended, and comes when it is asked for', async () => {
    await pressAndHold(button('Håll för att avsluta'));
    await offer().waitFor();
    await phone.page().mouse.up();
    await picture(phone.page(), 'new-version-phone');
    await button('Vidare').click();
    await button('Uppdatera').click();
    await version('second');
    await button('Vi var där …').waitFor();
    expect(await offer().count()).toBe(0);
  });
});

describe('in two tabs', () => {
  let other: Page;
  beforeAll(async () => {
    other = await phone.page().context().newPage();
    await other.goto(`${server.url}/mitt-pass`);
    await button('Vi var där …', other).waitFor();
    release('third');
    await look(phone.page());
    await offer().waitFor();
    await offer(other).waitFor();
  });

  test('it comes in the one where it is asked for, and lets the other be', async () => {
    await button('Uppdatera').click();
    await version('third');
    await other.getByText('Ny version är igång i ett annat fönster').waitFor();
    expect(await versionOf(other)).toBe('second');
  });

  test('the other goes on with its old files, and takes the new version by its own button', async () => {
    await button('Vi var där …', other).click();
    await button('Tillbaka', other).click();
    await button('Uppdatera', other).click();
    await version('third', other);
  });
});
