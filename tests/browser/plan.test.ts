/** What a shift lead does with a draft by hand: each change is checked, refused with its reason, saved, and can be undone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';
import { FRIDAY_EVENING, layOutNight, type Night, publishPlan, putPlan } from './support/night.ts';

let stage: Stage;
let night: Night;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 2);
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
});
afterAll(() => stage.close());

beforeEach(async () => {
  await putPlan(night, [
    ['R1', 0, '22:00'],
    ['C1', 0, '23:00'],
    ['R2', 1, '22:00'],
  ]);
  await page.goto(`${stage.server.url}/planera`);
  await block('R1').waitFor();
});

const block = (code: string) =>
  page.getByRole('button', { name: new RegExp(`^${code} .*patrull`) });
const said = () => page.locator('.plan-messages [role=status]');
const lane = (callSign: string) => page.getByRole('group', { name: callSign });
const free = (callSign: string) =>
  lane(callSign).getByRole('button', { name: `Lägg till på ${callSign}` });
const savedDraft = () => page.waitForResponse((reply) => reply.url().endsWith('/draft'));
const card = () => page.locator('.why-card');

/** Clicks a patrol's lane at an hour after 21. */
async function clickLane(callSign: string, hours: number): Promise<void> {
  const box = await free(callSign).boundingBox();
  if (!box) throw new Error('no lane');
  await page.mouse.click(box.x + (box.width * hours) / 10, box.y + 4);
  await card().getByRole('heading', { name: 'Lägg till besök' }).waitFor();
}

describe('a planned visit', () => {
  test('dropped on another is refused with the reason, and stays', async () => {
    const [from, onto] = [await block('R1').boundingBox(), await block('C1').boundingBox()];
    if (!from || !onto) throw new Error('no visits to drag');
    await page.mouse.move(from.x + 3, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(onto.x + 3, onto.y + 10, { steps: 6 });
    await page.locator('.refusal').filter({ hasText: 'Krockar' }).waitFor();
    await page.mouse.up();
    await said().filter({ hasText: 'Går inte: Krockar' }).waitFor();
    await page.getByRole('button', { name: /^R1 .* 22:00–22:15/ }).waitFor();
  });

  test('moved by key out of its window is refused with the reason read out', async () => {
    await block('R1').focus();
    for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowLeft');
    await page.locator('[aria-live=assertive]').filter({ hasText: 'Går inte:' }).waitFor();
  });

  test('is stretched by its edge and by key, never into the next', async () => {
    const box = await block('C1').boundingBox();
    if (!box) throw new Error('no visit to stretch');
    const saved = savedDraft();
    await page.mouse.move(box.x + box.width, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 16, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: /^C1 .* 23:00–23:25/ }).waitFor();
    expect((await saved).status()).toBe(200);
    await block('C1').focus();
    await page.keyboard.press('-');
    await page.getByRole('button', { name: /^C1 .* 23:00–23:20/ }).waitFor();
    await block('R1').focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('+');
    await said().filter({ hasText: 'Går inte:' }).waitFor();
  });

  test('moves to the other patrol by key, and the focus with it', async () => {
    await block('R1').focus();
    await page.keyboard.press('ArrowDown');
    await said().filter({ hasText: 'Går inte: Krockar' }).waitFor();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await lane('31-1420')
      .getByRole('button', { name: /^R1 .*31-1420/ })
      .waitFor();
    expect(await page.locator('.visit-block:focus').getAttribute('aria-label')).toMatch(/^R1/);
  });

  test('taken out is missing at once, before anything is saved, and comes back within ten seconds', async () => {
    await page.route('**/draft', () => null);
    expect(await page.locator('.not-placed').innerText()).toMatch(/R2(?! ×)/);
    await block('R2').focus();
    await page.keyboard.press('Delete');
    await page.locator('.not-placed').filter({ hasText: 'R2 ×2' }).waitFor();
    await page.getByRole('button', { name: /R2 Gångtunneln.*2 ej placerade/ }).click();
    await card()
      .getByText(/2 ej placerade: Ryms hos 31-14/)
      .waitFor();
    await said().getByRole('button', { name: 'Ångra' }).click();
    await said().filter({ hasText: 'Ångrat' }).waitFor();
    await block('R2').waitFor();
    await page.unroute('**/draft');
  });

  test('pinned with P survives a new proposal', async () => {
    await block('R1').focus();
    const saved = savedDraft();
    await page.keyboard.press('p');
    expect((await saved).status()).toBe(200);
    const proposed = page.waitForResponse((reply) => reply.url().endsWith('/draft'));
    await page.getByRole('button', { name: 'Föreslå igen' }).click();
    expect((await proposed).status()).toBe(200);
    await said()
      .filter({ hasText: /Planen har nu \d+ besök/ })
      .waitFor();
    await page
      .getByRole('button', { name: /^R1 .*22:00–22:15, patrull 31-1410, fastnålad/ })
      .waitFor();
  });
});

