/** A week as the shift lead meets it: planned as one, told, taken back, published, and each shift a click away. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/server.ts';
import {
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';

/** 10:00 on a Monday in Flen. */
const MONDAY = Date.parse('2026-11-30T09:00:00Z');
const HOUR = 3_600_000;
/** Days after the Monday, hours after 10:00, and patrols: three evenings, the Friday with a second shift. */
const SHIFTS = [
  [1, 5, 1],
  [3, 5, 1],
  [4, 5, 1],
  [4, 11, 2],
] as const;

let stage: Stage;
let lead: Client;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.server.setClock(MONDAY);
  lead = await stage.server.as('planner');
  for (const [day, hour, patrols] of SHIFTS) await makeShift(day, hour, patrols);
  page = await stage.open('planner');
  await page.clock.setSystemTime(MONDAY);
  await openWeek(page);
});
afterAll(() => stage.close());

async function makeShift(day: number, hour: number, patrols: number): Promise<void> {
  const { base }: { base: object } = (await lead.call('getSettings')).body;
  const startsAt = MONDAY + (24 * day + hour) * HOUR;
  const span = {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 8 * HOUR).toISOString(),
  };
  const body = {
    id: uuid(),
    municipality: '0482',
    ...span,
    patrols: Array.from({ length: patrols }, (_, index) => ({
      id: uuid(),
      callSign: `31-14${index + 1}0`,
      officers: 2,
      base,
      ...span,
    })),
  };
  const reply = await lead.call('createShift', { body });
  expect(reply.status, reply.text).toBe(201);
}

