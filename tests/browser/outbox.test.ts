/** A phone without network: two touches are on disk at once, and at the server once when the network is back. */
import type { BrowserContext, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#core/model.ts';
import { trialSignInToken } from '../../server/set-up/accounts.ts';
import type { Client } from '../support/server.ts';
import {
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  pressAndHold,
  type Stage,
  seriousFindings,
} from './support/browser.ts';

const MINUTE = 60_000;
const iso = (minutesFromNow: number) =>
  new Date(Date.now() + minutesFromNow * MINUTE).toISOString();

let stage: Stage;
let page: Page;
let phone: BrowserContext;
let lead: Client;
const patrolId = uuid();
beforeAll(async () => {
  stage = await openStage();
  lead = await stage.server.as('planner');
  const span = { startsAt: iso(-120), endsAt: iso(240) };
  const base = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };
  const patrols = [{ id: patrolId, callSign: '31-1410', officers: 2, ...span, base }];
  const shift = { id: uuid(), municipality: '0482', ...span, patrols };
  expect((await lead.call('createShift', { body: shift })).status).toBe(201);
  page = await stage.open('patrol', { viewport: PHONE });
  phone = page.context();
  await page.getByRole('button', { name: /31-1410/ }).click();
  await page.getByRole('button', { name: 'Någon annanstans' }).waitFor();
  await page.getByText('Uppkopplad · Allt skickat').waitFor();
});
afterAll(() => stage.close());

interface Logged {
  readonly id: string;
  readonly note: string;
  readonly endedAt: string | null;
  readonly startedAt: string;
  readonly hotSpotId: string;
  readonly voided: boolean;
  readonly outcome: { readonly contacts: number };
}

async function logged(): Promise<Logged[]> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const query = { from: day(Date.now() - 24 * 60 * MINUTE), to: day(Date.now()) };
  const { visits }: { visits: Logged[] } = (await lead.call('listVisits', { query })).body;
  return visits;
}

/** What lies in the outbox of whoever is signed in, read past the app. */
const onDisk = () =>
  page.evaluate(async () => {
    const session = (await indexedDB.databases()).map(({ name = '' }) => name);
    const kinds: string[] = [];
    for (const name of session.filter((one) => /^fotspar-[0-9a-f]{8}-/.test(one))) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error));
      });
      const rows = await new Promise<{ item: { kind: string }; state: { state: string } }[]>(
        (resolve) => {
          const asked = db.transaction('item').objectStore('item').getAll();
          asked.addEventListener('success', () => resolve(asked.result));
        },
      );
      db.close();
      kinds.push(
        ...rows.filter((row) => row.state.state === 'waiting').map(({ item }) => item.kind),
      );
    }
    return kinds;
  });

async function start(place: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Någon annanstans' }).click();
  await page.locator('.big-row').filter({ hasText: place }).click();
  await page.getByRole('timer').waitFor();
}

/** After the visit the list is shown again, from which it was begun. */
async function leaveList(): Promise<void> {
  await page.locator('.actions button', { hasText: 'Tillbaka' }).click();
}

async function end(): Promise<void> {
  await pressAndHold(page.getByRole('button', { name: 'Håll för att avsluta' }));
  await page.getByText(/Besöket är sparat/).waitFor();
  await page.mouse.up();
}

test('without network a visit begins, is counted, ends and gets its note, all on the phone’s disk', async () => {
  await phone.setOffline(true);
  await start(/^R1/);
  expect(await onDisk()).toEqual(['create-visit']);
  await page.getByRole('button', { name: /Kontakter/ }).click();
  await end();
  expect(await onDisk()).toEqual(['create-visit', 'change-visit', 'change-visit']);
  await page.getByLabel(/Anteckning om platsen/).fill('Trasig lampa i norra mynningen');
  await page.getByRole('button', { name: 'Vidare' }).click();
  await page.getByText('Ingen kontakt · 4 väntar').waitFor();
  await leaveList();
  expect(await logged()).toEqual([]);
});

test('what waits is shown in words, and nothing in it fails axe', async () => {
  await page.getByRole('button', { name: /4 väntar/ }).click();
  await page.getByText('Påbörjat besök').waitFor();
  expect(await page.getByText('Räknare och anteckning').count()).toBe(2);
  await expectNoSidewaysScroll(page);
  await picture(page, 'waiting-list-phone');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Tillbaka' }).click();
});

