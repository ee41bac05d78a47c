/** GPS on an officer's phone: off, agreed to, asking, and off again at once. */
import type { Page, Request } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { insertPositions } from '../../server/store/positions.ts';
import {
  DESK,
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';
import { fixAt, followFixes, moveUnwatched, standAt } from './support/geolocation.ts';
import { setTimeOf } from './support/time.ts';

/** 22:05 on a Friday in Flen, an hour into the shift. */
const NOW = Date.parse('2026-11-27T21:05:00Z');
const FROM = '2026-11-27T20:00:00Z';
const TO = '2026-11-28T06:00:00Z';
const MINUTE = 60_000;
const STATION = { longitude: 16.5884, latitude: 59.0466, accuracy: 8 };

let stage: Stage;
let page: Page;
let place = { id: '', code: '', middle: STATION };
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(NOW);
  await makeShift();
  place = await aPlace('R1');
  page = await stage.open('patrol', {
    viewport: PHONE,
    permissions: ['geolocation'],
    geolocation: STATION,
  });
  await followFixes(page);
  await setTime(NOW);
  await page.reload();
  await page.getByRole('button', { name: /31-1410/ }).click();
  await page.getByRole('button', { name: /Vi var där/ }).waitFor();
});
afterAll(async () => {
  expect(stage.complaints).toEqual([]);
  await stage.close();
});

async function makeShift(): Promise<void> {
  const lead = await stage.server.as('planner');
  const base = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };
  const patrol = { callSign: '31-1410', officers: 2, startsAt: FROM, endsAt: TO, base };
  await lead.call('createShift', {
    body: {
      id: uuid(),
      municipality: '0482',
      startsAt: FROM,
      endsAt: TO,
      patrols: [{ id: uuid(), ...patrol }],
    },
  });
}

/** A hot spot and a point well inside of it. */
async function aPlace(wanted: string) {
  const lead = await stage.server.as('planner');
  const { features }: { features: { id: string; properties: { labelPoint: number[] } }[] } = (
    await lead.call('listHotSpots')
  ).body;
  const all = await hotSpots(stage.server.services.db.reader);
  const { id, code } = all.find((one) => one.code === wanted)!;
  const { labelPoint } = features.find((one) => one.id === id)!.properties;
  const [longitude = 0, latitude = 0] = labelPoint;
  return { id, code, middle: { longitude, latitude, accuracy: 5 } };
}

let time = NOW;
async function setTime(at: number): Promise<void> {
  time = at;
  await setTimeOf(page, stage.server, at);
}

const ownGps = async () => {
  const reply = await page.request.get(`${stage.server.url}/api/v1/my/gps`);
  return (await reply.json()) as { stored: { count: number }; consentGivenAt: string | null };
};

const visits = async () => {
  const reply = await page.request.get(`${stage.server.url}/api/v1/my/shift`);
  return ((await reply.json()) as { visits: { endedAt: string | null; source: string }[] }).visits;
};

const chip = (text: string) => page.locator('.status-chip').getByText(text).first();

const isPlaces = ({ pathname }: URL) => pathname === '/api/v1/hot-spots';

test('while the authority has GPS off the phone says so in its chip, and of GPS no more', async () => {
  await chip('GPS av – tid loggas ändå').waitFor();
  await page.locator('summary').click();
  expect(await page.getByRole('link', { name: 'Min GPS' }).count()).toBe(0);
  await page.locator('summary').click();
});

test('an admin allows it and sets the days, by keyboard too', async () => {
  const admin = await stage.open('admin', { viewport: DESK });
  await admin.getByRole('link', { name: 'GPS' }).click();
  const box = admin.getByRole('checkbox', { name: /Poliser får slå på GPS/ });
  await box.waitFor();
  expect(await box.isChecked()).toBe(false);
  await box.focus();
  await admin.keyboard.press('Space');
  await admin.getByLabel(/Gallra efter/).fill('14');
  await admin.keyboard.press('Enter');
  await admin.getByText('Sparat: GPS är tillåten.').waitFor();
  expect(await seriousFindings(admin)).toEqual([]);
  await picture(admin, 'gps-rules-desk');
  await admin.close();
});

