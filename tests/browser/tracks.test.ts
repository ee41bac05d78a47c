/** An officer brings the track of the night home: it is seen beside the log, taken in once, and taken out again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LonLat } from '#core/model.ts';
import type { Client } from '../support/server.ts';
import { gpxOf, kmlOf, walkedTrack } from '../support/walked-track.ts';
import {
  DESK,
  expectNoSidewaysScroll,
  openStage,
  PHONE,
  picture,
  type Stage,
  seriousFindings,
} from './support/browser.ts';
import { layOutNight, type Night, nightTime, publishPlan, putPlan } from './support/night.ts';

interface Place {
  readonly id: string;
  readonly properties: { readonly code: string; readonly labelPoint: LonLat };
}

let stage: Stage;
let night: Night;
let page: Page;
let officer: Client;
let places: readonly Place[] = [];
beforeAll(async () => {
  stage = await openStage();
  night = await layOutNight(stage.server, 1);
  await putPlan(night, [['R1', 0, '22:10']]);
  await publishPlan(night);
  ({ features: places } = (await night.lead.call('listHotSpots')).body);
  stage.server.setClock(nightTime('06:00'));
  officer = await stage.server.as('patrol');
  page = await stage.open('patrol', { reducedMotion: 'reduce' });
  await page.goto(`${stage.server.url}/spar`);
});
afterAll(() => stage.close());

const placeOf = (code: string): Place => {
  const place = places.find(({ properties }) => properties.code === code);
  if (!place) throw new Error(`no ${code}`);
  return place;
};

const fixes = (...stays: [code: string, from: string, to: string][]) =>
  walkedTrack(
    stays.map(([code, from, to]) => ({
      at: placeOf(code).properties.labelPoint,
      from: nightTime(from),
      to: nightTime(to),
    })),
  );

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

const nightTrack = () =>
  file('natt.gpx', gpxOf(fixes(['R1', '22:12', '22:30'], ['C1', '23:20', '23:34'])));

const choose = (...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const row = (code: string) => page.getByRole('row', { name: new RegExp(`\\b${code}\\b`) });
const accept = () => page.locator('.accept-bar .primary');

async function logged(code: string) {
  const query = { from: '2026-11-27', to: '2026-11-27', hotSpotId: placeOf(code).id };
  const { visits } = (await officer.call('listVisits', { query })).body as {
    visits: { id: string; source: string; slotId: string | null; voided: boolean }[];
  };
  return visits.filter(({ voided }) => !voided);
}

test('files are dropped, and each that cannot be read says what is wrong and where', async () => {
  const dropped = await page.evaluateHandle(
    ([good, bad]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([good ?? ''], 'natt.gpx'));
      transfer.items.add(new File([bad ?? ''], 'ritning.kml'));
      return transfer;
    },
    [nightTrack().buffer.toString(), '<kml>\n<LineString/></kml>'],
  );
  await page.locator('.track-drop').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('2 besök hittade').waitFor();
  await page.getByText('rad 2: linjen (LineString) har inga tider').waitFor();
  expect(await page.getByLabel('Patrull').locator('option:checked').textContent()).toContain(
    '31-1410',
  );
});

test('the visits found stand beside the plan, new ones ticked, and the map shows the way', async () => {
  expect(await row('R1').textContent()).toContain('22:10–22:25');
  expect(await row('R1').getByRole('checkbox').isChecked()).toBe(true);
  expect(await page.locator('path.track-line').count()).toBe(1);
  await expect(seriousFindings(page)).resolves.toEqual([]);
  await picture(page, 'tracks');
});

test('what is ticked is logged and answers the plan', async () => {
  await accept().filter({ hasText: 'Ta med 2 besök' }).click();
  await page.getByText('2 nya besök loggade').waitFor();
  await row('R1').getByText('Finns redan, med spår').waitFor();
  const [visit] = await logged('R1');
  expect(visit?.source).toBe('gps');
  expect(visit?.slotId).not.toBeNull();
});

test('the same track again has nothing to take', async () => {
  await page.getByRole('button', { name: 'Ta bort natt.gpx' }).click();
  await choose(nightTrack());
  await row('C1').getByText('Finns redan, med spår').waitFor();
  expect(await accept().isDisabled()).toBe(true);
  expect(await logged('C1')).toHaveLength(1);
});

test('a visit logged by hand is confirmed, by keyboard alone, and one that only the log has is shown', async () => {
  const log = (code: string, from: string, to: string, id: string) =>
    officer.call('createVisit', {
      body: {
        id,
        hotSpotId: placeOf(code).id,
        patrolId: night.patrolIds[0],
        startedAt: new Date(nightTime(from)).toISOString(),
        endedAt: new Date(nightTime(to)).toISOString(),
      },
    });
  await log('C3', '01:02', '01:20', '019ac000-0000-7000-8000-000000000001');
  await log('S1', '01:30', '01:40', '019ac000-0000-7000-8000-000000000002');
  await page.reload();
  await choose(file('sent.kml', kmlOf(fixes(['C3', '01:00', '01:16'], ['H1', '02:00', '02:15']))));
  await row('S1').getByText('Finns bara i loggen').waitFor();
  await row('H1').getByRole('checkbox').press('Space');
  const tick = row('C3').getByRole('checkbox', { name: 'Ta med' });
  expect(await tick.isChecked()).toBe(false);
  await tick.press('Space');
  await accept().filter({ hasText: 'Ta med 1 besök' }).press('Enter');
  await page.getByText('1 bekräftat').waitFor();
  expect(await logged('C3')).toMatchObject([{ source: 'manual+gps' }]);
  expect(await logged('H1')).toEqual([]);
});

test('new visits are taken out again with one press', async () => {
  await row('H1').getByRole('checkbox').press('Space');
  await accept().click();
  await page.getByText('1 nytt besök loggat').waitFor();
  await page.getByRole('button', { name: 'Ångra de nya' }).click();
  await page.getByText('De nya besöken är strukna ur loggen.').waitFor();
  await row('H1').getByText('Struket i loggen förut').waitFor();
  expect(await row('H1').getByRole('checkbox').isChecked()).toBe(false);
  expect(await logged('H1')).toEqual([]);
});

test.each([
  ['a phone', PHONE, 'tracks-phone'],
  ['a desk', DESK, 'tracks-desk'],
])('on %s nothing sticks out, in the dark and in the light', async (_where, size, name) => {
  await page.setViewportSize(size);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, colorScheme);
    await expectNoSidewaysScroll(page);
    await expect(seriousFindings(page)).resolves.toEqual([]);
    await picture(page, `${name}-${colorScheme}`);
    await page.locator('.found-table').scrollIntoViewIfNeeded();
    await picture(page, `${name}-table-${colorScheme}`);
  }
});

test('a reading is called off, and the rest of the files with it', async () => {
  await page.route('**/tracks/preview', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue().catch(() => null);
  });
  await choose(file('ett.gpx', nightTrack().buffer.toString()), file('två.gpx', ' '));
  await page.getByRole('button', { name: 'Avbryt läsningen' }).click();
  await expect.poll(() => page.getByText('avbruten').count()).toBe(2);
  expect(stage.complaints).toEqual([]);
});
