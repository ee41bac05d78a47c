/** Löften in Chromium: the chief at the desk, the municipality's coordinator on a phone, the shift lead's weekly focus. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { Role } from '#core/model.ts';
import { findChromium } from '../../scripts/browser-binary.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { activityBody, promiseBody, surveyBody } from '../support/valid-promise-calls.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

let server: TestServer;
let browser: Browser;
let year = '';
beforeAll(async () => {
  server = await startTestServer();
  year = operationalDateOf(server.services.calendar, server.clock()).slice(0, 4);
  const chief = await server.as('chief');
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const promises = [
    { number: 2, source: 'hand', measure: 'insatser', sentence: 'Nätverken störs.', target: 8 },
    { number: 5, source: 'activities', measure: 'Trygg vuxen-kvällar', owner: 'municipality' },
    { number: 7, source: 'walks', measure: 'trygghetsvandringar', target: 2, eveningTarget: 1 },
  ];
  for (const more of promises)
    await chief.call('createPromise', { body: promiseBody({ ...period, ...more }) });
  for (const [index, percent] of [35, 32].entries())
    await chief.call('addSurveyFigure', {
      body: surveyBody({ year: Number(year) - 2 + index, percent, low: 28, high: 38 }),
    });
  await chief.call('createActivity', { body: activityBody({ date: `${year}-01-01` }) });
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(role: Role, path: string, look: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...look });
  const { cookie } = await server.as(role);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}${path}`);
  await page.locator('h1').waitFor();
  return page;
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** As somebody else does it meanwhile. */
async function changeTarget(measure: string, target: number): Promise<void> {
  const police = await server.as('municipal-police');
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const { lines } = (await police.call('getLedger', { query: period }))
    .body as WireReply<'getLedger'>;
  const line = lines.find((one) => one.measure === measure);
  const { id: _id, ...terms } = promiseBody({
    ...period,
    number: line?.number,
    source: line?.source,
    owner: line?.owner,
    measure,
    target,
  });
  const change = { id: uuid(), basedOn: 1, change: 'edit', reason: 'Budget', ...terms };
  const reply = await police.call('changePromise', {
    params: { id: line?.id ?? '' },
    body: change,
  });
  expect(reply.status, reply.text).toBe(201);
}

const isAsWideAsThePhone = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.querySelector('.ledger') ?? document.body;
    return scrollWidth <= clientWidth && document.body.scrollWidth <= innerWidth;
  });

const isFocused = (element: Element) => element === document.activeElement;

const lineOf = (page: Page, sentence: string) =>
  page.locator('.promise').filter({ hasText: sentence });

