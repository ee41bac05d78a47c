/** The shift lead asks the planner: better plans as they come, what if, what would it take, and what a watcher could tell. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, picture, type Stage, seriousFindings } from './support/browser.ts';
import { FRIDAY_EVENING, layOutNight, type Night, wantDoses } from './support/night.ts';

let stage: Stage;
let night: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 1);
  await wantDoses(night.lead, 3);
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
});
afterAll(() => stage.close());

const card = () => page.locator('.why-card');
const blocks = () => page.locator('.visit-block');
const saved = () => page.waitForResponse((reply) => reply.url().endsWith('/draft'));
const visitsSaved = async () => {
  const { body } = await night.lead.call('getPlanning', { params: { id: night.shiftId } });
  return (body as { plan: { visits: object[] } | null }).plan?.visits.length ?? 0;
};

/** A search takes a second: the button is pressed within the page, as soon as the first plan is on the screen. */
async function searchAndPress(button: string) {
  await page.getByRole('button', { name: 'Föreslå plan' }).waitFor();
  return page.evaluate(
    (name) =>
      new Promise<{ status: string; blocks: number }>((resolve) => {
        const buttons = () => [...document.querySelectorAll<HTMLElement>('.plan-actions button')];
        const named = (text: string) => buttons().find((one) => one.textContent === text);
        const look = (_: unknown, observer: MutationObserver) => {
          const status = document.querySelector('.plan-actions [role=status]')?.textContent ?? '';
          const blocks = document.querySelectorAll('.visit-block').length;
          if (blocks === 0 || !status.startsWith('Bästa')) return;
          observer.disconnect();
          named(name)?.click();
          resolve({ status, blocks });
        };
        const whole = { childList: true, subtree: true, characterData: true };
        new MutationObserver(look).observe(document.body, whole);
        named('Föreslå plan')?.click();
      }),
    button,
  );
}

describe('a search', () => {
  test('shows the best so far as it goes, and given up leaves all as it was', async () => {
    const told = await searchAndPress('Avbryt');
    expect(told.status).toMatch(/Bästa hittills: \d+ besök, \d+ av 18 doser/);
    expect(told.blocks).toBeGreaterThan(8);
    await page.getByRole('button', { name: 'Föreslå plan' }).waitFor();
    expect(await blocks().count()).toBe(0);
    expect(await visitsSaved()).toBe(0);
  });

  test('ended early is kept as the draft with what it had found', async () => {
    const kept = saved();
    await searchAndPress('Ta den nu');
    expect((await kept).status()).toBe(200);
    await page.getByText(/Planen har nu \d+ besök/).waitFor();
    expect(await visitsSaved()).toBe(await blocks().count());
  });
});

describe('what if', () => {
  test('a patrol or an hour more or less: doses and value side by side, the plan untouched', async () => {
    const before = await visitsSaved();
    await page.getByRole('button', { name: 'Vad händer om …' }).click();
    const row = (name: string) => card().getByRole('row', { name });
    await row('En patrull till').filter({ hasText: '18 av 18' }).waitFor();
    await row('Passet 1 h kortare').filter({ hasText: '−' }).waitFor();
    expect(await row('Som passet är').innerText()).not.toContain('18 av 18');
    await picture(page, 'plan-what-if');
    expect(await visitsSaved()).toBe(before);
    await page.keyboard.press('Escape');
    expect(await card().count()).toBe(0);
  });

  test('a demand that is not met: what would be enough was searched for', async () => {
    await page.locator('.not-placed').click();
    await card().getByRole('button', { name: 'Vad skulle krävas?' }).first().click();
    await card()
      .getByText(/En patrull till: räcker$/)
      .waitFor();
    await card()
      .getByText(/Minsta lucka 45 min: räcker/)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

test('what a watcher could tell is said before the plan and with it, with what it costs', async () => {
  await page.locator('.habits-button').click();
  await card().getByRole('row', { name: 'Kvartar då ingen setts 240 av 240' }).waitFor();
  await card().getByLabel('Får kosta högst').selectOption('5');
  await page.reload();
  await page.locator('.habits-button').click();
  expect(await card().getByLabel('Får kosta högst').inputValue()).toBe('5');
  expect(await seriousFindings(page)).toEqual([]);
  expect(stage.complaints).toEqual([]);
});