test('with the network back everything arrives once, and the chip says so', async () => {
  await phone.setOffline(false);
  await page.getByText('Uppkopplad · Allt skickat').waitFor();
  const visits = await logged();
  expect(visits).toHaveLength(1);
  expect(visits[0]).toMatchObject({
    note: 'Trasig lampa i norra mynningen',
    outcome: { contacts: 1 },
  });
  expect(visits[0]?.endedAt).not.toBeNull();
  expect(await onDisk()).toEqual([]);
});

test('the other phone has an open visit: which of the two goes on is a choice on the screen', async () => {
  await phone.setOffline(true);
  await start(/^R2/);
  const places: { features: { id: string; properties: { code: string } }[] } = (
    await lead.call('listHotSpots')
  ).body;
  const c1 = places.features.find(({ properties }) => properties.code === 'C1')?.id;
  const other = { id: uuid(), hotSpotId: c1, patrolId, startedAt: iso(-20) };
  expect((await lead.call('createVisit', { body: other })).status).toBe(201);
  await phone.setOffline(false);
  await page.getByRole('button', { name: 'Servern behöver ett besked' }).click();
  await page.getByText(/Patrullen har redan ett öppet besök vid C1 sedan \d\d:\d\d\./).waitFor();
  await picture(page, 'visit-open-phone');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Avsluta det och påbörja detta' }).click();
  await page.getByText('Inget väntar. Allt har kommit fram.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Tillbaka' }).click();
  await page.getByRole('heading', { name: /.+/, level: 2 }).first().waitFor();
  const visits = await logged();
  expect(visits.find(({ id }) => id === other.id)?.endedAt).not.toBeNull();
  expect(visits.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  await end();
  await page.getByRole('button', { name: 'Vidare' }).click();
  await leaveList();
});

test('the same presence from two phones is offered as one, with what both counted and noted', async () => {
  await page.getByText('Uppkopplad · Allt skickat').waitFor();
  await phone.setOffline(true);
  await page.getByRole('button', { name: 'Vi var där …' }).click();
  await page.locator('.big-row').filter({ hasText: 'C3' }).click();
  await page.getByRole('button', { name: 'Slutade för 30 min sedan' }).click();
  await page.getByLabel(/Anteckning om platsen/).fill('Öppen port');
  await page.getByRole('button', { name: 'Vidare' }).click();
  await page.getByText('Ingen kontakt · 2 väntar').waitFor();
  const places: { features: { id: string; properties: { code: string } }[] } = (
    await lead.call('listHotSpots')
  ).body;
  const c3 = places.features.find(({ properties }) => properties.code === 'C3')?.id;
  const outcome = { contacts: 3, actions: 0, observations: 0, interventions: 0 };
  const span = { startedAt: iso(-44), endedAt: iso(-29) };
  const other = { id: uuid(), hotSpotId: c3, patrolId, ...span, outcome, note: 'Lugnt' };
  expect((await lead.call('createVisit', { body: other })).status).toBe(201);
  await phone.setOffline(false);
  await page.getByRole('button', { name: 'Servern behöver ett besked' }).click();
  await page.getByText(/Ni har redan loggat C3 .* Samma besök\?/).waitFor();
  await picture(page, 'visit-twice-phone');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ja, ett besök' }).click();
  await page.getByText('Inget väntar. Allt har kommit fram.').waitFor();
  const there = (await logged()).filter(({ hotSpotId }) => hotSpotId === c3);
  expect(there).toMatchObject([{ id: other.id, note: 'Lugnt · Öppen port', outcome }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Tillbaka' }).click();
});

async function signInAs(role: Role): Promise<void> {
  const { services, url, clock } = stage.server;
  const token = await services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, role, clock()));
  await page.goto(`${url}/logga-in#${token}`);
  await page.locator('.frame-header').waitFor();
  await page.goto(`${url}/mitt-pass`);
}

test('another account on the same phone sees none of it and sends none of it; the first one’s waits for its owner', async () => {
  const before = (await logged()).length;
  await phone.setOffline(true);
  await start(/^R1/);
  expect(await onDisk()).toEqual(['create-visit']);
  await phone.clearCookies();
  await phone.setOffline(false);
  await signInAs('planner');
  await page.getByText('Uppkopplad · Allt skickat').waitFor();
  expect(await page.getByRole('timer').count()).toBe(0);
  expect(await logged()).toHaveLength(before);
  expect(await onDisk()).toEqual(['create-visit']);
  await phone.clearCookies();
  await signInAs('patrol');
  await page.getByRole('timer').waitFor();
  await page.getByText('Uppkopplad · Allt skickat').waitFor();
  expect(await logged()).toHaveLength(before + 1);
  expect(stage.complaints).toEqual([]);
});
