/** "Vi är borta till …": a patrol plans the rest of its shift on its phone without network, and the shift lead sees it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, type Stage } from './support/browser.ts';
import { expectFitForGloves } from './support/glove.ts';
import { layOutNight, type Night, nightTime, publishPlan, putPlan } from './support/night.ts';
import { setTimeOf } from './support/time.ts';

const NOW = nightTime('22:05');

let stage: Stage;
let night: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 2);
  await putPlan(night, [
    ['R1', 0, '22:40'],
    ['C1', 0, '02:00'],
    ['C3', 1, '22:30'],
    ['R2', 1, '03:00'],
  ]);
  await publishPlan(night);
  page = await stage.open('patrol', { viewport: PHONE, colorScheme: 'dark' });
  await setTime(NOW);
  await page.goto(`${stage.server.url}/mitt-pass`);
  const planned = page.waitForResponse(/my\/planning/);
  await press(/31-1410/);
  await page.getByRole('button', { name: 'Stopp och karta' }).waitFor();
  await page.reload();
  await planned;
});
afterAll(() => stage.close());

async function setTime(at: number): Promise<void> {
  await setTimeOf(page, stage.server, at);
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();

interface Planning {
  readonly plan: {
    readonly number: number;
    readonly replannedBy: string | null;
    readonly visits: readonly { readonly patrolId: string; readonly startsAt: string }[];
  };
}

async function planOfLead(): Promise<Planning['plan']> {
  const { body } = await night.lead.call('getPlanning', { params: { id: night.shiftId } });
  return (body as Planning).plan;
}

const startsOf = ({ visits }: Planning['plan'], patrol: number): number[] =>
  visits
    .filter(({ patrolId }) => patrolId === night.patrolIds[patrol])
    .map(({ startsAt }) => Date.parse(startsAt));

async function openAway(until: string): Promise<void> {
  await press('Stopp och karta');
  await press('Vi är borta till …');
  await page.getByText('Till när är ni borta?').waitFor();
  await expectFitForGloves(page, 'glove-away-until', '.actions button');
  await press(until);
  await page.getByRole('button', { name: 'Ta den nya planen' }).waitFor();
}

test('says in two taps what a call does to the plan, and nothing happens if they think better of it', async () => {
  await openAway('00:30');
  const lines = await page.locator('.plan-changes li').allInnerTexts();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^R1 22:40 → 0\d:\d\d$/);
  await expectFitForGloves(page, 'glove-away-changes', '.big-button.accent');
  await press('Ångra, behåll planen');
  await page.getByText('22:40').first().waitFor();
  expect((await planOfLead()).number).toBe(1);
});

test('plans without network, and shows the new plan at once', async () => {
  await page.context().setOffline(true);
  await press('Stopp och karta');
  await press('Vi är borta till …');
  await press('00:30');
  await press('Ta den nya planen');
  await page.getByText('Den nya planen gäller.').waitFor();
  await page.getByText('Ni är borta till ca 00:30').waitFor();
  await expectFitForGloves(page, 'glove-away-taken', '.start-button');
  await press('Stopp och karta');
  expect(await page.getByText('22:40').count()).toBe(0);
  await press('Tillbaka');
});

test('reaches the shift lead when there is network: the call, the plan, and that the patrol made it', async () => {
  const before = startsOf(await planOfLead(), 1);
  await page.context().setOffline(false);
  await expect.poll(async () => (await planOfLead()).number, { timeout: 20_000 }).toBe(2);
  const plan = await planOfLead();
  expect(plan.replannedBy).toBe(night.patrolIds[0]);
  expect(startsOf(plan, 1)).toEqual(before);
  const [back, other] = startsOf(plan, 0).sort((a, b) => a - b);
  expect(back).toBeGreaterThanOrEqual(nightTime('00:30'));
  expect(other).toBeGreaterThanOrEqual(nightTime('00:30'));
  const { body } = await night.lead.call('getShift', { params: { id: night.shiftId } });
  const { patrols } = body as { patrols: { id: string; unavailable: { to: string }[] }[] };
  const own = patrols.find(({ id }) => id === night.patrolIds[0]);
  expect(own?.unavailable.map(({ to }) => Date.parse(to))).toEqual([nightTime('00:30')]);
});

test('is seen in Planera: the lane is away, and the plan says who made it and when', async () => {
  const desk = await stage.open('planner');
  await desk.clock.setSystemTime(NOW);
  await desk.goto(`${stage.server.url}/planera`);
  await desk.getByText('31-1410 planerade om 22:05').waitFor();
  await desk.locator(`[data-patrol="${night.patrolIds[0]}"] .lane-away`).waitFor();
  await desk.close();
});

test('is planned anew by itself where the shift lead has published meanwhile', async () => {
  await setTime(nightTime('00:40') + 30_000);
  await page.reload();
  await page.getByRole('button', { name: 'Stopp och karta' }).waitFor();
  await page.waitForResponse(/my\/planning/);
  await openAway('01:45');
  await page.context().setOffline(true);
  await press('Ta den nya planen');
  await putPlan(night, [['C1', 0, '02:00']]);
  await publishPlan(night);
  await page.context().setOffline(false);
  await page.getByText('Planen hade ändrats: er är omräknad från den nya.').waitFor();
  await expect.poll(async () => (await planOfLead()).number, { timeout: 20_000 }).toBe(4);
});

test('no page complained', () => {
  expect(stage.complaints).toEqual([]);
});