describe('the chief', () => {
  it('reads walks 0 of 2, in the evening 0 of 1, and by when', async () => {
    const page = await open('chief', '/loften');
    const walks = lineOf(page, 'trygghetsvandringar');
    await walks.waitFor();
    const text = (await walks.textContent()) ?? '';
    expect(text).toContain('0 av 2 trygghetsvandringar');
    expect(text).toContain('varav kväll 0 av 1');
    expect(text).toMatch(/senast 31\sdec/);
    await page.context().close();
  });

  it('enters a promise, and changes its target: the line follows, the history keeps both', async () => {
    const page = await open('chief', '/loften');
    await page.getByRole('button', { name: 'Nytt löfte' }).click();
    await page.getByLabel('Löftet, som det är undertecknat').fill('Stöd till den som vill ut.');
    await page.getByLabel(/^Vad räknas/).fill('erbjudna stöd');
    await page.getByLabel(/^Mål/).fill('12');
    await page.getByRole('button', { name: 'Spara löftet' }).click();
    const line = lineOf(page, 'Stöd till den som vill ut.');
    await line.waitFor();
    expect(await line.textContent()).toContain('0 av 12 erbjudna stöd');
    await line.locator('.promise-toggle').click();
    await line.getByRole('button', { name: 'Ändra löftet' }).click();
    await line.getByLabel(/^Mål/).fill('8');
    await line.getByLabel('Varför ändras det?').fill('Nytt beslut i november');
    await line.getByRole('button', { name: 'Spara löftet' }).click();
    await line.getByText('mål 12 → 8').waitFor();
    expect(await line.textContent()).toContain('Nytt beslut i november');
    expect(await line.textContent()).toContain('0 av 8 erbjudna stöd');
    await page.context().close();
  });

  it('enters a figure by hand, and strikes it with a reason', async () => {
    const page = await open('municipal-police', '/loften');
    const line = lineOf(page, 'Nätverken störs.');
    await line.locator('.promise-toggle').click();
    await line.getByLabel('Antal').fill('3');
    await line.getByLabel(/^Källa/).fill('Socialtjänstens rapport');
    await line.getByRole('button', { name: 'Lägg till' }).click();
    await line.getByText('3 av 8 insatser').waitFor();
    await line.getByRole('button', { name: /^Stryk/ }).click();
    await expect.poll(() => line.getByLabel('Skäl').evaluate(isFocused)).toBe(true);
    await line.getByLabel('Skäl').fill('Räknad två gånger');
    await line.getByRole('button', { name: 'Stryk', exact: true }).click();
    await line.getByText('struken: Räknad två gånger').waitFor();
    await line.getByText('0 av 8 insatser').waitFor();
    await page.context().close();
  });

  it('enters a figure once, though the first answer never came and the button is pressed again', async () => {
    const page = await open('chief', '/loften');
    const line = lineOf(page, 'Nätverken störs.');
    await line.locator('.promise-toggle').click();
    await line.getByLabel('Antal').fill('2');
    await line.getByLabel(/^Källa/).fill('Veckorapport');
    await page.route(
      '**/figures',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    const add = line.getByRole('button', { name: 'Lägg till' });
    await add.click();
    await line.getByText('Ingen kontakt med servern').waitFor();
    expect(await line.getByLabel(/^Källa/).inputValue()).toBe('Veckorapport');
    await add.dblclick();
    await line.getByText('2 av 8 insatser').waitFor();
    const entered = line.locator('.counted').getByText('Veckorapport');
    await entered.first().waitFor();
    expect(await entered.count()).toBe(1);
    await page.context().close();
  });

  it('keeps what is typed when the page is looked at again without network', async () => {
    const page = await open('chief', '/loften');
    const line = lineOf(page, 'trygghetsvandringar');
    await line.locator('.promise-toggle').click();
    await line.getByRole('button', { name: 'Ändra löftet' }).click();
    await line.getByLabel('Varför ändras det?').fill('Fullmäktige i dag');
    await page.route('**/api/v1/promises**', (route) => route.abort());
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Ingen kontakt med servern').first().waitFor();
    expect(await line.getByLabel('Varför ändras det?').inputValue()).toBe('Fullmäktige i dag');
    await page.context().close();
  });

  it('is told before a change that somebody else has made is written over', async () => {
    const page = await open('chief', '/loften');
    const line = lineOf(page, 'Trygg vuxen-kvällar');
    await line.locator('.promise-toggle').click();
    await line.getByRole('button', { name: 'Ändra löftet' }).click();
    await line.getByLabel(/^Mål/).fill('40');
    await line.getByLabel('Varför ändras det?').fill('Min ändring');
    await changeTarget('Trygg vuxen-kvällar', 50);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await line.getByText('mål 240 → 50').waitFor();
    await line.getByRole('button', { name: 'Spara löftet' }).click();
    await line.getByText('Någon annan har ändrat löftet under tiden').waitFor();
    await line.getByRole('button', { name: 'Spara det jag har skrivit ändå' }).click();
    await line.getByText('mål 50 → 40').waitFor();
    await page.context().close();
  });

  it('goes from a line to what it is counted from, and takes the ledger away as a table', async () => {
    const page = await open('chief', '/loften');
    const source = (sentence: string) => lineOf(page, sentence).locator('.promise-text a').first();
    expect(await source('Trygg vuxen-kvällar').getAttribute('href')).toBe(
      `/loften/aktiviteter?ar=${year}&kommun=0482`,
    );
    const csv = page.getByRole('link', { name: 'Hämta som CSV' });
    const [file] = await Promise.all([page.waitForEvent('download'), csv.click()]);
    expect(file.suggestedFilename()).toBe(`loften-${year}-01-01--${year}-12-31.csv`);
    await source('trygghetsvandringar').click();
    await page.waitForURL('**/loften/vandringar');
    await page.context().close();
  });

  it('is warned of a text that looks like a person before it is sent', async () => {
    const page = await open('chief', '/loften');
    await page.getByRole('button', { name: 'Nytt löfte' }).click();
    await page.getByLabel('Löftet, som det är undertecknat').fill('Ring 070-123 45 67');
    await page.getByText('ser ut som uppgifter om en person').waitFor();
    await page.context().close();
  });

  it('sees surveys as points with intervals, and that nothing can be told from two that overlap', async () => {
    const page = await open('chief', '/loften/undersokningar');
    await page.locator('.survey-plot svg').waitFor();
    expect(await page.locator('.survey-plot circle').count()).toBe(2);
    expect(await page.textContent('.survey-question')).toContain('vi kan inte veta');
    expect(await page.textContent('.survey-table')).toContain('28,0–38,0\u00a0%');
    expect(await page.textContent('.ledger')).toContain('Aldrig ett löpande mått');
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('sees an interval that the page has worked out told from one that was given', async () => {
    const page = await open('chief', '/loften/undersokningar');
    await page.getByLabel('Frågan, som den ställdes').fill('Trygg hemma?');
    await page.getByLabel('Andel av svaren, %').fill('90');
    await page.getByLabel('Svar', { exact: true }).fill('400');
    await page.getByLabel('Källa').fill('Egen enkät');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    const question = page.locator('.survey-question').filter({ hasText: 'Trygg hemma?' });
    await question.getByText('beräknat', { exact: true }).waitFor();
    expect(await question.textContent()).toContain('86,6–92,8\u00a0%');
    expect(await question.textContent()).toContain('enkelt slumpmässigt urval');
    await page.getByRole('button', { name: 'Ångra' }).click();
    await question.getByText('struken: Ångrad direkt').waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('meets no barrier (%s)', async (colorScheme) => {
    const page = await open('chief', '/loften', { colorScheme });
    await page.locator('.promise-toggle').first().click();
    await page.locator('.promise-history').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the municipality’s coordinator, on a phone', () => {
  it('enters an activity like the last one by its number of adults and one press', async () => {
    const page = await open('municipality', '/loften/aktiviteter', PHONE);
    await page.getByRole('button', { name: 'En till' }).tap();
    await page.getByRole('button', { name: 'Spara aktiviteten' }).tap();
    await page.getByText(/^Sparat: Trygg vuxen, .* 5 vuxna\.$/).waitFor();
    await page.getByText('2 aktiviteter · 7 timmar · 31,5 vuxentimmar').waitFor();
    await page.getByRole('button', { name: 'Ångra' }).tap();
    await page.getByText('1 aktivitet · 3,5 timmar').waitFor();
    expect(await page.textContent('tr.struck')).toContain('Ångrad direkt');
    await page.context().close();
  });

  it('sees the promises, changes none, and has all of it within the screen', async () => {
    const page = await open('municipality', '/loften', PHONE);
    await page.locator('.promise').first().waitFor();
    expect(await page.getByRole('button', { name: 'Nytt löfte' }).count()).toBe(0);
    await page.locator('.promise-toggle').first().tap();
    await page.locator('.promise-history').waitFor();
    expect(await page.getByRole('button', { name: 'Ändra löftet' }).count()).toBe(0);
    expect(await isAsWideAsThePhone(page)).toBe(true);
    await page.context().close();
  });

  it.each(['/loften', '/loften/aktiviteter', '/loften/undersokningar'])(
    'meets no barrier on %s',
    async (path) => {
      const page = await open('municipality', path, { ...PHONE, colorScheme: 'dark' });
      await page.locator('.promise, .activity-table, .survey-table').first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await isAsWideAsThePhone(page)).toBe(true);
      await page.context().close();
    },
  );
});

describe('the shift lead', () => {
  it('puts a place in the weekly focus, takes it back, and undoes that', async () => {
    const page = await open('planner', '/planera/inriktning');
    await page.locator('select[name=hotSpotId]').selectOption({ index: 1 });
    await page.getByLabel(/^Varför just nu/).fill('Bråk efter skoltid');
    await page.getByRole('button', { name: 'Sätt inriktningen' }).click();
    const place = page.locator('.focus-places li').filter({ hasText: 'Bråk efter skoltid' });
    await place.getByText('7 dygn kvar').waitFor();
    expect(await page.locator('.focus-places .free').count()).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
    await place.getByRole('button', { name: /^Ta tillbaka/ }).click();
    await page.getByText('är inte längre i inriktningen').waitFor();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await place.waitFor();
    await page.context().close();
  });
});
