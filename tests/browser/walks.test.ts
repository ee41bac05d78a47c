/** A safety walk from plan to measure: the municipality on the phone, the municipal police at the desk. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  DESK,
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';

/** 19:10 on a Tuesday in Flen, ten minutes into the walk. */
const NOW = Date.parse('2026-12-01T18:10:00Z');
const STATION = { longitude: 16.5884, latitude: 59.0568, accuracy: 8 };

let stage: Stage;
let phone: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(NOW);
  phone = await stage.open('municipality', {
    viewport: PHONE,
    permissions: ['geolocation'],
    geolocation: STATION,
  });
});
afterAll(async () => {
  expect(stage.complaints).toEqual([]);
  await stage.close();
});

const meeting = (name: string) => phone.getByRole('group', { name });

async function fillMeeting(name: string, date: string, time: string, place: string) {
  await meeting(name).getByLabel('Datum').fill(date);
  await meeting(name).getByLabel('Klockan').fill(time);
  await meeting(name).getByLabel('Samlingsplats').fill(place);
}

test('the municipality plans a walk, and what it has typed survives the page being thrown away', async () => {
  await phone.getByRole('link', { name: 'Löften' }).first().click();
  await phone.getByRole('link', { name: 'Trygghetsvandringar' }).click();
  await phone.getByText('Inga vandringar än').waitFor();
  await phone.getByRole('link', { name: 'Planera vandring' }).click();
  await phone.getByLabel('Område').fill('Resecentrum och Sveaparken');
  await fillMeeting('Förmöte', '2026-11-16', '17:30', 'Biblioteket');
  await phone.reload();
  expect(await phone.getByLabel('Område').inputValue()).toBe('Resecentrum och Sveaparken');
  await fillMeeting('Vandring', '2026-12-01', '19:00', 'Stationshuset');
  await fillMeeting('Uppföljning', '2026-12-15', '17:30', 'Biblioteket');
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Spara vandringen' }).click();
  await phone.getByText('tisdag 1 dec 2026 19:00 · kväll · planerad').waitFor();
});

test('the route is written as coordinates, and its length is told in metres', async () => {
  await phone.getByText('Vägen som koordinater').click();
  const lines = phone.getByLabel(/En punkt per rad/);
  await lines.fill('59.0568, 16.5884\nså här');
  await phone.getByRole('button', { name: 'Spara vägen' }).click();
  await phone.getByText(/Rad 2 är inte två tal/).waitFor();
  await lines.fill('59.0568, 16.5884\n59,0560; 16,5850\n59.0557 16.5864');
  await phone.getByRole('button', { name: 'Spara vägen' }).click();
  await phone.getByText(/kväll · 3\d\d m · planerad/).waitFor();
});

test('a point is raised on the walk; without network the words stay, and are saved once when it is back', async () => {
  await phone.getByRole('button', { name: 'Lägg till punkt' }).click();
  const form = phone.getByRole('form', { name: 'Ny punkt' });
  await form.getByRole('radio', { name: 'Grönska' }).check();
  await form.getByLabel('Beskriv platsen').fill('Häcken skymmer gångvägen');
  await form.getByRole('button', { name: 'Här jag står' }).click();
  await expect.poll(() => form.getByLabel('Latitud').inputValue()).toBe('59.056800');
  for (const button of await form.getByRole('button', { name: /Här jag|Spara|Avbryt/ }).all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(56);
  }
  expect(await seriousFindings(phone)).toEqual([]);
  await expectNoSidewaysScroll(phone);
  await picture(phone, 'walk-point-phone');
  await phone.context().setOffline(true);
  await form.getByRole('button', { name: 'Spara punkten' }).click();
  await form.getByText('Det du har skrivit ligger kvar').waitFor();
  await phone.context().setOffline(false);
  await form.getByRole('button', { name: 'Spara punkten' }).click();
  await phone.getByText('Punkt 1 är sparad.').waitFor();
  expect(await phone.locator('.point-table tr.point').count()).toBe(1);
});

test('a text that looks like a person’s is asked about before it is kept', async () => {
  await phone.getByRole('button', { name: 'Lägg till punkt' }).click();
  const form = phone.getByRole('form', { name: 'Ny punkt' });
  await form.getByLabel('Beskriv platsen').fill('Skåp 070-123 45 67 står öppet');
  await form.getByRole('button', { name: 'Spara punkten' }).click();
  await form.getByText('ser ut att innehålla uppgifter om en person').waitFor();
  await form.getByRole('button', { name: 'Det är inga personuppgifter: spara' }).click();
  await phone.getByText('Punkt 2 är sparad.').waitFor();
});

