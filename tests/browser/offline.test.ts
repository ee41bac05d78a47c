import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { picture, seriousFindings } from './support/browser.ts';
import { layOutNight, nightTime, publishPlan, putPlan } from './support/night.ts';
import { openPhone, type Phone } from './support/phone.ts';

let server: TestServer;
let phone: Phone;
const button = (name: string | RegExp) => phone.page().getByRole('button', { name });

beforeAll(async () => {
  server = await startTestServer();
  const night = await layOutNight(server, 1);
  await putPlan(night, [
    ['R1', 0, '22:15'],
    ['C1', 0, '23:00'],
  ]);
  await publishPlan(night);
  phone = await openPhone(server);
  await phone.setTime(nightTime('22:35'));
  await phone.signIn('patrol');
  await button(/31-1410/).click();
  await button('Påbörja').waitFor();
  await logFirstStop();
  await phone.openMyShift();
});
afterAll(async () => {
  await phone.close();
  await server.stop();
});

/** The patrol was at R1 from 22:15 to 22:30. */
async function logFirstStop(): Promise<void> {
  const patrol = await server.as('patrol');
  const mine: { stops: { slotId: string; hotSpotId: string }[]; patrolId: string } = (
    await patrol.call('getMyShift')
  ).body;
  const [stop] = mine.stops;
  const [startedAt, endedAt] = ['22:15', '22:30'].map((at) => new Date(nightTime(at)));
  const ids = { id: uuid(), slotId: stop?.slotId, hotSpotId: stop?.hotSpotId };
  const body = { ...ids, patrolId: mine.patrolId, startedAt, endedAt, officers: 2 };
  expect((await patrol.call('createVisit', { body })).status).toBe(201);
}

describe('a phone that has been online once', () => {
  beforeAll(async () => {
    await phone.setOffline(true);
    await phone.setTime(nightTime('22:50'));
    await phone.restart();
    await phone.page().goto(server.url);
  });

  test('starts in flight mode after it was switched off, and says how old what it shows is', async () => {
    await phone.page().getByRole('heading', { name: 'Drottninggatan' }).waitFor();
    await phone.page().getByText('Ingen kontakt').first().waitFor();
    await phone.page().getByText('Planen är från 22:35').waitFor();
    await picture(phone.page(), 'offline-phone');
  });

  test('says why it goes where it goes', async () => {
    expect(await phone.page().locator('.why').textContent()).toContain(
      'Gå hela sträckan åt båda håll.',
    );
  });

  test('draws the map: streets, and every hot spot', async () => {
    await phone.page().locator('.leaflet-base-pane path').first().waitFor({ state: 'attached' });
    expect(await phone.page().locator('.leaflet-base-pane path').count()).toBeGreaterThan(50);
    expect(await phone.page().locator('.hot-spot-pill').count()).toBeGreaterThanOrEqual(6);
  });

  test('shows what has been logged, and the rest of the plan', async () => {
    await button('Stopp och karta').click();
    const stops = phone.page().locator('.stop-row');
    expect(await stops.nth(0).textContent()).toMatch(/R1 .*klar/);
    expect(await stops.nth(1).textContent()).toContain('23:00');
    expect(await seriousFindings(phone.page())).toEqual([]);
  });
});

describe('whoever signs out without a network', () => {
  const keptOnPhone = () =>
    phone.page().evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

  test('leaves nothing of the plan on the phone', async () => {
    await phone.page().locator('.menu summary').click();
    await button('Logga ut').click();
    await phone.page().getByRole('heading', { name: 'Logga in' }).waitFor();
    await phone.page().reload();
    await phone.page().getByRole('heading', { name: 'Logga in' }).waitFor();
    expect((await keptOnPhone()).filter((name) => name.startsWith('fotspar-snapshots'))).toEqual(
      [],
    );
  });

  test('is signed out at the server too when the phone has a network again', async () => {
    await phone.setOffline(false);
    const told = phone.page().waitForResponse((reply) => reply.request().method() === 'DELETE');
    await phone.page().reload();
    expect((await told).status()).toBe(204);
    await phone.page().getByRole('heading', { name: 'Logga in' }).waitFor();
  });
});

test('a session that the server has ended is said to be, with what waits', async () => {
  await phone.signIn('patrol');
  await phone.setTime(nightTime('22:50') + 13 * 3_600_000);
  await phone.page().reload();
  const ended = phone.page().getByText(/Inloggningen har gått ut.*väntar/);
  await ended.waitFor();
  await phone.setOffline(true);
  await phone.page().reload();
  await ended.waitFor();
});
