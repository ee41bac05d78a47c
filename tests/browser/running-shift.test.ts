/** The night does not go as planned: a call takes a patrol, the rest is mended, and what was lost is given its reason. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, picture, type Stage } from './support/browser.ts';
import { layOutNight, type Night, nightTime, publishPlan, putPlan } from './support/night.ts';
import { setTimeOf } from './support/time.ts';

interface Planning {
  readonly plan: {
    readonly visits: readonly {
      readonly patrolId: string;
      readonly startsAt: string;
      readonly endsAt: string;
    }[];
  };
}

let stage: Stage;
let night: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 2);
  await putPlan(night, [
    ['R1', 0, '21:30'],
    ['C1', 0, '22:30'],
    ['C3', 0, '23:10'],
    ['R2', 1, '23:30'],
  ]);
  await publishPlan(night);
  page = await stage.open('planner');
  await goTo('21:50');
});
afterAll(() => stage.close());

async function goTo(time: string): Promise<void> {
  await setTimeOf(page, stage.server, nightTime(time));
  await page.goto(`${stage.server.url}/planera`);
  await page.locator('.visit-block').first().waitFor();
}

async function markAway(callSign: string, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Borta … ${callSign}` }).click();
  await page.getByLabel('Borta från').fill(from);
  await page.getByLabel('till', { exact: true }).fill(to);
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.locator('.away-spans').getByText(`Borta ${from}–${to}`).waitFor();
}

const allWell = () => page.getByText('Planen är publicerad och håller.');
const primary = () => page.locator('.plan-actions .primary');

test('while the plan holds, nothing asks to be pressed', async () => {
  await allWell().waitFor();
  expect(await primary().count()).toBe(0);
});

test('a call entered by mistake is taken back with one press', async () => {
  await markAway('31-1410', '22:20', '23:40');
  await page.getByText('2 besök går inte längre: Patrullen är borta 22:20–23:40').waitFor();
  await page.locator('.away-spans').getByRole('button', { name: 'Ta bort' }).click();
  await allWell().waitFor();
});

test('“we are away until …” breaks two visits, and one press mends the rest of the shift round the call', async () => {
  await markAway('31-1410', '22:20', '23:40');
  await picture(page, 'plan-away');
  await primary().filter({ hasText: 'Laga planen' }).click();
  await primary().filter({ hasText: 'Publicera' }).waitFor();
  const told = page.locator('.why-card');
  await told.getByRole('heading', { name: '2 ändringar i planen' }).waitFor();
  await told.getByText(/^C1 22:30 → .*Patrullen är borta 22:20–23:40$/).waitFor();
  await picture(page, 'plan-mended');
  const reply = await night.lead.call('getPlanning', { params: { id: night.shiftId } });
  const { visits } = (reply.body as Planning).plan;
  const own = visits.filter(({ patrolId }) => patrolId === night.patrolIds[0]);
  const inCall = own.filter(
    ({ startsAt, endsAt }) =>
      Date.parse(startsAt) < nightTime('23:40') && Date.parse(endsAt) > nightTime('22:20'),
  );
  expect(inCall).toEqual([]);
  expect(own.filter(({ startsAt }) => Date.parse(startsAt) === nightTime('21:30'))).toHaveLength(1);
  const stayed = visits.filter(({ startsAt }) => Date.parse(startsAt) === nightTime('23:30'));
  expect(stayed.map(({ patrolId }) => patrolId)).toContain(night.patrolIds[1]);
});

test('the mended plan is published and holds', async () => {
  await primary().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
  await allWell().waitFor();
});

test('a visit that did not come about gets a coded reason, which can be taken back', async () => {
  await goTo('22:10');
  const lost = page.getByRole('button', { name: /^R1 .*21:30–21:45/ });
  expect(await lost.getAttribute('aria-label')).toContain('försenad');
  await lost.press('Enter');
  await page.getByLabel('Blev inte av:').selectOption({ label: 'Utryckning' });
  await page.getByRole('button', { name: /^R1 .*21:30–21:45.*utebliven/ }).waitFor();
  await page.reload();
  await lost.press('Enter');
  expect(await page.getByLabel('Blev inte av:').inputValue()).toBe('call-out');
  await page.getByLabel('Blev inte av:').selectOption({ label: '–' });
  await page.getByRole('button', { name: /^R1 .*21:30–21:45.*försenad/ }).waitFor();
  expect(stage.complaints).toEqual([]);
});
