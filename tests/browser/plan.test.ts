/** The shift lead's Friday on Planera: from no shift to a published plan, changed by hand and mended on the way. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';

const FRIDAY_EVENING = Date.parse('2026-11-27T18:00:00Z');
const HALF_PAST_TEN = Date.parse('2026-11-27T21:30:00Z');

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(FRIDAY_EVENING);
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
  await page.getByRole('button', { name: 'Nytt pass' }).click();
  await page.getByRole('button', { name: 'Spara passet' }).click();
  await propose('Föreslå plan');
});
afterAll(() => stage.close());

async function propose(name: 'Föreslå plan' | 'Föreslå igen'): Promise<void> {
  const proposed = page.waitForResponse((reply) => reply.url().endsWith('/proposal'));
  await page.getByRole('button', { name }).click();
  expect((await proposed).status()).toBe(200);
  await page.getByRole('button', { name: 'Publicera' }).waitFor();
}

const saved = () => page.waitForResponse((reply) => reply.url().endsWith('/draft'));
const labelOf = async (index: number) =>
  (await page.locator('.visit-block').nth(index).getAttribute('aria-label')) ?? '';
const minutesOf = (label: string): number => {
  const [from = 0, to = 0] = [...label.matchAll(/(\d\d):(\d\d)/g)].map(
    ([, hour, minute]) => Number(hour) * 60 + Number(minute),
  );
  return (to - from + 1440) % 1440;
};
const said = () => page.locator('.plan-messages [role=status]');

describe('a change by hand', () => {
  test('is refused with the reason, and changes nothing, when dropped on another visit', async () => {
    const before = await labelOf(0);
    const from = await page.locator('.visit-block').nth(0).boundingBox();
    const onto = await page.locator('.visit-block').nth(1).boundingBox();
    if (!from || !onto) throw new Error('no visits to drag');
    await page.mouse.move(from.x + 3, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(onto.x + 3, onto.y + 10, { steps: 6 });
    await page.locator('.refusal').waitFor();
    await page.mouse.up();
    await said().filter({ hasText: 'Går inte:' }).waitFor();
    expect(await labelOf(0)).toBe(before);
  });

  test('pins with P and survives a new proposal', async () => {
    const before = await labelOf(0);
    await page.locator('.visit-block').nth(0).focus();
    const saved = page.waitForResponse((reply) => reply.url().endsWith('/draft'));
    await page.keyboard.press('p');
    expect((await saved).status()).toBe(200);
    const pinned = before.replace(', planerad', ', fastnålad, planerad');
    await propose('Föreslå igen');
    await page.getByRole('button', { name: pinned }).waitFor();
  });

  test('by key is refused too, the reason read out', async () => {
    await page.locator('.visit-block').nth(0).focus();
    for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowLeft');
    await page.locator('[aria-live=assertive]').filter({ hasText: 'Går inte:' }).waitFor();
  });

  test('stretches a visit, and takes it back', async () => {
    const before = minutesOf(await labelOf(0));
    await page.locator('.visit-block').nth(0).focus();
    await page.keyboard.press('-');
    await expect.poll(async () => minutesOf(await labelOf(0))).toBe(before - 5);
    await said().getByRole('button', { name: 'Ångra' }).click();
    await expect.poll(async () => minutesOf(await labelOf(0))).toBe(before);
  });

  test('puts a hot spot where a free time is pointed at, and says why others cannot be there', async () => {
    const block = page.locator('.visit-block').last();
    const gone = await block.boundingBox();
    const label = (await block.getAttribute('aria-label')) ?? '';
    const count = await page.locator('.visit-block').count();
    if (!gone) throw new Error('no visit');
    await block.focus();
    await page.keyboard.press('Delete');
    await page.mouse.click(gone.x + 1, gone.y + 2);
    const card = page.getByRole('region', { name: 'Lägg till besök' });
    await card.locator('.reason').first().waitFor();
    await picture(page, 'plan-add');
    const kept = saved();
    await card.getByRole('button', { name: label.slice(0, 2) }).click();
    expect((await kept).status()).toBe(200);
    expect(await page.locator('.visit-block').count()).toBe(count);
  });

  test('that leaves a dose out is told at once in what is not placed', async () => {
    const before = await page.locator('.not-placed').allTextContents();
    const blocks = page.getByRole('button', { name: /^R1 .*patrull/ });
    while ((await blocks.count()) > 0) {
      const block = blocks.first();
      await block.focus();
      await page.keyboard.press('Delete');
    }
    await expect.poll(() => page.locator('.not-placed').allTextContents()).not.toEqual(before);
    await propose('Föreslå igen');
    await expect.poll(() => page.locator('.not-placed').allTextContents()).toEqual(before);
  });

  test('is undone within ten seconds', async () => {
    const count = await page.locator('.visit-block').count();
    await page.locator('.visit-block').last().focus();
    await page.keyboard.press('Delete');
    await said().filter({ hasText: 'Ta bort' }).waitFor();
    expect(await page.locator('.visit-block').count()).toBe(count - 1);
    await said().getByRole('button', { name: 'Ångra' }).click();
    await said().filter({ hasText: 'Ångrat' }).waitFor();
    expect(await page.locator('.visit-block').count()).toBe(count);
  });
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
    await picture(other, `plan-${colorScheme}-${viewport ? 'phone' : 'desk'}`);
    expect(await seriousFindings(other)).toEqual([]);
    await other.context().close();
  });

  test('is published after one question', async () => {
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
    await page.getByRole('button', { name: 'Laga planen' }).waitFor();
  });

  test('is printed as one A5 with each patrol’s times, codes and break', async () => {
    await page.emulateMedia({ media: 'print' });
    const brief = page.locator('.brief');
    await brief.waitFor();
    expect(await brief.innerText()).toMatch(/31-1410\s+(\d\d:\d\d ([A-Z]\d [^\n]+|rast)\s+)+/);
    expect(await brief.innerText()).toMatch(/\d\d:\d\d rast/);
    expect(await brief.innerText()).toMatch(/R1\s+Otryggt/);
    expect(await page.locator('.plan-side').isVisible()).toBe(false);
    const pages = (await page.pdf({ preferCSSPageSize: true }))
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
  });

  test('is mended when a patrol is called away, the rest of its night planned anew', async () => {
    stage.server.setClock(HALF_PAST_TEN);
    await page.clock.setSystemTime(HALF_PAST_TEN);
    await page.reload();
    await page.getByRole('button', { name: 'Borta …' }).first().click();
    await page.getByLabel('Borta från').fill('22:30');
    await page.getByLabel('till', { exact: true }).fill('01:00');
    const kept = page.waitForResponse((reply) => reply.request().method() === 'PUT');
    await page.getByRole('button', { name: 'Spara' }).click();
    expect((await kept).status()).toBe(200);
    await page.locator('.lane-away').waitFor();
    const mended = page.waitForResponse((reply) => reply.url().endsWith('/proposal'));
    await page.getByRole('button', { name: 'Laga planen' }).click();
    expect((await mended).status()).toBe(200);
    await page.getByRole('button', { name: 'Publicera' }).waitFor();
    const called = (await page.locator('.lane').first().locator('.visit-block').all()).map((one) =>
      one.getAttribute('aria-label'),
    );
    const starts = (await Promise.all(called)).map((label) => /\d\d:\d\d/.exec(label ?? '')?.[0]);
    expect(starts.filter((at) => at !== undefined && at >= '22:30')).toEqual([]);
    await picture(page, 'plan-mended');
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
    await page.getByText('version 2, publicerad', { exact: true }).waitFor();
  });

  test('tells why a visit was lost, with its code', async () => {
    await page.locator('.visit-block').last().click();
    const lost = page.waitForResponse((reply) => reply.url().endsWith('/loss'));
    await page.getByLabel('Blev inte av:').selectOption('Utryckning');
    expect((await lost).status()).toBeLessThan(300);
    await page.locator('.visit-block.missed').waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
