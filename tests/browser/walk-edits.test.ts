/** Two who write about a walk at once, and a network that swallows answers: nothing typed is lost, nothing of others' written over. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addPoint, planWalk, readWalk, walkBody } from '../http/walk-steps.ts';
import type { Client } from '../support/server.ts';
import { DESK, openStage, type Stage } from './support/browser.ts';

/** 11:00 on a Wednesday in Flen. */
const NOW = Date.parse('2026-11-25T10:00:00Z');

let stage: Stage;
let desk: Page;
let other: Client;
let walkId: string;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(NOW);
  other = await stage.server.as('municipal-police');
  desk = await stage.open('municipality', { viewport: DESK });
});
beforeEach(async () => {
  walkId = (await planWalk(other)).id;
  await desk.goto(`${stage.server.url}/loften/vandringar/${walkId}`);
});
afterAll(() => stage.close());

async function changeWalk(change: object): Promise<void> {
  const { revision } = (await readWalk(other, walkId)).walk;
  const { id: _id, municipality: _code, ...body } = walkBody(change);
  const reply = await other.call('updateWalk', { params: { id: walkId }, body, ifMatch: revision });
  expect(reply.status, reply.text).toBe(200);
}

/** The next request of a kind reaches the server, and its answer is lost. */
async function loseAnswer(path: RegExp, method: string): Promise<void> {
  let isLost = false;
  await desk.route(path, async (request) => {
    if (isLost || request.request().method() !== method) return request.fallback();
    isLost = true;
    await request.fetch();
    return request.abort();
  });
}

const press = (name: string) => desk.getByRole('button', { name, exact: true }).click();

test('words begun before somebody else changed the walk do not write over theirs unseen', async () => {
  await press('Ändra vandringen');
  await desk.getByLabel('Område').fill('Mitt namn på den');
  const route = {
    type: 'LineString',
    coordinates: [
      [16.58, 59.05],
      [16.59, 59.06],
    ],
  };
  await changeWalk({ title: 'Deras namn på den', route });
  await desk.getByRole('link', { name: 'Alla vandringar' }).click();
  await desk.getByRole('link', { name: 'Deras namn på den' }).click();
  await press('Ändra vandringen');
  expect(await desk.getByLabel('Område').inputValue()).toBe('Mitt namn på den');
  await press('Spara vandringen');
  await desk.getByText('Någon annan har ändrat under tiden.').waitFor();
  await press('Spara mitt ändå');
  await desk.getByRole('heading', { name: 'Mitt namn på den' }).waitFor();
  const { walk } = await readWalk(other, walkId);
  expect(walk.route, 'their route, which the form does not hold, stays').toEqual(route);
});

test('one’s own route kept over theirs leaves all else as they have it', async () => {
  await desk.getByText('Vägen som koordinater').click();
  await changeWalk({ title: 'Nytt namn' });
  await desk.getByLabel(/En punkt per rad/).fill('59.05, 16.58\n59.06, 16.60');
  await press('Spara vägen');
  await press('Spara mitt ändå');
  await desk.getByRole('heading', { name: 'Nytt namn' }).waitFor();
  await expect
    .poll(async () => (await readWalk(other, walkId)).walk.route?.coordinates)
    .toEqual([
      [16.58, 59.05],
      [16.6, 59.06],
    ]);
  expect((await readWalk(other, walkId)).walk.title).toBe('Nytt namn');
});

test('a point begun before somebody else changed it is told apart', async () => {
  const { id, ...point } = await addPoint(other, walkId);
  await desk.reload();
  await press('Visa punkt 1');
  await press('Ändra');
  await desk.getByLabel('Beskriv platsen').fill('Lampan är hel igen');
  const { walkId: _walk, number: _number, revision, ...said } = point;
  const body = { ...said, status: 'done' };
  await other.call('updateWalkPoint', { params: { id }, body, ifMatch: revision });
  await desk.reload();
  await press('Visa punkt 1');
  await press('Ändra');
  await press('Spara punkten');
  await desk.getByText('Någon annan har ändrat under tiden.').waitFor();
  await press('Ta deras');
  await desk.locator('.point-table').getByText('klar', { exact: true }).waitFor();
});