test('an officer reads what is kept, in plain words, and agrees', async () => {
  await page.reload();
  await chip('GPS av – tid loggas ändå').waitFor();
  await page.locator('summary').click();
  await page.getByRole('link', { name: 'Min GPS' }).click();
  await page.getByText('Bara du kan se dem.').waitFor();
  await page.getByText('raderas av sig själva efter 14 dygn').waitFor();
  await expectNoSidewaysScroll(page);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'gps-consent-phone');
  await page.getByRole('button', { name: 'Slå på GPS för mig' }).click();
  await page.getByText(/GPS är på sedan 2026-11-27 22:05/).waitFor();
});

test('a question stands when the server tells the same places again', async () => {
  await setTime(NOW + MINUTE / 2);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(isPlaces, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${stage.server.url}/mitt-pass`);
  await standAt(page, place.middle);
  const question = page.getByText('Ni är vid R1. Påbörja?');
  await question.waitFor();
  const told = page.waitForResponse((reply) => isPlaces(new URL(reply.url())));
  answer();
  await (await told).finished();
  // That nothing changes can only be waited for: too short a while makes this test blind, never red.
  await page.waitForTimeout(300);
  await fixAt(page, place.middle);
  await page.waitForTimeout(300);
  expect(await question.count()).toBe(1);
  await page.unroute(isPlaces);
  await fixAt(page, STATION);
});

test('at a hot spot the phone asks, and starts nothing by itself', async () => {
  await setTime(NOW + MINUTE);
  await page.goto(`${stage.server.url}/mitt-pass`);
  await chip('GPS 8 m').waitFor();
  await standAt(page, place.middle);
  await page.getByText('Ni är vid R1. Påbörja?').waitFor();
  expect(await visits()).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'gps-enter-phone');
  const card = page.getByRole('region', { name: 'Fråga från GPS' });
  for (const button of await card.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(64);
  }
  await card.getByRole('button', { name: 'Påbörja' }).click();
  await page.getByRole('timer').waitFor();
});

test('after a tap the visit goes on, and points of it reach the server', async () => {
  await setTime(time + MINUTE);
  await standAt(page, place.middle);
  const arrived = page.waitForResponse((reply) => reply.url().endsWith('/my/positions'));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  expect((await arrived).status()).toBe(200);
  expect((await ownGps()).stored.count).toBeGreaterThan(0);
});

test('when the patrol has walked away it asks whether the visit has ended, and when', async () => {
  await setTime(time + 12 * MINUTE);
  await standAt(page, STATION);
  await setTime(time + 2 * MINUTE);
  await standAt(page, { ...STATION, latitude: STATION.latitude + 0.0001 });
  await page.getByText('Har ni gått från R1?').waitFor();
  expect((await visits())[0]?.endedAt).toBeNull();
  await picture(page, 'gps-leave-phone');
  await page.getByRole('button', { name: /Avsluta 22:1\d/ }).click();
  await page.getByText(/Besöket är sparat: 1\d min/).waitFor();
});

test('a visit that nobody ended is taken to have ended when the phone left the place', async () => {
  await page.getByRole('button', { name: 'Vidare' }).click();
  await standAt(page, place.middle);
  await page.getByText('Ni är vid R1. Påbörja?').waitFor();
  const card = page.getByRole('region', { name: 'Fråga från GPS' });
  await card.getByRole('button', { name: 'Påbörja' }).click();
  await page.getByRole('timer').waitFor();
  await setTime(time + 11 * MINUTE);
  await standAt(page, STATION);
  await setTime(time + 2 * MINUTE);
  await standAt(page, { ...STATION, latitude: STATION.latitude + 0.0001 });
  await page.getByText('Har ni gått från R1?').waitFor();
  await setTime(time + 20 * MINUTE);
  await page.getByText(/Var ni vid R1 till ca 22:3[0-3]\?/).waitFor();
  await page.getByRole('button', { name: /Ja, till 22:3[0-3]/ }).click();
  await page.getByText(/Besöket är sparat: 1[0-3] min/).waitFor();
});

test('everything that is stored is shown to the officer: track, visits, and how to be rid of it', async () => {
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.goto(`${stage.server.url}/mitt-pass/gps`);
  await page.getByRole('heading', { name: 'Det som är sparat om dig' }).waitFor();
  await page.locator('.track-map .leaflet-overlay-pane path').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
  await page.locator('.track-map').scrollIntoViewIfNeeded();
  await picture(page, 'gps-track-phone');
});

test('a visit that the track shows and nobody logged goes into the log by a tap, once', async () => {
  await walkUnnoticed();
  await page.reload();
  const log = page.getByRole('button', { name: /^Logga R2 21:[23]\d–21:[345]\d$/ });
  await log.click();
  await page.getByText(/R2 21:[23]\d–21:[345]\d är loggat/).waitFor();
  await log.waitFor({ state: 'detached' });
  expect(await seriousFindings(page)).toEqual([]);
  expect((await visits()).filter(({ source }) => source === 'gps')).toHaveLength(1);
  await page.getByRole('heading', { name: 'Besök som spåret visar' }).scrollIntoViewIfNeeded();
  await picture(page, 'gps-found-phone');
});

/** A quarter of an hour at R2 from 21:25, with ten minutes elsewhere before and after, as a tracker app would have sent it. */
async function walkUnnoticed(): Promise<void> {
  const { middle } = await aPlace('R2');
  const userId = (
    (await (await page.request.get(`${stage.server.url}/api/v1/session`)).json()) as {
      user: { id: string };
    }
  ).user.id;
  const points = Array.from({ length: 210 }, (_, index) => {
    const isThere = index >= 60 && index < 150;
    const { longitude, latitude } = isThere ? middle : STATION;
    const at = Date.parse('2026-11-27T20:15:00Z') + index * 10_000;
    return { at, lonLat: [longitude, latitude] as const, accuracyM: 5 };
  });
  const from = { userId, source: 'tracker', receivedAt: NOW };
  await insertPositions(stage.server.services.db.writer, points, from);
}

test('a tracker app is linked with a code, and unlinked', async () => {
  await page.getByLabel('Vad ska den heta?').fill('Tjänstetelefonen');
  await page.getByRole('button', { name: 'Koppla en app' }).click();
  const code = await page.locator('.code-text').textContent();
  expect(code).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await page.locator('.code-shown').scrollIntoViewIfNeeded();
  await picture(page, 'gps-code-phone');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  expect(await seriousFindings(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.getByRole('button', { name: 'Koppla bort Tjänstetelefonen' }).click();
  await page.getByText('Tjänstetelefonen är bortkopplad').waitFor();
});

test('off is off at once, without net too: no fix is taken, no point leaves the phone', async () => {
  await page.goto(`${stage.server.url}/mitt-pass`);
  await page.getByRole('button', { name: /Vi var där/ }).waitFor();
  await chip('GPS 8 m').waitFor();
  await page.locator('summary').click();
  await page.getByRole('link', { name: 'Min GPS' }).click();
  const off = page.getByRole('button', { name: 'Stäng av GPS nu' });
  await off.waitFor();
  const sent: string[] = [];
  const listen = (request: Request) => sent.push(`${request.method()} ${request.url()}`);
  await page.context().setOffline(true);
  await off.click();
  await page.getByText('Avstängt. Telefonen har slutat mäta').waitFor();
  page.on('request', listen);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Mitt pass', exact: true }).last().click();
  await setTime(time + 5 * MINUTE);
  await moveUnwatched(page, place.middle);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await chip('GPS av – tid loggas ändå').waitFor();
  expect(await page.getByText('Ni är vid R1').count()).toBe(0);
  page.off('request', listen);
  expect(sent.filter((one) => one.endsWith('/my/positions'))).toEqual([]);
  await page.reload();
  await chip('GPS av – tid loggas ändå').waitFor();
  expect((await ownGps()).consentGivenAt).toBeNull();
});
