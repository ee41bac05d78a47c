/** An officer's phone that can be switched off: one browser profile on disk, which a new browser process finds again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { EpochMs, Role } from '#core/model.ts';
import { findChromium } from '../../../scripts/browser-binary.ts';
import { trialSignInToken } from '../../../server/set-up/accounts.ts';
import type { TestServer } from '../../support/server.ts';
import { BROWSER_ARGS, PHONE } from './browser.ts';
import { setTimeOf } from './time.ts';

export interface Phone {
  readonly page: () => Page;
  readonly signIn: (role: Role) => Promise<void>;
  /** Mitt pass, and everything it needs without a network. */
  readonly openMyShift: () => Promise<void>;
  readonly setOffline: (isOffline: boolean) => Promise<void>;
  /** Sets the clock of phone and server alike. */
  readonly setTime: (at: EpochMs) => Promise<void>;
  /** Ends the browser and starts another with the same profile, in flight mode if it was. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openPhone(server: TestServer): Promise<Phone> {
  const profile = mkdtempSync(join(tmpdir(), 'fotspar-phone-'));
  let context = await start(profile);
  let isOffline = false;
  let time: EpochMs | null = null;
  const page = () => context.pages()[0] as Page;
  const setOffline = async (value: boolean) => {
    isOffline = value;
    await context.setOffline(value);
  };
  const setTime = async (at: EpochMs) => {
    time = at;
    await setTimeOf(context, server, at);
  };
  return {
    page,
    setTime,
    signIn: (role) => signIn(page(), server, role),
    openMyShift: () => openMyShift(page(), server),
    setOffline,
    restart: async () => {
      await context.close();
      context = await start(profile);
      if (time !== null) await setTime(time);
      await setOffline(isOffline);
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function start(profile: string): Promise<BrowserContext> {
  const executablePath = findChromium() ?? undefined;
  return chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: BROWSER_ARGS,
    viewport: PHONE,
  });
}

async function signIn(page: Page, { services, url, clock }: TestServer, role: Role): Promise<void> {
  const token = await services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, role, clock()));
  await page.goto(`${url}/logga-in#${token}`);
  await page.locator('.frame-header').waitFor();
}

async function openMyShift(page: Page, { url }: TestServer): Promise<void> {
  const kept = page.waitForResponse((reply) => reply.url().endsWith('/map/walk-network'));
  await page.goto(`${url}/mitt-pass`);
  await (await kept).finished();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
