/** The handover at the shift's end: what was made, missed and why, what the next shift takes over, what was seen. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, type Stage } from './support/browser.ts';
import { expectFitForGloves } from './support/glove.ts';
import { layOutNight, type Night, nightTime, publishPlan, putPlan } from './support/night.ts';

const MORNING = nightTime('06:45');

let stage: Stage;
let night: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 2);
  await putPlan(night, [
    ['R1', 0, '22:10'],
    ['C1', 0, '23:00'],
    ['R2', 0, '03:00'],
    ['C3', 1, '22:00'],
  ]);
  await publishPlan(night);
  await logNight();
  page = await stage.open('patrol', { viewport: PHONE, colorScheme: 'dark' });
  await page.clock.setSystemTime(MORNING);
  await page.goto(`${stage.server.url}/mitt-pass`);
  await page.getByRole('button', { name: /31-1410/ }).click();
  await page.getByRole('button', { name: 'Stopp och karta' }).click();
  await page.getByRole('link', { name: 'Överlämning' }).click();
  await page.getByRole('heading', { name: 'Att ta över' }).waitFor();
});
afterAll(() => stage.close());

/** R1 is made with a note, C1 is lost to a call, the others come to nothing. */
async function logNight(): Promise<void> {
  const { shiftId, patrolIds } = night;
  stage.server.setClock(MORNING);
  // The evening's session has run out by the morning.
  const lead = await stage.server.as('planner');
  const { plan } = (await lead.call('getPlanning', { params: { id: shiftId } })).body as {
    plan: { visits: { slotId: string; hotSpotId: string; startsAt: string; endsAt: string }[] };
  };
  const [, made, lost] = plan.visits;
  const outcome = { contacts: 2, actions: 0, observations: 1, interventions: 0 };
  const reply = await lead.call('createVisit', {
    body: {
      id: uuid(),
      hotSpotId: made?.hotSpotId,
      slotId: made?.slotId,
      patrolId: patrolIds[0],
      startedAt: made?.startsAt,
      endedAt: made?.endsAt,
      outcome,
      note: 'Trasig lampa i norra mynningen',
    },
  });
  expect(reply.status, reply.text).toBe(201);
  await lead.call('recordLoss', {
    params: { id: lost?.slotId ?? '' },
    body: { reason: 'call-out' },
  });
}

const part = (title: string) =>
  page.locator('.handover-part').filter({ has: page.getByRole('heading', { name: title }) });

test('tells in one screen what was made, what was missed and why, and what was seen', async () => {
  await page.getByText('1 av 4 planerade besök gjordes').waitFor();
  const missed = await part('Uteblev').getByRole('listitem').allInnerTexts();
  expect(missed).toHaveLength(3);
  expect(missed).toContainEqual(expect.stringMatching(/^C1 23:00 31-1410: Utryckning$/));
  expect(missed).toContainEqual(expect.stringMatching(/^R2 03:00 31-1410: skäl saknas$/));
  const seen = await part('Iakttaget').getByRole('listitem').allInnerTexts();
  expect(seen).toEqual(['R1 22:10 2 kontakter, 1 iakttagelse, Trasig lampa i norra mynningen']);
});

test('counts the doses that each window has not had', async () => {
  const inherited = await part('Att ta över').getByRole('listitem').allInnerTexts();
  expect(inherited).toHaveLength(6);
  expect(inherited).toContainEqual(expect.stringMatching(/^R1 Resecentrum: 1 dos fattas/));
  expect(inherited).toContainEqual(expect.stringMatching(/^C1 Drottninggatan: 2 doser fattas/));
  await expectFitForGloves(page, 'glove-handover', '.actions button');
});

test('prints on one A4, black on white', async () => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes.map(([, ...sides]) => sides.map((side) => Math.round(Number(side))))).toEqual([
    [595, 842],
  ]);
});

test('opens for the shift lead from Planera', async () => {
  const desk = await stage.open('planner');
  await desk.clock.setSystemTime(MORNING);
  await desk.goto(`${stage.server.url}/planera?pass=${night.shiftId}`);
  await desk.getByRole('link', { name: 'Överlämning' }).click();
  await desk.getByText('1 av 4 planerade besök gjordes').waitFor();
});

test('no page complained', () => {
  expect(stage.complaints).toEqual([]);
});