test('a new walk whose answer was lost is saved once, with the words as they are then', async () => {
  await desk.goto(`${stage.server.url}/loften/vandringar/ny`);
  await desk.getByLabel('Område').fill('Första orden');
  const meeting = desk.getByRole('group', { name: 'Vandring' });
  await meeting.getByLabel('Datum').fill('2026-12-08');
  await meeting.getByLabel('Klockan').fill('18:00');
  await loseAnswer(/\/walks$/, 'POST');
  await press('Spara vandringen');
  await desk.getByText('Det du har skrivit ligger kvar').waitFor();
  await desk.getByLabel('Område').fill('Andra orden');
  await press('Spara vandringen');
  await desk.getByRole('heading', { name: 'Andra orden' }).waitFor();
  await desk.getByRole('link', { name: 'Alla vandringar' }).click();
  await desk.getByRole('link', { name: 'Andra orden' }).waitFor();
  expect(await desk.getByRole('link', { name: 'Första orden' }).count()).toBe(0);
});

test('an answer whose reply was lost can be sent with other words', async () => {
  await addPoint(other, walkId);
  await desk.reload();
  await press('Visa punkt 1');
  const answer = desk.getByLabel('Vad svarar den som ansvarar?');
  await answer.fill('Beställt');
  await loseAnswer(/\/answers$/, 'POST');
  await press('Spara svaret');
  await desk.getByText('Det du har skrivit ligger kvar').waitFor();
  await answer.fill('Lagat');
  await press('Spara svaret');
  await expect
    .poll(async () => (await readWalk(other, walkId)).points[0]?.answers.map(({ text }) => text))
    .toEqual(['Beställt', 'Lagat']);
});

test('coordinates that are none are not dropped in silence', async () => {
  await press('+ Lägg till punkt');
  await desk.getByLabel('Beskriv platsen').fill('Häcken');
  await desk.getByLabel('Latitud', { exact: true }).fill('norr om');
  await desk.getByLabel('Longitud', { exact: true }).fill('16,59');
  await press('Spara punkten');
  await desk.getByText('Skriv latitud och longitud i grader').waitFor();
  await desk.getByLabel('Latitud', { exact: true }).fill('59,0578');
  await desk.getByLabel('Latitud', { exact: true }).press('Enter');
  await desk.getByText('Punkt 1 är sparad.').waitFor();
  const [point] = (await readWalk(other, walkId)).points;
  expect(point?.lonLat).toEqual([16.59, 59.0578]);
  await expect
    .poll(() => desk.evaluate(() => document.activeElement?.textContent))
    .toMatch(/Lägg till punkt/);
});

test('a walk that is not there is said not to be, and a slow answer about another does not come in between', async () => {
  const first = walkId;
  const second = (await planWalk(other, { title: 'Den andra', checksWalkId: null })).id;
  await desk.goto(`${stage.server.url}/loften/vandringar/${uuid()}`);
  await desk.getByRole('alert').waitFor();
  await desk.waitForLoadState('networkidle');
  expect(await desk.getByRole('alert').isVisible()).toBe(true);
  await desk.goto(`${stage.server.url}/loften/vandringar`);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await desk.route(new RegExp(`/walks/${first}$`), async (request) => {
    await held;
    return request.fallback();
  });
  const sent = desk.waitForRequest((request) => request.url().endsWith(`/walks/${first}`));
  await desk.locator(`a[href$="${first}"]`).click();
  await sent;
  await desk.goBack();
  await desk.locator(`a[href$="${second}"]`).click();
  await desk.getByRole('heading', { name: 'Den andra' }).waitFor();
  const late = desk.waitForResponse((response) => response.url().endsWith(`/walks/${first}`));
  release();
  await late;
  await desk.getByRole('heading', { name: 'Den andra' }).waitFor();
});