async function openWeek(on: Page): Promise<void> {
  await on.goto(`${stage.server.url}/planera/vecka?fran=2026-11-30`);
  await on.locator('.week-table').waitFor();
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const told = (text: RegExp) => page.locator('.week-toast').filter({ hasText: text }).waitFor();
const dots = (kind: string) => page.locator(`.week-table i.${kind}`).count();
const shiftHeads = () => page.locator('.shift-head').allInnerTexts();

describe('a week that has no plans', () => {
  test('is reached from Planera, and leads back there', async () => {
    await page.goto(`${stage.server.url}/planera`);
    await page.getByRole('link', { name: 'Vecka', exact: true }).click();
    await page.getByRole('heading', { name: 'v. 49 30 nov – 6 dec' }).waitFor();
    expect(await page.getByRole('link', { name: 'Planera' }).getAttribute('aria-current')).toBe(
      'true',
    );
    await page.getByRole('link', { name: 'Pass', exact: true }).click();
    await page.locator('.shift-panel').waitFor();
    await openWeek(page);
  });

  test('says what waits for a plan, and on which days nobody is on duty', async () => {
    const heads = await shiftHeads();
    expect(heads).toHaveLength(SHIFTS.length);
    expect(heads.filter((text) => text.includes('ingen plan'))).toHaveLength(SHIFTS.length);
    const unmet = page.locator('.week-unmet');
    await unmet.getByText('Passen i fönstren är inte planerade').waitFor();
    await unmet.getByText('Inget pass är i tjänst i fönstret').first().waitFor();
    expect(await page.locator('.no-shift').count()).toBe(4);
  });

  test('stays as it is when planning it is given up', async () => {
    await press('Planera veckan');
    await press('Avbryt');
    await told(/Avbrutet\. Inget har ändrats\./);
    expect((await shiftHeads()).every((text) => text.includes('ingen plan'))).toBe(true);
  });
});

describe('planned as one', () => {
  test('every shift has a draft, and every dose is planned or told why it is not', async () => {
    await press('Planera veckan');
    await told(/besök planerade i 4 pass, sparade som utkast/);
    expect((await shiftHeads()).every((text) => text.includes('utkast'))).toBe(true);
    const [, planned, wanted] =
      /(\d+) av (\d+) doser/.exec(await page.locator('.week-summary').innerText()) ?? [];
    expect(await dots('planned')).toBe(Number(planned));
    expect(await dots('wanted')).toBe(Number(wanted) - Number(planned));
    await page.getByText(`${Number(wanted) - Number(planned)} doser saknas`).waitFor();
    await picture(page, 'week-planned');
  });

  test('the arrows lead through the days, one stop of the tab key in the table', async () => {
    const cells = page.locator('.day-cell a');
    expect(await page.locator('.day-cell a[tabindex="0"]').count()).toBe(1);
    await cells.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.day-cell a:focus').count()).toBe(1);
    expect(await cells.first().evaluate((cell) => cell === document.activeElement)).toBe(false);
    expect(await page.locator('.day-cell a[tabindex="0"]:focus').count()).toBe(1);
  });

  test('a cell opens its shift in Planera with the hot spot pointed out', async () => {
    const cell = page.locator('.day-cell a:has(.starts)').first();
    const code = await cell.locator('xpath=ancestor::tr').locator('th b').innerText();
    await cell.click();
    await page.locator('.why-card').getByRole('heading', { name: code }).waitFor();
    await page.locator('.need.selected').filter({ hasText: code }).waitFor();
    expect(await page.locator('.visit-block').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.locator('.week-table').waitFor();
  });

  test('planned again, tells what has changed, and takes it back', async () => {
    const before = await page.locator('.week-table tbody').innerText();
    await press('Planera om');
    await told(/besök ändrades i \d pass|Inget besök ändrades/);
    await page.locator('.week-actions .primary:focus').waitFor();
    await page.locator('.week-toast').getByRole('button', { name: 'Ångra' }).click();
    await told(/de förra utkasten ligger kvar/);
    expect(await page.locator('.week-table tbody').innerText()).toBe(before);
  });

  test('changed by somebody else meanwhile, names the shift and saves nothing', async () => {
    const { shifts } = (await lead.call('getWeek', { params: { date: '2026-11-30' } })).body as {
      shifts: { shiftId: string; revision: number }[];
    };
    const [first] = shifts;
    await page.route('**/drafts', async (route) => {
      await lead.call('saveDraft', {
        params: { id: first?.shiftId ?? '' },
        body: { planId: uuid(), visits: [], breaks: [] },
        ifMatch: first?.revision ?? 0,
      });
      await route.continue();
    });
    await press('Planera om');
    await page
      .getByRole('alert')
      .filter({ hasText: 'Någon annan har ändrat passet tis' })
      .waitFor();
    await page.unroute('**/drafts');
    await press('Planera om');
    await told(/besök ändrades|besök planerade/);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('the page', () => {
  test.each([
    ['light', undefined],
    ['dark', undefined],
    ['dark', PHONE],
  ] as const)('has no serious accessibility fault in %s at %o', async (colorScheme, viewport) => {
    const other = await stage.open('planner', { colorScheme, ...(viewport && { viewport }) });
    await other.clock.setSystemTime(MONDAY);
    await openWeek(other);
    await expectNoSidewaysScroll(other);
    await picture(other, `week-${colorScheme}-${viewport ? 'phone' : 'desk'}`);
    expect(await seriousFindings(other)).toEqual([]);
    await other.context().close();
  });

  test('of a week without shifts says what to do', async () => {
    await page.getByRole('link', { name: 'Nästa vecka: v. 50' }).click();
    await page.getByRole('heading', { name: 'Inga pass den här veckan' }).waitFor();
    await page.getByRole('link', { name: 'Föregående vecka: v. 49' }).click();
    await page.locator('.week-table').waitFor();
  });

  test('is not for the chief', async () => {
    const chief = await stage.open('chief');
    await chief.goto(`${stage.server.url}/planera/vecka`);
    await chief.getByRole('heading', { name: 'Ingen tillgång' }).waitFor();
    await chief.context().close();
  });
});

test('all drafts are published after one question', async () => {
  await press('Publicera alla utkast');
  const ask = page.getByRole('alertdialog');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await ask.waitFor({ state: 'detached' });
  await press('Publicera alla utkast');
  await ask.getByRole('button', { name: 'Publicera 4 pass' }).click();
  await told(/4 planer är publicerade/);
  expect((await shiftHeads()).every((text) => text.includes('publicerad'))).toBe(true);
  await page.getByText('Alla pass är publicerade.').waitFor();
  expect(await page.locator('.week-actions .primary').count()).toBe(0);
  expect(stage.complaints).toEqual([]);
});
