/** The PDF of a published page: the browser's own print, in the background. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishedReport } from '#core/publication/published-report.ts';
import { NO_TEXTS } from '#core/publication/tertial-report.ts';
import { findChromium } from '../../scripts/browser-binary.ts';
import { PublicPages } from '../../server/public-pages/public-pages.ts';
import { place, REPORT } from '../core/publication/sample-report.ts';

const EDITION = { version: 1, publishedOn: '2026-09-20', delayDays: 14, before: null };
const names = Array.from({ length: 40 }, (_, index) => `Plats nummer ${index + 1}`);
const report = publishedReport(
  { ...REPORT, places: names.map((name) => place(name, [60, 50, 40])) },
  NO_TEXTS,
  EDITION,
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fotspar-print-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const running = new AbortController().signal;
const beside = () => join(folder, 'flen', '2026-t2');
const page = () => readFileSync(join(beside(), 'index.html'), 'utf8');

it('is a few sheets of A4, and the page links to it', async () => {
  const pages = new PublicPages(folder, findChromium());
  await pages.bringUpToDate([report]);
  expect(page()).not.toContain('sidan.pdf');
  await pages.printMissing([report], running);
  const pdf = readFileSync(join(beside(), 'sidan.pdf'), 'latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets).toHaveLength(4);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  expect(page()).toContain('href="sidan.pdf"');
});

it('is not there where printing fails, and the page stands as it was', async () => {
  const pages = new PublicPages(folder, '/bin/false');
  await pages.bringUpToDate([report]);
  await expect(pages.printMissing([report], running)).rejects.toThrow('made no PDF');
  expect(page()).toContain('skriv ut den från webbläsaren');
  expect(readdirSync(beside())).not.toContain('sidan.pdf');
});

it('ends at once when the server stops', async () => {
  const pages = new PublicPages(folder, findChromium());
  await pages.bringUpToDate([report]);
  await expect(pages.printMissing([report], AbortSignal.timeout(200))).rejects.toThrow();
  expect(readdirSync(beside())).not.toContain('sidan.pdf');
});
