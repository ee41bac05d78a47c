/** What time it is, on a phone and on its server. */
import type { BrowserContext, Page } from 'playwright-core';
import type { EpochMs } from '#core/model.ts';
import type { TestServer } from '../../support/server.ts';

/**
 * Sets both. The phone's first: a request that is on its way then takes longer than any from which the phone tells how far
 * it is behind the server; the other way round its answer would be of a server minutes ahead.
 */
export async function setTimeOf(
  phone: Page | BrowserContext,
  server: TestServer,
  at: EpochMs,
): Promise<void> {
  await phone.clock.setSystemTime(at);
  server.setClock(at);
}
