/** "C2 klar 14 min": the shift lead logs for a patrol what it says on the radio. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, picture, type Stage } from './support/browser.ts';
import { layOutNight, type Night, nightTime, publishPlan, putPlan } from './support/night.ts';
import { setTimeOf } from './support/time.ts';

let stage: Stage;
let night: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 2);
  await putPlan(night, [
    ['R1', 0, '21:30'],
    ['C1', 1, '22:00'],
  ]);
  await publishPlan(night);
  stage.server.setClock(nightTime('22:16'));
  page = await stage.open('planner');
  await page.clock.setSystemTime(nightTime('22:16'));
  await page.goto(`${stage.server.url}/planera`);
  await page.locator('.visit-block').first().waitFor();
});
afterAll(() => stage.close());

const line = () => page.getByRole('textbox', { name: 'På radion' });
const log = () => page.getByRole('button', { name: 'Logga', exact: true }).click();

interface LoggedVisit {
  readonly patrolId: string | null;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly late: boolean;
  readonly slotId: string | null;
  readonly voided: boolean;
}

async function logged(): Promise<LoggedVisit[]> {
  const query = { from: '2026-11-27', to: '2026-11-27' };
  const { body } = await night.lead.call('listVisits', { query });
  return (body as { visits: LoggedVisit[] }).visits;
}

test('what is not understood is said, and logs nothing', async () => {
  await line().fill('C1 klar');
  await log();
  await page.getByText('Skriv platsens kod och antal minuter').waitFor();
  await line().fill('X9 klar 14 min');
  await log();
  await page.getByText('Det finns ingen plats med koden X9.').waitFor();
  expect(await logged()).toEqual([]);
});

test('a call is logged for the patrol that is meant to be there, as ending now', async () => {
  await line().fill('c1 klar 14 min');
  await page.getByText(/^C1 .+ 22:02–22:16$/).waitFor();
  await picture(page, 'radio-heard');
  await log();
  await page.getByText('C1 14 min loggat för 31-1420.').waitFor();
  const [visit, ...others] = await logged();
  expect(others).toEqual([]);
  expect(visit).toMatchObject({ patrolId: night.patrolIds[1], late: true, voided: false });
  expect(visit?.slotId).not.toBeNull();
  expect(Date.parse(visit?.endedAt ?? '') - Date.parse(visit?.startedAt ?? '')).toBe(14 * 60_000);
  await page.locator('.visit-block.done').first().waitFor();
});

test('two presses in a hurry log once, and are not told off', async () => {
  await line().fill('C1 klar 3 min');
  await setTimeOf(page, stage.server, nightTime('22:40'));
  await page.getByRole('button', { name: 'Logga', exact: true }).dblclick();
  await page.getByText('C1 3 min loggat för 31-1420.').waitFor();
  expect(await page.getByText('Patrullen har redan loggat det besöket.').count()).toBe(0);
  expect(await logged()).toHaveLength(2);
  await page.locator('.radio-log').getByRole('button', { name: 'Ångra' }).click();
  await page.getByText('Ångrat').waitFor();
  await setTimeOf(page, stage.server, nightTime('22:16'));
});

test('the same call once more is told as logged already', async () => {
  await line().fill('C1 14');
  await log();
  await page.getByText('Patrullen har redan loggat det besöket.').waitFor();
  expect((await logged()).filter(({ voided }) => !voided)).toHaveLength(1);
});

test('a call that was wrong is undone, and stays in the log as struck', async () => {
  await line().fill('R1 klar 10');
  await log();
  await page.getByText('R1 10 min loggat för 31-1410.').waitFor();
  await page.locator('.radio-log').getByRole('button', { name: 'Ångra' }).click();
  await page.getByText('Ångrat').waitFor();
  expect((await logged()).filter(({ voided }) => !voided)).toHaveLength(1);
});
