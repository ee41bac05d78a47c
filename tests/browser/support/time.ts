/** What time it is, on a phone and on its server. */
import type { BrowserContext, Page } from 'playwright-core';
import type { EpochMs } from '#core/model.ts';
import type { TestServer } from '../../support/server.ts';

/**
 * The phone's first: it measures its clock by quick answers alone, and takes one that is on its way to have been minutes.
 * The other way round that answer would tell it that the server is minutes ahead.
 */
export async function setTimeOf(
  phone: Page | BrowserContext,
  server: TestServer,
  at: EpochMs,
): Promise<void> {
  await phone.clock.setSystemTime(at);
  server.setClock(at);
}