test('before a photo is chosen the page says whose duty the faces are; the photo is shown and deleted', async () => {
  await openPoint(phone, 1);
  await phone.getByText('Du ansvarar för att inga ansikten').waitFor();
  const place = { create: { width: 800, height: 600, channels: 3, background: '#567' } } as const;
  const buffer = await sharp(place).jpeg().toBuffer();
  const file = { name: 'plats.jpg', mimeType: 'image/jpeg', buffer };
  await phone.getByLabel('Ta eller välj foto').setInputFiles(file);
  const photo = phone.getByRole('img', { name: 'Foto 1 av platsen för punkt 1' });
  await photo.waitFor();
  await expect
    .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(800);
  await phone.getByRole('button', { name: 'Radera fotot' }).click();
  await phone.getByText('Det går inte att ångra').waitFor();
  await phone.getByRole('button', { name: 'Radera fotot' }).click();
  await photo.waitFor({ state: 'detached' });
  const bad = { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a') };
  await phone.getByLabel('Ta eller välj foto').setInputFiles(bad);
  await phone.getByText(/ingen hel JPEG, PNG eller WebP/).waitFor();
});

test('the walk is held, and counted without names', async () => {
  await phone.getByRole('button', { name: 'Ändra vandringen' }).click();
  await phone.getByLabel('Läge').first().selectOption('held');
  await phone.getByLabel(/Antal deltagare/).fill('23');
  await phone.getByRole('button', { name: 'Spara vandringen' }).click();
  await phone.getByText(/genomförd · 23 deltagare/).waitFor();
  await phone.getByText('Metoden råder till annat').click();
  await phone.getByText(/Fler än 20 hör inte varandra/).waitFor();
  expect(await seriousFindings(phone)).toEqual([]);
  await expectNoSidewaysScroll(phone);
});

test('an answer is registered, and stands on the page', async () => {
  await phone.getByLabel('Vad svarar den som ansvarar?').fill('Klipps vecka 50');
  await phone.getByRole('button', { name: 'Spara svaret' }).click();
  await phone.getByText('Klipps vecka 50').waitFor();
});

const openPoint = (page: Page, number: number) =>
  page
    .locator('.point-table')
    .getByRole('button', { name: `Visa punkt ${number}` })
    .and(page.locator('[aria-expanded="false"]'))
    .click();

test('the municipal police make a point a window of the nearest hot spot; the municipality sees that, and not where', async () => {
  const desk = await stage.open('municipal-police', { viewport: DESK });
  await desk.getByRole('link', { name: 'Löften' }).first().click();
  await desk.getByRole('link', { name: 'Trygghetsvandringar' }).click();
  await desk.getByRole('link', { name: 'Resecentrum och Sveaparken' }).click();
  await openPoint(desk, 1);
  await desk.getByRole('button', { name: 'Gör till tidsfönster' }).click();
  const form = desk.getByRole('form', { name: 'Gör till tidsfönster' });
  await form.getByLabel(/Hot spot, närmast först/).waitFor();
  await expect
    .poll(() => form.getByRole('option').first().textContent())
    .toMatch(/^R1 Resecentrum – (här|\d+ m)$/);
  await form.getByRole('button', { name: 'tor' }).click();
  await form.getByLabel('Från').fill('17:00');
  await form.getByLabel('Till').fill('20:00');
  expect(await seriousFindings(desk)).toEqual([]);
  await form.getByRole('button', { name: 'Skapa tidsfönstret' }).click();
  await desk.getByText('R1 Resecentrum: tor–lör 17:00–20:00, sedan 2026-12-01').waitFor();
  await desk.getByText('0 av 0').waitFor();
  await expectNoSidewaysScroll(desk);
  await picture(desk, 'walk-desk');
  await phone.reload();
  await phone.getByText('Polisen är där på bestämda tider sedan 2026-12-01').waitFor();
  expect(await phone.getByText('R1').count()).toBe(0);
  await desk.close();
});

test('the route is drawn on the map at the desk, by the tool that is loaded for it', async () => {
  const desk = await stage.open('municipal-police', { viewport: DESK });
  await desk.goto(phone.url());
  await desk.getByRole('button', { name: 'Rita om vägen' }).click();
  await desk.getByText('Klicka längs vägen').waitFor();
  const canvas = desk.locator('.walk-map .map-canvas');
  await canvas
    .locator('.leaflet-interactive, .leaflet-pane')
    .first()
    .waitFor({ state: 'attached' });
  await desk.waitForFunction(() => document.querySelector('.geoman-draw-cursor') !== null);
  for (const position of [
    { x: 100, y: 120 },
    { x: 220, y: 160 },
    { x: 300, y: 240 },
  ]) {
    await canvas.click({ position });
  }
  await canvas.click({ position: { x: 300, y: 240 } });
  await desk.getByRole('button', { name: 'Rita om vägen' }).waitFor();
  await expect
    .poll(async () => desk.getByLabel(/En punkt per rad/).inputValue())
    .toMatch(/^(59\.\d+, 16\.\d+\n?){3}$/);
  await desk.getByRole('button', { name: 'Ångra' }).click();
  await desk.getByText(/kväll · 3\d\d m · genomförd/).waitFor();
  await desk.close();
});

test('the record prints on A4 with meetings, points and answers, without buttons and without where the patrol will be', async () => {
  const desk = await stage.open('municipal-police', { viewport: { width: 794, height: 1123 } });
  await desk.goto(phone.url());
  await desk.locator('.point-table').waitFor();
  await desk.emulateMedia({ media: 'print' });
  await desk.getByText('Protokoll från trygghetsvandring').waitFor();
  await desk.getByText('Klipps vecka 50').waitFor();
  expect(await desk.getByRole('button', { name: 'Lägg till punkt' }).isVisible()).toBe(false);
  expect(await desk.getByText('tor–lör 17:00–20:00').isVisible()).toBe(false);
  await desk.getByText('Polisen är där på bestämda tider').waitFor();
  await expectNoSidewaysScroll(desk);
  await picture(desk, 'walk-record');
  await desk.close();
});