describe('a free place of a lane', () => {
  test('clicked, offers the hot spots that can be visited then, and takes one', async () => {
    await clickLane('31-1420', 4);
    const saved = savedDraft();
    await card()
      .getByRole('button', { name: /C3 Sveaparken 01:00/ })
      .click();
    await said().filter({ hasText: 'Tillagt: C3 Sveaparken 01:00–01:15' }).waitFor();
    expect((await saved).status()).toBe(200);
    await lane('31-1420')
      .getByRole('button', { name: /^C3 .*fastnålad/ })
      .waitFor();
  });

  test('says of those that cannot why not', async () => {
    await clickLane('31-1420', 1.6);
    await picture(page, 'plan-free-place');
    await card()
      .getByText(/^Går inte då/)
      .click();
    await card()
      .getByText(/R1: För tätt på R1/)
      .waitFor();
  });

  test('is reached by key: Enter opens it, Enter takes the first, Escape leads back', async () => {
    await free('31-1410').focus();
    await page.keyboard.press('Enter');
    await card().locator('.choice:focus').waitFor();
    await page.keyboard.press('Escape');
    await card().waitFor({ state: 'detached' });
    expect(await free('31-1410').evaluate((button) => button === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Enter');
    await card().locator('.choice:focus').waitFor();
    const before = await page.locator('.visit-block').count();
    await page.keyboard.press('Enter');
    await said().filter({ hasText: 'Tillagt:' }).waitFor();
    expect(await page.locator('.visit-block').count()).toBe(before + 1);
  });
});

test('each patrol has its own load on its lane', async () => {
  const load = (callSign: string) => lane(callSign).locator('.lane-load').innerText();
  const [two, one] = [await load('31-1410'), await load('31-1420')];
  expect(two).toMatch(/^\d+ av 50\s%/);
  expect(Number.parseInt(two, 10)).toBeGreaterThan(Number.parseInt(one, 10));
});

describe('the plan', () => {
  test.each([
    ['light', undefined],
    ['dark', undefined],
    ['light', PHONE],
  ] as const)('has no serious accessibility fault in %s at %o', async (colorScheme, viewport) => {
    const other = await stage.open('planner', { colorScheme, ...(viewport && { viewport }) });
    await other.clock.setSystemTime(FRIDAY_EVENING);
    await other.goto(`${stage.server.url}/planera`);
    await other.locator('.visit-block').first().waitFor({ state: 'attached' });
    await expectNoSidewaysScroll(other);
    await other.getByRole('button', { name: 'Lägg till på 31-1420' }).first().press('Enter');
    await other.locator('.why-card').waitFor();
    await picture(other, `plan-${colorScheme}-${viewport ? 'phone' : 'desk'}`);
    expect(await seriousFindings(other)).toEqual([]);
    await other.context().close();
  });

  test('is published after one question, and then asks for nothing', async () => {
    const primary = page.locator('.plan-actions .primary');
    expect(await primary.allInnerTexts()).toEqual(['Publicera']);
    await primary.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
    await page.getByText('Planen är publicerad och håller.').waitFor();
    expect(await primary.count()).toBe(0);
    expect(stage.complaints).toEqual([]);
  });

  test('changed after it was published is a draft again, to be published', async () => {
    await publishPlan(night);
    await page.reload();
    await page.getByText('Planen är publicerad och håller.').waitFor();
    await block('R1').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.plan-actions .primary').filter({ hasText: 'Publicera' }).waitFor();
  });
});
