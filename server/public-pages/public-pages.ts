/**
 * The folder of what everybody may read, made of the published reports in the database: it can be thrown away.
 *
 *   publicerat/index.html                    all that is published
 *   publicerat/tillganglighet/index.html
 *   publicerat/flen/index.html
 *   publicerat/flen/2026-t2-version-1/       page, CSV, GeoJSON, PDF: made whole, its figures never changed
 *   publicerat/flen/2026-t2-version-2/
 *   publicerat/flen/2026-t2  → the newest of them
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { municipalitySlug, tertialFolder, versionFolder } from '#core/publication/page-address.ts';
import type { PublishedReport } from '#core/publication/tertial-report.ts';
import { accessibilityPage } from '../formats/publication/accessibility-page.ts';
import { FILES } from '../formats/publication/file-names.ts';
import { allPublishedPage, municipalityPage } from '../formats/publication/list-page.ts';
import { publishedFiles } from '../formats/publication/published-files.ts';
import { tertialPage } from '../formats/publication/tertial-page.ts';
import { printToPdf } from './print-to-pdf.ts';
import {
  isUnfinished,
  pointAt,
  unfinishedBeside,
  writeFileWhole,
  writeFolderWhole,
} from './write-whole.ts';

const PAGE = FILES.page;

export class PublicPages {
  readonly folder: string;
  readonly #chromium: string | null;
  /** One at a time: a publication and the job may both want to write. */
  #last: Promise<void> = Promise.resolve();

  /** @param chromium path of the one that prints; null: no PDF is made */
  constructor(folder: string, chromium: string | null) {
    this.folder = folder;
    this.#chromium = chromium;
  }

  /** Writes what is missing of all that is published, and the lists of it. */
  bringUpToDate(reports: readonly PublishedReport[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#removeUnfinished();
      for (const report of reports) await this.#writeVersion(report);
      for (const report of newestOf(reports)) await this.#point(report);
      await this.#writeLists(reports);
    });
  }

  /**
   * Makes the PDFs that are missing, where there is a Chromium; the pages then link to them. Each waits for its turn, so
   * that a publication comes between two of them.
   * @throws the first failure, when all have been tried
   */
  async printMissing(reports: readonly PublishedReport[], signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (const report of reports) {
      if (signal.aborted) return;
      await this.#inTurn(() => this.#print(report, signal)).catch((error: unknown) =>
        failures.push(error),
      );
    }
    if (failures.length > 0) throw failures[0];
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    // Whoever asked hears of a failure; the next in turn does not.
    this.#last = done.catch(() => {});
    return done;
  }

  #pathOf(report: PublishedReport, ...rest: readonly string[]): string {
    return join(this.folder, municipalitySlug(report.municipality), ...rest);
  }

  /** What a crash has left. */
  async #removeUnfinished(): Promise<void> {
    if (!existsSync(this.folder)) return;
    for (const entry of await readdir(this.folder, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      if (isUnfinished(entry.name)) await rm(path, { recursive: true, force: true });
    }
  }

  async #writeVersion(report: PublishedReport): Promise<void> {
    const path = this.#pathOf(report, versionFolder(report));
    if (existsSync(path)) return;
    await writeFolderWhole(path, publishedFiles(report, { hasPdf: false }));
  }

  async #point(report: PublishedReport): Promise<void> {
    const path = this.#pathOf(report, tertialFolder(report));
    const folder = versionFolder(report);
    const target = await readlink(path).catch(() => null);
    if (target === folder) return;
    // A copy that followed links has made a folder of it, which no link can replace.
    if (target === null) await rm(path, { recursive: true, force: true });
    await pointAt(path, folder);
  }

  async #writeLists(reports: readonly PublishedReport[]): Promise<void> {
    await writeChanged(join(this.folder, PAGE), allPublishedPage(reports));
    await writeChanged(join(this.folder, 'tillganglighet', PAGE), accessibilityPage());
    const slugOf = ({ municipality }: PublishedReport) => municipalitySlug(municipality);
    for (const slug of new Set(reports.map(slugOf))) {
      const own = reports.filter((report) => slugOf(report) === slug);
      await writeChanged(join(this.folder, slug, PAGE), municipalityPage(own));
    }
  }

  async #print(report: PublishedReport, signal: AbortSignal): Promise<void> {
    const folder = versionFolder(report);
    const pdf = this.#pathOf(report, folder, FILES.pdf);
    const page = this.#pathOf(report, folder, PAGE);
    if (this.#chromium === null || !existsSync(page)) return;
    if (!existsSync(pdf)) {
      const unfinished = unfinishedBeside(pdf);
      await printToPdf(this.#chromium, page, unfinished, signal);
      await rename(unfinished, pdf);
    }
    const isLinked = (await readFile(page, 'utf8')).includes(`href="${FILES.pdf}"`);
    if (!isLinked) await writeFileWhole(page, tertialPage(report, { hasPdf: true }));
  }
}

function newestOf(reports: readonly PublishedReport[]): PublishedReport[] {
  const inOrder = reports.toSorted((a, b) => a.version - b.version);
  const newest = new Map(inOrder.map((it) => [`${it.municipality.code} ${it.tertial}`, it]));
  return [...newest.values()];
}

/** An unchanged list keeps its time of change, which browsers ask for. */
async function writeChanged(path: string, text: string): Promise<void> {
  const isSame = existsSync(path) && (await readFile(path, 'utf8')) === text;
  if (!isSame) await writeFileWhole(path, text);
}
