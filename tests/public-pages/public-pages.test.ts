import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedReport } from '#core/publication/published-report.ts';
import { NO_TEXTS } from '#core/publication/tertial-report.ts';
import { PublicPages } from '../../server/public-pages/public-pages.ts';
import { writeFolderWhole } from '../../server/public-pages/write-whole.ts';
import { REPORT } from '../core/publication/sample-report.ts';

const EDITION = { version: 1, publishedOn: '2026-09-20', delayDays: 14, before: null };
const first = publishedReport(REPORT, NO_TEXTS, EDITION);
const second = publishedReport(REPORT, NO_TEXTS, { ...EDITION, version: 2, before: first });

let folder: string;
let pages: PublicPages;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fotspar-public-'));
  pages = new PublicPages(folder, null);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const unfinished = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.nytt-'),
  );

describe('the public folder', () => {
  it('has lists and the accessibility statement before anything is published', async () => {
    await pages.bringUpToDate([]);
    expect(read('index.html')).toContain('Inget är publicerat ännu.');
    expect(read('tillganglighet', 'index.html')).toContain('2018:1937');
  });

  it('leads the address of a tertial to its newest version, and keeps the others', async () => {
    await pages.bringUpToDate([first]);
    expect(read('flen', '2026-t2', 'index.html')).toContain('version 1');
    await pages.bringUpToDate([second, first]);
    expect(read('flen', '2026-t2', 'index.html')).toContain('version 2');
    expect(read('flen', '2026-t2-version-1', 'index.html')).toContain('version 1');
    expect(readdirSync(join(folder, 'flen', '2026-t2')).sort()).toEqual([
      'index.html',
      'loften.csv',
      'platser.csv',
      'platser.geojson',
    ]);
  });

  it('is not written again where nothing is missing', async () => {
    await pages.bringUpToDate([first]);
    const paths = ['index.html', 'flen/index.html', 'flen/2026-t2/index.html'];
    const times = () => paths.map((path) => statSync(join(folder, path)).ino);
    const before = times();
    await pages.bringUpToDate([first]);
    expect(times()).toEqual(before);
  });

  it('is the same whoever of several at once writes it', async () => {
    const half = pages.bringUpToDate([first]);
    await Promise.all([
      half,
      pages.bringUpToDate([first, second]),
      pages.bringUpToDate([first, second]),
    ]);
    expect(read('flen', '2026-t2', 'index.html')).toContain('version 2');
    expect(unfinished()).toEqual([]);
  });

  it('is cleared of what a crash has left, and was never shown it', async () => {
    mkdirSync(join(folder, 'flen', '.nytt-1'), { recursive: true });
    writeFileSync(join(folder, 'flen', '.nytt-1', 'index.html'), 'en halv sida');
    await pages.bringUpToDate([first]);
    expect(unfinished()).toEqual([]);
  });

  it('makes no PDF where there is no Chromium, and says how to print', async () => {
    await pages.bringUpToDate([first]);
    await pages.printMissing([first], new AbortController().signal);
    expect(existsSync(join(folder, 'flen', '2026-t2', 'sidan.pdf'))).toBe(false);
    expect(read('flen', '2026-t2', 'index.html')).toContain('skriv ut den från webbläsaren');
  });
});

/** Stands in for a browser that prints: what it is told to do before it does is a line of shell. */
function printing(before: string): PublicPages {
  const browser = join(folder, '..', `${basename(folder)}-browser`);
  writeFileSync(
    browser,
    `#!/bin/sh
for one in "$@"; do case "$one" in --print-to-pdf=*) pdf="\${one#*=}";; esac; done
${before}
echo PDF > "$pdf"
`,
    { mode: 0o755 },
  );
  return new PublicPages(folder, browser);
}

const forever = new AbortController().signal;
const versionOf = (version: number, file: string) =>
  join('flen', `2026-t2-version-${version}`, file);

describe('PDFs', () => {
  afterEach(() => rmSync(`${folder}-browser`, { force: true }));

  it('are linked from their pages, after a crash between the two as well', async () => {
    await pages.bringUpToDate([first]);
    writeFileSync(join(folder, versionOf(1, 'sidan.pdf')), 'PDF');
    await printing('').printMissing([first], forever);
    expect(read(versionOf(1, 'index.html'))).toContain('href="sidan.pdf"');
  });

  it('are made of the other pages where one cannot be printed, and the failure is told', async () => {
    await pages.bringUpToDate([first, second]);
    const printer = printing('case "$*" in *version-1*) exit 1;; esac');
    await expect(printer.printMissing([first, second], forever)).rejects.toThrow('no PDF');
    expect(existsSync(join(folder, versionOf(1, 'sidan.pdf')))).toBe(false);
    expect(read(versionOf(2, 'index.html'))).toContain('href="sidan.pdf"');
  });

  it('keep a publication waiting for the one that is being printed, not for all', async () => {
    await pages.bringUpToDate([first, second]);
    const printer = printing(
      `case "$*" in *version-2*) while [ ! -e "${folder}/go" ]; do sleep 0.02; done;; esac`,
    );
    const printed = printer.printMissing([first, second], forever);
    await printer.bringUpToDate([first, second]);
    expect(existsSync(join(folder, versionOf(2, 'sidan.pdf')))).toBe(false);
    writeFileSync(join(folder, 'go'), '');
    await printed;
    expect(existsSync(join(folder, versionOf(2, 'sidan.pdf')))).toBe(true);
  });
});

describe('a folder that came back from a copy', () => {
  it('in which links had become folders leads to the newest version again', async () => {
    await pages.bringUpToDate([first]);
    const link = join(folder, 'flen', '2026-t2');
    rmSync(link);
    cpSync(join(folder, 'flen', '2026-t2-version-1'), link, { recursive: true });
    await pages.bringUpToDate([first, second]);
    expect(read('flen', '2026-t2', 'index.html')).toContain('version 2');
  });
});

describe('a folder that cannot be written whole', () => {
  it('is not there at all, and what was there before stands', async () => {
    await pages.bringUpToDate([first]);
    const path = join(folder, 'flen', '2026-t2-version-2');
    const files = new Map([
      ['index.html', 'ny'],
      ['no-such-folder/loften.csv', 'går inte'],
    ]);
    await expect(writeFolderWhole(path, files)).rejects.toThrow();
    expect(existsSync(path)).toBe(false);
    expect(unfinished()).toEqual([]);
    expect(read('flen', '2026-t2', 'index.html')).toContain('version 1');
  });
});
