/** A shift lead's whole conversation with the planner, in a row: propose, object, ask why, lose a patrol, publish, compare. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, picture, type Stage, seriousFindings } from './support/browser.ts';
import { FRIDAY_EVENING, layOutNight, type Night, publishPlan, putPlan } from './support/night.ts';

let stage: Stage;
let night: Night;
let page: Page;
/** What the pinned visit is called on its lane. */
let pinned = '';

beforeAll(async () => {
  stage = await openStage();
  const lastWeek = await layOutNight(stage.server, 2, 1);
  await putPlan(lastWeek, [
    ['R1', 0, '22:00'],
    ['C1', 0, '23:50'],
    ['S1', 1, '21:30'],
  ]);
  await publishPlan(lastWeek);
  night = await layOutNight(stage.server, 2);
  await demandThreeOfficers('R2');
  page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
});
afterAll(() => stage.close());

/** More than any patrol here has: what it wants cannot be planned. */
async function demandThreeOfficers(code: string): Promise<void> {
  const { features }: { features: { id: string; properties: Properties }[] } = (
    await night.lead.call('listHotSpots')
  ).body;
  const place = features.find(({ properties }) => properties.code === code);
  if (!place) throw new Error(`no ${code}`);
  const window = { id: uuid(), weekdays: [5], start: '21:00', end: '07:00', doses: 2, crew: 3 };
  const reply = await night.lead.call('setWindows', {
    params: { id: place.id },
    body: { windows: [window] },
    ifMatch: place.properties.revision,
  });
  expect(reply.status, reply.text).toBe(200);
}
interface Properties {
  readonly code: string;
  readonly revision: number;
}

const [AWAY, STAYS] = ['31-1410', '31-1420'];
const lane = (callSign: string) => page.getByRole('group', { name: callSign });
const visitsOf = (callSign: string) => lane(callSign).locator('.visit-block');
const named = (label: string) => page.locator(`.visit-block[aria-label^="${label}"]`);
const card = () => page.locator('.why-card');
const readOut = () => page.locator('.plan-messages [aria-live=assertive]');
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const saved = () => page.waitForResponse((reply) => reply.url().endsWith('/draft'));
const labels = (callSign: string) =>
  visitsOf(callSign).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

test('“Föreslå plan”: each patrol gets its visits', async () => {
  const kept = saved();
  await press('Föreslå plan');
  expect((await kept).status()).toBe(200);
  await readOut()
    .filter({ hasText: /Planen har nu \d+ besök/ })
    .waitFor();
  for (const callSign of [AWAY, STAYS]) expect(await visitsOf(callSign).count()).toBeGreaterThan(2);
});

test('a visit dragged to where it cannot be is refused, the reason is read out, and nothing has moved', async () => {
  const before = await labels(STAYS);
  const [from, onto] = [
    await visitsOf(STAYS).nth(0).boundingBox(),
    await visitsOf(STAYS).nth(1).boundingBox(),
  ];
  if (!from || !onto) throw new Error('no visits to drag');
  await page.mouse.move(from.x + 4, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(onto.x + 4, onto.y + 10, { steps: 6 });
  const reason = page.locator('[role=status] .refusal').filter({ hasText: 'Går inte: Krockar' });
  await reason.waitFor();
  await page.mouse.up();
  await readOut().filter({ hasText: 'Går inte: Krockar' }).waitFor();
  expect(await labels(STAYS)).toEqual(before);
});

test('“Varför just då?” is answered of a planned visit, and it is pinned where it stands', async () => {
  const visit = visitsOf(STAYS).nth(1);
  pinned = ((await visit.getAttribute('aria-label')) ?? '').replace(/,[^,]*$/, '');
  await visit.click();
  await card().getByText('varför just då?').waitFor();
  await card()
    .getByText(/^(I fönstret 21:00–07:00: dos \d av 2|Målet 2 är nått; det fanns tid för fler)$/)
    .waitFor();
  const kept = saved();
  await card().getByRole('button', { name: 'Nåla fast' }).click();
  expect((await kept).status()).toBe(200);
  await named(`${pinned}, fastnålad`).waitFor();
});

test('“Varför inte?” is answered of a demand that could not be planned', async () => {
  await page.getByRole('button', { name: /^Ej placerade: R2 ×2 – varför\?$/ }).click();
  await card().getByRole('heading', { name: 'R2 Gångtunneln' }).waitFor();
  await card().getByText('2 ej placerade: Kräver 3 poliser, störst patrull har 2').waitFor();
  await picture(page, 'conversation-why-not');
  await page.keyboard.press('Escape');
});

test('“Vi är borta till 01:00”: the plan is mended round it, and what is pinned stays', async () => {
  await press(`Borta … ${AWAY}`);
  await page.getByLabel('till', { exact: true }).fill('01:00');
  await press('Spara');
  await page.locator('.away-spans').getByText('Borta 21:00–01:00').waitFor();
  await page.getByText(/besök går inte längre: Patrullen är borta 21:00–01:00/).waitFor();
  const kept = saved();
  await press('Laga planen');
  expect((await kept).status()).toBe(200);
  await card()
    .getByRole('heading', { name: /\d+ ändring(ar)? i planen/ })
    .waitFor();
  await picture(page, 'conversation-mended');
  const starts = (await labels(AWAY)).map((label) => / (\d\d):\d\d–/.exec(label)?.[1] ?? '');
  expect(starts.filter((hour) => hour >= '21' || hour === '00')).toEqual([]);
  expect(await named(`${pinned}, fastnålad`).count()).toBe(1);
});

test('“Publicera” asks once, and the plan holds', async () => {
  await page.locator('.plan-actions .primary').filter({ hasText: 'Publicera' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
  await page.getByText('Planen är publicerad och håller.').waitFor();
});

test('“Jämför med förra veckan”: what was planned then, and what is planned now', async () => {
  await press('Jämför med förra veckan');
  await card().getByText('Förra fredagen (20 nov): 3 besök planerade, 0 gjorda.').waitFor();
  const planned = await page.locator('.visit-block').count();
  await card()
    .getByText(new RegExp(`^Nu: ${planned} besök, \\d+ vid samma tid som då\\.$`))
    .waitFor();
  await card()
    .getByRole('row', { name: /^S1 .* 21:30 0 av 1/ })
    .waitFor();
  await picture(page, 'conversation-compare');
  expect(await seriousFindings(page)).toEqual([]);
  expect(stage.complaints).toEqual([]);
});
