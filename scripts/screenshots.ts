/**
 * `npm run screenshots [-- --out DIR]`: every screen for its role on sample data, at phone and desk size, light and dark, and the
 * pictures of the README into data/pictures/.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { Role } from '#core/model.ts';
import { readConfig } from '../server/config.ts';
import { fillSample, sampleStart } from '../server/sample/fill-sample.ts';
import type { Services } from '../server/services.ts';
import { trialSignInToken } from '../server/set-up/accounts.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { listen, openServices } from '../server/start.ts';
import { ensureChromium } from './browser-binary.ts';
import { buildWebApp } from './build-web.ts';
import { step, stop } from './terminal.ts';

interface Shot {
  readonly name: string;
  readonly role: Role;
  readonly path: string;
  /** Pressed before the picture is taken. */
  readonly press?: readonly string[];
  /** Waited for before the picture is taken. */
  readonly until?: string;
}

const SHOTS: readonly Shot[] = [
  { name: 'plan', role: 'planner', path: '/planera', press: ['.visit-block'] },
  {
    name: 'week',
    role: 'planner',
    path: '/planera/vecka',
    press: ['.week-actions .plan.primary'],
    until: '.week-actions .publish',
  },
  { name: 'my-shift', role: 'patrol', path: '/mitt-pass', press: ['.big-row'] },
  { name: 'handover', role: 'patrol', path: '/mitt-pass/overlamning' },
  { name: 'my-gps', role: 'patrol', path: '/mitt-pass/gps' },
  { name: 'tracks', role: 'patrol', path: '/spar' },
  { name: 'hot-spots', role: 'planner', path: '/hot-spots', press: ['.spot-row:nth-child(1)'] },
  { name: 'coverage', role: 'chief', path: '/tackning' },
  { name: 'effect', role: 'chief', path: '/tackning/effekt' },
  { name: 'score-card', role: 'chief', path: '/tackning/traffsakerhet' },
  { name: 'incidents', role: 'chief', path: '/tackning/handelser' },
  { name: 'ledger', role: 'chief', path: '/loften', press: ['li:nth-child(5) .promise-toggle'] },
  { name: 'activities', role: 'municipality', path: '/loften/aktiviteter' },
  { name: 'surveys', role: 'chief', path: '/loften/undersokningar', until: '.survey-plot svg' },
  { name: 'focus', role: 'planner', path: '/planera/inriktning' },
  { name: 'tertial', role: 'municipal-police', path: '/loften/tertial', until: '.tertial-paper' },
  { name: 'published', role: 'chief', path: '/publicerat/flen/2026-t2/' },
  { name: 'municipality', role: 'municipality', path: '/tackning' },
  { name: 'walks', role: 'municipality', path: '/loften/vandringar' },
  {
    name: 'walk',
    role: 'municipal-police',
    path: '/loften/vandringar',
    press: ['.walk-table tbody tr:nth-child(2) a', '.point-number >> nth=1'],
  },
  { name: 'accounts', role: 'admin', path: '/konton' },
  { name: 'gps-rules', role: 'admin', path: '/gps' },
  { name: 'log', role: 'auditor', path: '/logg' },
];

const LOOKS = [
  { name: 'desk-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'desk-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

/** The README's pictures: which screen in which look. */
const PICTURES: Readonly<Record<string, (typeof LOOKS)[number]['name']>> = {
  plan: 'desk-light',
  'my-shift': 'phone-dark',
  'hot-spots': 'desk-light',
  coverage: 'desk-light',
  ledger: 'desk-light',
  effect: 'desk-light',
};

const SEED = 2018;

async function sampleServices(folder: string): Promise<Services> {
  const config = readConfig({ PORT: '0', FOTSPAR_DATA_DIR: folder, FOTSPAR_LOG_LEVEL: 'error' });
  const services = await openServices(config);
  const first = startOfOperationalDate(services.calendar, sampleStart(services));
  await setUp({ ...services, clock: () => first });
  await fillSample(services, SEED);
  return services;
}

async function take(
  browser: Browser,
  services: Services,
  url: string,
  shot: Shot,
  look: (typeof LOOKS)[number],
  out: string,
): Promise<void> {
  const { viewport, colorScheme } = look;
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  const token = await services.db.writer
    .transaction()
    .execute((tx) => trialSignInToken(tx, shot.role, services.clock()));
  await page.goto(`${url}/logga-in#${token}`);
  await page.locator('.frame-header').waitFor();
  await page.goto(`${url}${shot.path}`);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  for (const selector of shot.press ?? []) {
    const target = page.locator(selector).first();
    if (await target.isVisible()) await target.click();
    await page.waitForTimeout(1000);
  }
  if (shot.until) await page.locator(shot.until).first().waitFor();
  await page.screenshot({ path: join(out, `${shot.name}-${look.name}.png`) });
  await context.close();
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = values.out ?? mkdtempSync(join(tmpdir(), 'fotspar-screens-'));
mkdirSync(out, { recursive: true });
const executablePath =
  ensureChromium() ?? stop('There is no Chromium: install one or name it in FOTSPAR_CHROMIUM.');

await buildWebApp();
const folder = mkdtempSync(join(tmpdir(), 'fotspar-sample-'));
const running = await listen(await sampleServices(folder));
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
for (const shot of SHOTS) {
  for (const look of LOOKS) await take(browser, running.services, running.url, shot, look, out);
  step(`  ${shot.name}`);
}
await browser.close();
await running.stop();
rmSync(folder, { recursive: true, force: true });

const pictures = join(import.meta.dirname, '..', 'data', 'pictures');
mkdirSync(pictures, { recursive: true });
for (const [name, look] of Object.entries(PICTURES)) {
  copyFileSync(join(out, `${name}-${look}.png`), join(pictures, `${name}.png`));
}
console.log(`Screens are in ${out}; the README's pictures in data/pictures.`);
